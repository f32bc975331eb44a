package taizhang.server.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import taizhang.books.figure.Figure;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Point;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.Print;
import taizhang.books.period.Period;
import taizhang.books.wording.Printed;
import taizhang.books.wording.Wording;

/**
 * A place in the prose where a figure stands: which figure, and how it is written there. It never
 * holds a number.
 *
 * @param source as written, between the braces
 * @param line where it stands in the file
 * @param code full code of the indicator, {@code pack.name#target} for its target
 * @param period null for the outline's
 * @param area null for the whole town
 * @param at last day read, null for the day of the composition
 * @param slice breakdown and value, empty for the whole
 * @param belongs true to read by the day amounts belong to (所属期)
 * @param style how it is written
 */
public record Citation(
    String source,
    int line,
    String code,
    @Nullable Period period,
    @Nullable String area,
    @Nullable LocalDate at,
    String slice,
    boolean belongs,
    Style style)
    implements Outline.Piece {

  /** How a rate or factor is put. */
  public enum Manner {
    PLAIN,
    /** 增长 or 下降 is part of what the figure says. */
    GROWTH,
    /** 翻一番. */
    DOUBLING
  }

  /**
   * What the citation says about its wording; null where the indicator's own custom holds.
   *
   * @param bare true to leave out what is counted, where the prose names it
   */
  public record Style(
      @Nullable String unit,
      @Nullable Integer decimals,
      @Nullable BigDecimal step,
      @Nullable String approx,
      @Nullable Boolean chinese,
      boolean bare,
      Manner manner) {

    public static final Style CUSTOM = new Style(null, null, null, null, null, false, Manner.PLAIN);

    Print over(Print custom) {
      return new Print(
          unit == null ? custom.unit() : unit,
          decimals == null ? custom.decimals() : decimals,
          step == null ? custom.step() : step,
          approx == null ? custom.approx() : approx,
          chinese == null ? custom.chinese() : chinese);
    }
  }

  /** The indicator's own code, without the mark of a target. */
  public String indicator() {
    int mark = code.indexOf('#');
    return mark < 0 ? code : code.substring(0, mark);
  }

  /** The figure it asks for. */
  public FigureQuery query(Period custom, Point point) {
    Point read = at == null ? point : new Point(point.seq(), at);
    return new FigureQuery(
        code, area, period == null ? custom : period, read, false, belongs, slice);
  }

  /** The figure in the words of this place. */
  public Printed print(Figure figure, Indicator indicator) {
    return print(figure.value(), figure.comparator(), indicator);
  }

  /** A value in the words of this place; targets say 以上, 以内 or 左右 by their comparator. */
  Printed print(@Nullable BigDecimal value, String comparator, Indicator indicator) {
    Print print = style.over(indicator.print());
    Manner manner = comparator.equals("×") ? Manner.DOUBLING : style.manner;
    Printed printed =
        switch (manner) {
          case PLAIN -> compared(Wording.write(value, indicator.unit(), print), comparator);
          case GROWTH -> Wording.growth(value, indicator.unit(), print);
          case DOUBLING -> Wording.doubling(value);
        };
    return style.bare
        ? new Printed(printed.bare(), printed.bare(), printed.stated(), printed.approx())
        : printed;
  }

  private static Printed compared(Printed printed, String comparator) {
    if (printed.stated() == null || !printed.approx().equals("exact")) {
      return printed;
    }
    return switch (comparator) {
      case "≥" -> printed.followedBy("以上", "over");
      case "≤" -> printed.followedBy("以内", "under");
      case "≈" -> printed.followedBy("左右", "about");
      default -> printed;
    };
  }
}

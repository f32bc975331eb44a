package taizhang.server.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import taizhang.books.figure.Figure;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Point;
import taizhang.books.pack.Indicator;

/** Brings an outline and the figures of the books together. */
public final class Composer {

  private final FigureSource figures;
  private final IndicatorSource indicators;

  public Composer(FigureSource figures, IndicatorSource indicators) {
    this.figures = figures;
    this.indicators = indicators;
  }

  /**
   * Composes a report; all its figures are read at one instant.
   *
   * @throws taizhang.books.refusal.Refusal where it cites what no pack declares
   */
  public Composition compose(Outline outline, Point at) {
    List<Citation> citations = outline.citations();
    List<Indicator> known = declared(outline, citations);
    List<Figure> read = figures.readAll(outline.town(), queries(outline, citations, at));
    List<Composition.Number> numbers = new ArrayList<>();
    for (int i = 0; i < citations.size(); i++) {
      numbers.add(number(i + 1, citations.get(i), known.get(i), read.get(i)));
    }
    return Typesetter.set(outline, numbers, at);
  }

  /**
   * Reads one figure of the report alone.
   *
   * @param n its number on the paper, from 1
   * @return null where the report has no such number
   */
  public Composition.@Nullable Number number(Outline outline, int n, Point at) {
    List<Citation> citations = outline.citations();
    if (n < 1 || n > citations.size()) {
      return null;
    }
    List<Citation> one = List.of(citations.get(n - 1));
    List<Figure> read = figures.readAll(outline.town(), queries(outline, one, at));
    return number(n, one.getFirst(), declared(outline, one).getFirst(), read.getFirst());
  }

  /** Refuses an outline that cites what no pack declares, or in a unit that does not fit. */
  public void check(Outline outline) {
    List<Indicator> known = declared(outline, outline.citations());
    if (known.isEmpty()) {
      throw Mistake.refusal(List.of(new Mistake(outline.file(), 1, "大纲没有引用任何数据")));
    }
  }

  private static Composition.Number number(
      int n, Citation citation, Indicator indicator, Figure figure) {
    return new Composition.Number(
        n, citation, indicator, figure, citation.print(figure, indicator));
  }

  private static List<FigureQuery> queries(Outline outline, List<Citation> citations, Point at) {
    return citations.stream().map(c -> c.query(outline.period(), at)).toList();
  }

  /** Refuses an outline that cites what no pack declares; one without citations is fine. */
  void declared(Outline outline) {
    declared(outline, outline.citations());
  }

  private List<Indicator> declared(Outline outline, List<Citation> citations) {
    Function<String, @Nullable Indicator> declared = indicators.of(outline.town());
    List<Indicator> known = new ArrayList<>();
    List<Mistake> mistakes = new ArrayList<>();
    for (Citation citation : citations) {
      Indicator indicator = declared.apply(citation.indicator());
      String wrong = wrong(citation, indicator);
      if (indicator != null && wrong == null) {
        known.add(indicator);
      } else {
        String message = "{{" + citation.source() + "}}: " + wrong;
        mistakes.add(new Mistake(outline.file(), citation.line(), message));
      }
    }
    if (!mistakes.isEmpty()) {
      throw Mistake.refusal(mistakes);
    }
    return known;
  }

  static @Nullable String wrong(Citation citation, @Nullable Indicator indicator) {
    if (indicator == null) {
      return "没有业务模块声明指标 " + citation.indicator();
    }
    try {
      citation.print(BigDecimal.ONE, "=", indicator);
      return null;
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }
}

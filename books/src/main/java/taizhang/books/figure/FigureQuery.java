package taizhang.books.figure;

import org.jspecify.annotations.Nullable;
import taizhang.books.period.Period;

/**
 * Which figure is asked for.
 *
 * @param indicator full code; {@code pack.name#target} for a target
 * @param area code of the area, null for the whole town
 * @param period the span; a stock is read at its last day
 * @param at the point of the books
 * @param pending true to count what still waits for review
 * @param belongs true to read by the day amounts belong to (所属期) instead of the day they stand in
 * @param slice breakdown and value, {@code age_band=60+}; empty for the whole
 */
public record FigureQuery(
    String indicator,
    @Nullable String area,
    Period period,
    Point at,
    boolean pending,
    boolean belongs,
    String slice) {

  /** What reports read: the whole town, reviewed, now. */
  public static FigureQuery of(String indicator, Period period) {
    return new FigureQuery(indicator, null, period, Point.NOW, false, false, "");
  }

  public FigureQuery in(@Nullable String area) {
    return new FigureQuery(indicator, area, period, at, pending, belongs, slice);
  }

  public FigureQuery at(Point point) {
    return new FigureQuery(indicator, area, period, point, pending, belongs, slice);
  }

  public FigureQuery of(String other) {
    return new FigureQuery(other, area, period, at, pending, belongs, slice);
  }

  public FigureQuery during(Period other) {
    return new FigureQuery(indicator, area, other, at, pending, belongs, slice);
  }
}

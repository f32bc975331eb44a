package taizhang.server.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Reckoning;

/**
 * What many figures come from, read at once: sums over days, counts of different keys and stated
 * values.
 */
record Ahead(MonthlySums sums, Counts counts, StatedValues stated) {

  /** Nothing was read ahead. */
  static final Ahead NONE =
      new Ahead(
          MonthlySums.NONE,
          new Counts(Set.of(), Set.of(), Map.of()),
          new StatedValues(Set.of(), Map.of()));

  /** A span of one indicator's postings, in which different keys are counted. */
  record Span(String indicator, LocalDate start, LocalDate end, String slice, boolean pending) {}

  /** A span at an area. */
  record At(Span span, String area) {}

  /**
   * Numbers of different keys.
   *
   * @param spans those that were read
   * @param areas the areas they were read at
   * @param found where there is at least one key
   */
  record Counts(Set<Span> spans, Set<String> areas, Map<At, BigDecimal> found) {

    /** The number of keys, null where it was not read. */
    @Nullable BigDecimal count(Span span, String area) {
      return spans.contains(span) && areas.contains(area)
          ? found.getOrDefault(new At(span, area), BigDecimal.ZERO)
          : null;
    }
  }

  /** What a stated value is said for; slices have none. */
  record Statement(String indicator, String area, LocalDate start, LocalDate end, boolean pending) {

    static Statement of(FigureQuery query, String area) {
      return new Statement(
          query.indicator(), area, query.period().from(), query.period().to(), query.pending());
    }
  }

  /**
   * Stated values.
   *
   * @param read what was asked for
   * @param found where something stands
   */
  record StatedValues(Set<Statement> read, Map<Statement, Reckoning.Stated> found) {

    boolean knows(Statement statement) {
      return read.contains(statement);
    }

    Reckoning.@Nullable Stated value(Statement statement) {
      return found.get(statement);
    }
  }
}

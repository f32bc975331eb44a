package taizhang.server.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import taizhang.books.figure.FigureQuery;

/**
 * Sums per month of some indicators at some areas, read at once for many figures; at a past point
 * of the books, less what was posted since.
 */
final class MonthlySums {

  /** Nothing was read ahead. */
  static final MonthlySums NONE = new MonthlySums(Set.of(), Set.of(), 0);

  private record Row(String indicator, String area, String slice, String stage) {}

  private final Set<String> indicators;
  private final Set<String> areas;
  private final int firstMonth;
  private final Map<Row, NavigableMap<Integer, BigDecimal>> sums = new HashMap<>();

  /**
   * @param firstMonth the first month read, as year × 100 + month
   */
  MonthlySums(Set<String> indicators, Set<String> areas, int firstMonth) {
    this.indicators = indicators;
    this.areas = areas;
    this.firstMonth = firstMonth;
  }

  void add(
      String indicator, String area, int month, String slice, String stage, BigDecimal amount) {
    if (areas.contains(area)) {
      sums.computeIfAbsent(new Row(indicator, area, slice, stage), r -> new TreeMap<>())
          .merge(month, amount, BigDecimal::add);
    }
  }

  /**
   * The sum from a day to another, where both bound whole months that were read; null where the
   * postings must be asked.
   */
  @Nullable BigDecimal sum(FigureQuery query, String area, LocalDate start, LocalDate end) {
    YearMonth last = YearMonth.from(end);
    int first = number(YearMonth.from(start));
    boolean whole = start.getDayOfMonth() == 1 && end.equals(last.atEndOfMonth());
    boolean read = indicators.contains(query.indicator()) && areas.contains(area);
    if (!whole || !read || query.belongs() || first < firstMonth) {
      return null;
    }
    BigDecimal sum = of(query, area, "approved", first, number(last));
    return query.pending() ? sum.add(of(query, area, "pending", first, number(last))) : sum;
  }

  private BigDecimal of(FigureQuery query, String area, String stage, int first, int last) {
    NavigableMap<Integer, BigDecimal> months =
        sums.get(new Row(query.indicator(), area, query.slice(), stage));
    return months == null
        ? BigDecimal.ZERO
        : months.subMap(first, true, last, true).values().stream()
            .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static int number(YearMonth month) {
    return month.getYear() * 100 + month.getMonthValue();
  }
}

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
 * Sums per month of some indicators at some areas, and per day for the months that are not read
 * whole; at a past point of the books, without what was posted since.
 */
final class MonthlySums {

  /** Nothing was read ahead. */
  static final MonthlySums NONE = new MonthlySums(Set.of(), Set.of(), 0, Set.of());

  private record Row(String indicator, String area, String slice, String stage) {}

  private final Set<String> indicators;
  private final Set<String> areas;
  private final int firstMonth;
  private final Set<YearMonth> edges;
  private final Map<Row, NavigableMap<Integer, BigDecimal>> sums = new HashMap<>();
  private final Map<Row, NavigableMap<LocalDate, BigDecimal>> days = new HashMap<>();

  /**
   * @param firstMonth the first month read, as year × 100 + month
   * @param edges months read by the day too
   */
  MonthlySums(Set<String> indicators, Set<String> areas, int firstMonth, Set<YearMonth> edges) {
    this.indicators = indicators;
    this.areas = areas;
    this.firstMonth = firstMonth;
    this.edges = edges;
  }

  void add(
      String indicator, String area, int month, String slice, String stage, BigDecimal amount) {
    if (areas.contains(area)) {
      sums.computeIfAbsent(new Row(indicator, area, slice, stage), r -> new TreeMap<>())
          .merge(month, amount, BigDecimal::add);
    }
  }

  void addDay(
      String indicator, String area, LocalDate day, String slice, String stage, BigDecimal amount) {
    if (areas.contains(area)) {
      days.computeIfAbsent(new Row(indicator, area, slice, stage), r -> new TreeMap<>())
          .merge(day, amount, BigDecimal::add);
    }
  }

  /** The sum from a day to another; null where the postings must be asked. */
  @Nullable BigDecimal sum(FigureQuery query, String area, LocalDate start, LocalDate end) {
    boolean read = indicators.contains(query.indicator()) && areas.contains(area);
    if (!read || query.belongs() || number(YearMonth.from(start)) < firstMonth) {
      return null;
    }
    BigDecimal sum = of(query, area, "approved", start, end);
    if (sum == null || !query.pending()) {
      return sum;
    }
    BigDecimal waiting = of(query, area, "pending", start, end);
    return waiting == null ? null : sum.add(waiting);
  }

  private @Nullable BigDecimal of(
      FigureQuery query, String area, String stage, LocalDate start, LocalDate end) {
    Row row = new Row(query.indicator(), area, query.slice(), stage);
    YearMonth from = YearMonth.from(start);
    YearMonth to = YearMonth.from(end);
    YearMonth first = start.getDayOfMonth() == 1 ? from : from.plusMonths(1);
    YearMonth last = end.equals(to.atEndOfMonth()) ? to : to.minusMonths(1);
    if (last.isBefore(first) && from.equals(to)) {
      return edge(row, start, end);
    }
    BigDecimal sum = months(row, number(first), number(last));
    BigDecimal before =
        first.equals(from) ? BigDecimal.ZERO : edge(row, start, from.atEndOfMonth());
    BigDecimal after = last.equals(to) ? BigDecimal.ZERO : edge(row, to.atDay(1), end);
    return before == null || after == null ? null : sum.add(before).add(after);
  }

  private BigDecimal months(Row row, int first, int last) {
    NavigableMap<Integer, BigDecimal> months = sums.get(row);
    return months == null || last < first
        ? BigDecimal.ZERO
        : total(months.subMap(first, true, last, true));
  }

  private @Nullable BigDecimal edge(Row row, LocalDate start, LocalDate end) {
    if (!edges.contains(YearMonth.from(start))) {
      return null;
    }
    NavigableMap<LocalDate, BigDecimal> of = days.get(row);
    return of == null ? BigDecimal.ZERO : total(of.subMap(start, true, end, true));
  }

  private static BigDecimal total(Map<?, BigDecimal> amounts) {
    return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static int number(YearMonth month) {
    return month.getYear() * 100 + month.getMonthValue();
  }
}

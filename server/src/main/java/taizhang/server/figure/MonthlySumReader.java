package taizhang.server.figure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import taizhang.books.figure.FigureQuery;

/**
 * Reads the sums behind many figures: whole months from balances, days at the edges from postings.
 */
@Repository
class MonthlySumReader {

  private static final String BALANCES =
      """
      select indicator, area, month, slice, stage, amount from balance
      where town = ? and indicator = any(?) and area = any(?) and month >= ?
      """;

  private static final String SINCE =
      """
      with recent as materialized (
        select * from posting where town = ? and seq > ?)
      select indicator, area, (extract(year from on_date) * 100 + extract(month from on_date))::integer as month,
             slice, stage, sum(amount) as amount
      from recent
      where indicator = any(?) and starts is null and key = ''
      group by 1, 2, 3, 4, 5
      """;

  private static final String DAYS =
      """
      select p.indicator, p.area, p.on_date, p.slice, p.stage, sum(p.amount) as amount
      from unnest(:firsts, :lasts) as m(first, last)
      join posting p on p.on_date between m.first and m.last
      where p.town = :town and p.indicator = any(:indicators) and p.seq <= :seq
      group by 1, 2, 3, 4, 5
      """;

  /** The sums that flows and stocks at areas come from. */
  MonthlySums read(Moment at, List<FigureQuery> flows, List<FigureQuery> stocks, JdbcClient sql) {
    Set<String> indicators = new HashSet<>();
    Set<String> areas = new HashSet<>();
    for (List<FigureQuery> queries : List.of(flows, stocks)) {
      for (FigureQuery query : queries) {
        indicators.add(query.indicator());
        areas.add(Objects.requireNonNull(query.area()));
      }
    }
    int first = stocks.isEmpty() ? firstMonth(flows) : 0;
    Set<YearMonth> edges = edges(at, flows, stocks);
    MonthlySums sums = new MonthlySums(indicators, areas, first, edges);
    if (!indicators.isEmpty()) {
      balances(at, sums, indicators, areas, first, sql);
      if (at.past()) {
        since(at, sums, indicators, sql);
      }
      if (!edges.isEmpty()) {
        days(at, sums, indicators, edges, sql);
      }
    }
    return sums;
  }

  private static int firstMonth(List<FigureQuery> flows) {
    return flows.stream()
        .mapToInt(flow -> MonthlySums.number(YearMonth.from(flow.period().from())))
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  /** The months of which some query reads a part. */
  private static Set<YearMonth> edges(
      Moment at, List<FigureQuery> flows, List<FigureQuery> stocks) {
    Set<YearMonth> edges = new HashSet<>();
    for (FigureQuery flow : flows) {
      if (flow.period().from().getDayOfMonth() > 1) {
        edges.add(YearMonth.from(flow.period().from()));
      }
    }
    for (List<FigureQuery> queries : List.of(flows, stocks)) {
      for (FigureQuery query : queries) {
        LocalDate end = PostingReader.min(query.period().to(), at.day());
        if (!end.equals(YearMonth.from(end).atEndOfMonth())) {
          edges.add(YearMonth.from(end));
        }
      }
    }
    return edges;
  }

  private static void balances(
      Moment at,
      MonthlySums sums,
      Set<String> indicators,
      Set<String> areas,
      int first,
      JdbcClient sql) {
    sql.sql(BALANCES)
        .param(at.town().id())
        .param(new SqlArrayValue("text", indicators.toArray()))
        .param(new SqlArrayValue("text", areas.toArray()))
        .param(first)
        .query(row -> {
          String slice = row.getString(4);
          String stage = row.getString(5);
          sums.add(
              row.getString(1),
              row.getString(2),
              row.getInt(3),
              slice,
              stage,
              row.getBigDecimal(6));
        });
  }

  /** Takes off what was posted after the entry read, for each area above it. */
  private static void since(Moment at, MonthlySums sums, Set<String> indicators, JdbcClient sql) {
    sql.sql(SINCE)
        .param(at.town().id())
        .param(at.seq())
        .param(new SqlArrayValue("text", indicators.toArray()))
        .query(row -> {
          for (String area : at.rules().areas().path(row.getString(2))) {
            sums.add(
                row.getString(1),
                area,
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getBigDecimal(6).negate());
          }
        });
  }

  /** The days of months that are not read whole. */
  private static void days(
      Moment at, MonthlySums sums, Set<String> indicators, Set<YearMonth> edges, JdbcClient sql) {
    sql.sql(DAYS)
        .param("town", at.town().id())
        .param("seq", at.seq())
        .param("indicators", new SqlArrayValue("text", indicators.toArray()))
        .param("firsts", AheadReader.dates(edges.stream().map(m -> m.atDay(1)).toList()))
        .param("lasts", AheadReader.dates(edges.stream().map(YearMonth::atEndOfMonth).toList()))
        .query(row -> {
          for (String area : at.rules().areas().path(row.getString(2))) {
            sums.addDay(
                row.getString(1),
                area,
                row.getObject(3, LocalDate.class),
                row.getString(4),
                row.getString(5),
                row.getBigDecimal(6));
          }
        });
  }
}

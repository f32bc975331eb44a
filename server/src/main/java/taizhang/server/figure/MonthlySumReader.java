package taizhang.server.figure;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import taizhang.books.area.Area;
import taizhang.books.figure.FigureQuery;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.IndicatorKind;
import taizhang.server.ledger.TownRules;

/** Reads the balances behind many figures with one statement, instead of some for each. */
@Repository
class MonthlySumReader {

  /**
   * The sums that figures with these postings of their own come from.
   *
   * @param withBelow true where some compare the areas below the one asked for
   */
  MonthlySums read(
      Moment at,
      List<FigureQuery> leaves,
      boolean withBelow,
      Function<String, Indicator> indicators,
      JdbcClient sql) {
    Set<String> summed = new HashSet<>();
    Set<String> areas = new HashSet<>();
    int first = Integer.MAX_VALUE;
    for (FigureQuery leaf : leaves) {
      IndicatorKind kind = indicators.apply(leaf.indicator()).kind();
      if (leaf.area() != null && (kind == IndicatorKind.FLOW || kind == IndicatorKind.STOCK)) {
        summed.add(leaf.indicator());
        areas.add(leaf.area());
        if (withBelow) {
          below(at.rules(), leaf.area(), areas);
        }
        YearMonth month = YearMonth.from(leaf.period().from());
        first = kind == IndicatorKind.STOCK ? 0 : Math.min(first, MonthlySums.number(month));
      }
    }
    MonthlySums sums = new MonthlySums(summed, areas, first);
    if (!summed.isEmpty()) {
      balances(at, sums, summed, areas, first, sql);
      if (at.past()) {
        since(at, sums, summed, first, sql);
      }
    }
    return sums;
  }

  private static void below(TownRules rules, String area, Set<String> areas) {
    rules.areas().below(area).stream().map(Area::code).forEach(areas::add);
  }

  private static void balances(
      Moment at,
      MonthlySums sums,
      Set<String> indicators,
      Set<String> areas,
      int first,
      JdbcClient sql) {
    sql.sql(
            """
            select indicator, area, month, slice, stage, amount from balance
            where town = ? and indicator = any(?) and area = any(?) and month >= ?
            """)
        .param(at.town().id())
        .param(new SqlArrayValue("text", indicators.toArray()))
        .param(new SqlArrayValue("text", areas.toArray()))
        .param(first)
        .query(row -> {
          sums.add(
              row.getString(1),
              row.getString(2),
              row.getInt(3),
              row.getString(4),
              row.getString(5),
              row.getBigDecimal(6));
        });
  }

  /** Takes off what was posted after the entry read, for each area above it. */
  private static void since(
      Moment at, MonthlySums sums, Set<String> indicators, int first, JdbcClient sql) {
    sql.sql(
            """
            with recent as materialized (
              select * from posting where town = ? and seq > ?)
            select indicator, area, (extract(year from on_date) * 100 + extract(month from on_date))::integer as month,
                   slice, stage, sum(amount) as amount
            from recent
            where indicator = any(?) and starts is null and key = ''
            group by 1, 2, 3, 4, 5
            """)
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
}

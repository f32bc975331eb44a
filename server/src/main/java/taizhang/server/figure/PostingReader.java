package taizhang.server.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Reckoning;
import taizhang.books.posting.Said;

/**
 * Reads figures from balances and postings. Whole months come from balances, the days at the edges
 * from postings; a past point of the books is the balance less what was posted since.
 */
@Repository
class PostingReader {
  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

  /** A sum over days. A flow begins on a day, a stock at the beginning of the books. */
  BigDecimal sum(Moment at, FigureQuery query, String area, boolean stock, JdbcClient sql) {
    LocalDate end = min(query.period().to(), at.day());
    LocalDate start = stock ? FIRST_DAY : query.period().from();
    if (end.isBefore(start)) {
      return BigDecimal.ZERO;
    }
    BigDecimal ahead = at.ahead().sums().sum(query, area, start, end);
    if (ahead != null) {
      return ahead;
    }
    if (query.belongs()) {
      return fromPostings(at, query, area, start, end, sql);
    }
    BigDecimal sum = fromBalances(at, query, area, start, end, sql);
    return at.past() ? sum.subtract(since(at, query, area, start, end, sql)) : sum;
  }

  private BigDecimal fromBalances(
      Moment at, FigureQuery query, String area, LocalDate start, LocalDate end, JdbcClient sql) {
    YearMonth first =
        start.getDayOfMonth() == 1 ? YearMonth.from(start) : YearMonth.from(start).plusMonths(1);
    boolean endsMonth = end.equals(YearMonth.from(end).atEndOfMonth());
    YearMonth last = endsMonth ? YearMonth.from(end) : YearMonth.from(end).minusMonths(1);
    if (last.isBefore(first)) {
      return edge(at, query, area, start, end, sql);
    }
    BigDecimal sum =
        sql.sql(
                """
                select coalesce(sum(amount), 0) from balance
                where town = :town and indicator = :indicator and area = :area and month between :first and :last
                  and slice = :slice and stage = any(:stages)
                """)
            .param("town", at.town().id())
            .param("indicator", query.indicator())
            .param("area", area)
            .param("first", MonthlySums.number(first))
            .param("last", MonthlySums.number(last))
            .param("slice", query.slice())
            .param("stages", stages(query))
            .query(BigDecimal.class)
            .single();
    if (start.isBefore(first.atDay(1))) {
      sum = sum.add(edge(at, query, area, start, first.atDay(1).minusDays(1), sql));
    }
    if (!endsMonth) {
      sum = sum.add(edge(at, query, area, last.plusMonths(1).atDay(1), end, sql));
    }
    return sum;
  }

  private BigDecimal edge(
      Moment at, FigureQuery query, String area, LocalDate start, LocalDate end, JdbcClient sql) {
    return summed("on_date between :start and :end", at, query, area, start, end, sql);
  }

  private BigDecimal since(
      Moment at, FigureQuery query, String area, LocalDate start, LocalDate end, JdbcClient sql) {
    String which = "on_date between :start and :end and seq > :seq";
    return summed(which, at, query, area, start, end, sql);
  }

  private BigDecimal fromPostings(
      Moment at, FigureQuery query, String area, LocalDate start, LocalDate end, JdbcClient sql) {
    String which = "belongs between :start and :end and seq <= :seq";
    return summed(which, at, query, area, start, end, sql);
  }

  private static BigDecimal summed(
      String which,
      Moment at,
      FigureQuery query,
      String area,
      LocalDate start,
      LocalDate end,
      JdbcClient sql) {
    String statement =
        """
        select coalesce(sum(amount), 0) from posting
        where town = :town and indicator = :indicator and %s
          and slice = :slice and stage = any(:stages) and area = any(:areas)
        """
            .formatted(which);
    return span(statement, at, query, area, start, end, sql);
  }

  /** The number of different keys inside the period. */
  BigDecimal distinct(Moment at, FigureQuery query, String area, JdbcClient sql) {
    LocalDate end = min(query.period().to(), at.day());
    if (end.isBefore(query.period().from())) {
      return BigDecimal.ZERO;
    }
    BigDecimal ahead = query.belongs() ? null : at.ahead().counts().count(span(query, end), area);
    if (ahead != null) {
      return ahead;
    }
    String day = query.belongs() ? "belongs" : "on_date";
    return span(
        """
        select count(*) from (
          select 1 from posting
          where town = :town and indicator = :indicator and %s between :start and :end and seq <= :seq
            and slice = :slice and stage = any(:stages) and area = any(:areas)
          group by key having sum(amount) <> 0) as standing
        """
            .formatted(day),
        at,
        query,
        area,
        query.period().from(),
        end,
        sql);
  }

  private static BigDecimal span(
      String statement,
      Moment at,
      FigureQuery query,
      String area,
      LocalDate start,
      LocalDate end,
      JdbcClient sql) {
    return sql.sql(statement)
        .param("town", at.town().id())
        .param("indicator", query.indicator())
        .param("seq", at.seq())
        .param("start", start)
        .param("end", end)
        .param("slice", query.slice())
        .param("stages", stages(query))
        .param("areas", areas(at, area))
        .query(BigDecimal.class)
        .single();
  }

  /** The value stated for exactly this area and period; null where none stands. */
  Reckoning.@Nullable Stated stated(Moment at, FigureQuery query, String area, JdbcClient sql) {
    Ahead.Statement statement = Ahead.Statement.of(query, area);
    if (at.ahead().stated().knows(statement)) {
      return at.ahead().stated().value(statement);
    }
    return sql.sql(
            """
            select key, sum(amount) as value from posting
            where town = :town and indicator = :indicator and area = :area and starts = :start and belongs = :end
              and seq <= :seq and stage = any(:stages)
            group by record, key having sum(mark) > 0
            order by max(seq) desc, record desc, key collate "C" desc limit 1
            """)
        .param("town", at.town().id())
        .param("indicator", query.indicator())
        .param("area", area)
        .param("start", query.period().from())
        .param("end", query.period().to())
        .param("seq", at.seq())
        .param("stages", stages(query))
        .query((row, n) ->
            new Reckoning.Stated(row.getBigDecimal("value"), Said.of(row.getString("key"))))
        .optional()
        .orElse(null);
  }

  static SqlArrayValue areas(Moment at, String area) {
    return new SqlArrayValue("text", at.rules().areas().within(area).toArray());
  }

  static SqlArrayValue only(String area) {
    return new SqlArrayValue("text", area);
  }

  /** The postings in which a distinct count looks for keys. */
  static Ahead.Span span(FigureQuery query, LocalDate end) {
    return new Ahead.Span(
        query.indicator(), query.period().from(), end, query.slice(), query.pending());
  }

  static SqlArrayValue stages(FigureQuery query) {
    return stages(query.pending());
  }

  static SqlArrayValue stages(boolean pending) {
    Object[] stages = pending ? new Object[] {"approved", "pending"} : new Object[] {"approved"};
    return new SqlArrayValue("text", stages);
  }

  static LocalDate min(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }
}

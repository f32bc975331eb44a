package taizhang.server.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import taizhang.books.area.Area;
import taizhang.books.area.AreaTree;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Reckoning;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.IndicatorKind;
import taizhang.books.posting.Said;

/** Reads what is behind many figures with a few statements, instead of some for each. */
@Repository
class AheadReader {

  private static final String COUNTS =
      """
      with places as materialized (select cast(:places as jsonb) as above)
      select n, area, count(*) from (
        select q.n, places.above ->> p.area as area, p.key
        from places cross join posting p
        join unnest(:spans, :starts, :ends, :slices) with ordinality as q(indicator, start, finish, slice, n)
          on q.indicator = p.indicator and q.slice = p.slice and p.on_date between q.start and q.finish
        where p.town = :town and p.area = any(:within) and p.seq <= :seq and p.stage = any(:stages)
        group by 1, 2, 3 having sum(p.amount) <> 0) as standing
      group by n, area
      """;

  private static final String STATED =
      """
      select distinct on (indicator, area, starts, belongs) indicator, area, starts, belongs, key, value from (
        select indicator, area, starts, belongs, record, key, sum(amount) as value, max(seq) as newest
        from posting
        where town = :town and indicator = any(:indicators) and area = any(:areas) and seq <= :seq
          and stage = any(:stages)
          and (starts, belongs) in (select * from unnest(:starts, :ends))
        group by indicator, area, starts, belongs, record, key having sum(mark) > 0) as standing
      order by indicator, area, starts, belongs, newest desc, record desc, key collate "C" desc
      """;

  private final MonthlySumReader sums;

  AheadReader(MonthlySumReader sums) {
    this.sums = sums;
  }

  /**
   * What figures with these postings of their own come from.
   *
   * @param withBelow true where some compare the areas below the one asked for
   */
  Ahead read(
      Moment at,
      List<FigureQuery> leaves,
      boolean withBelow,
      Function<String, Indicator> indicators,
      JdbcClient sql) {
    List<FigureQuery> placed = withBelow ? withBelow(at, leaves) : leaves;
    Map<IndicatorKind, List<FigureQuery>> kinds =
        placed.stream()
            .filter(leaf -> leaf.area() != null)
            .collect(Collectors.groupingBy(leaf -> indicators.apply(leaf.indicator()).kind()));
    List<FigureQuery> flows = kinds.getOrDefault(IndicatorKind.FLOW, List.of());
    List<FigureQuery> stocks = kinds.getOrDefault(IndicatorKind.STOCK, List.of());
    return new Ahead(
        sums.read(at, flows, stocks, sql),
        counts(at, kinds.getOrDefault(IndicatorKind.DISTINCT, List.of()), sql),
        stated(at, kinds.getOrDefault(IndicatorKind.STATED, List.of()), sql));
  }

  private static List<FigureQuery> withBelow(Moment at, List<FigureQuery> leaves) {
    return leaves.stream()
        .flatMap(leaf ->
            leaf.area() == null
                ? Stream.of(leaf)
                : Stream.concat(
                    Stream.of(leaf),
                    at.rules().areas().below(leaf.area()).stream()
                        .map((Area area) -> leaf.in(area.code()))))
        .distinct()
        .toList();
  }

  private static Ahead.Counts counts(Moment at, List<FigureQuery> queries, JdbcClient sql) {
    Set<Ahead.Span> spans = new HashSet<>();
    Set<String> areas = new HashSet<>();
    for (FigureQuery query : queries) {
      LocalDate end = PostingReader.min(query.period().to(), at.day());
      if (query.area() != null && !query.belongs() && !end.isBefore(query.period().from())) {
        spans.add(PostingReader.span(query, end));
        areas.add(query.area());
      }
    }
    Map<Ahead.At, BigDecimal> found = new HashMap<>();
    for (boolean pending : new boolean[] {false, true}) {
      List<Ahead.Span> of = spans.stream().filter(span -> span.pending() == pending).toList();
      if (!of.isEmpty()) {
        count(at, of, areas, found, sql);
      }
    }
    return new Ahead.Counts(spans, areas, found);
  }

  /** Areas at the same height hold nothing in common: each posting falls into one of them. */
  private static void count(
      Moment at,
      List<Ahead.Span> spans,
      Set<String> areas,
      Map<Ahead.At, BigDecimal> found,
      JdbcClient sql) {
    AreaTree tree = at.rules().areas();
    Map<Integer, List<String>> heights =
        areas.stream().collect(Collectors.groupingBy(area -> tree.path(area).size()));
    for (List<String> level : heights.values()) {
      Map<String, String> places = new HashMap<>();
      level.forEach(area -> tree.within(area).forEach(inside -> places.put(inside, area)));
      countLevel(at, spans, places, found, sql);
    }
  }

  private static void countLevel(
      Moment at,
      List<Ahead.Span> spans,
      Map<String, String> places,
      Map<Ahead.At, BigDecimal> found,
      JdbcClient sql) {
    sql.sql(COUNTS)
        .param("town", at.town().id())
        .param("seq", at.seq())
        .param("places", object(places))
        .param("within", texts(places.keySet()))
        .param("spans", texts(spans.stream().map(Ahead.Span::indicator).toList()))
        .param("starts", dates(spans.stream().map(Ahead.Span::start).toList()))
        .param("ends", dates(spans.stream().map(Ahead.Span::end).toList()))
        .param("slices", texts(spans.stream().map(Ahead.Span::slice).toList()))
        .param("stages", PostingReader.stages(spans.getFirst().pending()))
        .query(row -> {
          Ahead.Span span = spans.get((int) row.getLong(1) - 1);
          found.put(new Ahead.At(span, row.getString(2)), row.getBigDecimal(3));
        });
  }

  /** As a JSON object; codes of areas are letters and digits. */
  private static String object(Map<String, String> places) {
    return places.entrySet().stream()
        .map(place -> '"' + place.getKey() + "\":\"" + place.getValue() + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static Ahead.StatedValues stated(Moment at, List<FigureQuery> queries, JdbcClient sql) {
    Set<Ahead.Statement> asked = new HashSet<>();
    for (FigureQuery query : queries) {
      if (query.area() != null) {
        asked.add(Ahead.Statement.of(query, query.area()));
      }
    }
    Map<Ahead.Statement, Reckoning.Stated> found = new HashMap<>();
    for (boolean pending : new boolean[] {false, true}) {
      List<Ahead.Statement> of = asked.stream().filter(s -> s.pending() == pending).toList();
      if (!of.isEmpty()) {
        state(at, of, found, sql);
      }
    }
    return new Ahead.StatedValues(asked, found);
  }

  private static void state(
      Moment at,
      List<Ahead.Statement> asked,
      Map<Ahead.Statement, Reckoning.Stated> found,
      JdbcClient sql) {
    boolean pending = asked.getFirst().pending();
    sql.sql(STATED)
        .param("town", at.town().id())
        .param("seq", at.seq())
        .param("stages", PostingReader.stages(pending))
        .param("indicators", texts(asked.stream().map(Ahead.Statement::indicator).toList()))
        .param("areas", texts(asked.stream().map(Ahead.Statement::area).toList()))
        .param("starts", dates(asked.stream().map(Ahead.Statement::start).toList()))
        .param("ends", dates(asked.stream().map(Ahead.Statement::end).toList()))
        .query(row -> {
          Ahead.Statement statement =
              new Ahead.Statement(
                  row.getString(1),
                  row.getString(2),
                  row.getObject(3, LocalDate.class),
                  row.getObject(4, LocalDate.class),
                  pending);
          found.put(
              statement,
              new Reckoning.Stated(row.getBigDecimal("value"), Said.of(row.getString("key"))));
        });
  }

  static SqlArrayValue texts(Collection<String> values) {
    return new SqlArrayValue("text", values.toArray());
  }

  static SqlArrayValue dates(Collection<LocalDate> values) {
    return new SqlArrayValue("date", values.toArray());
  }
}

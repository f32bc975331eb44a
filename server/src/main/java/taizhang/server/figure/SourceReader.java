package taizhang.server.figure;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.figure.FigureQuery;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.IndicatorKind;
import taizhang.books.pack.PostingRule;
import taizhang.server.ledger.Sight;
import taizhang.server.ledger.TownRules;

/** The postings behind figures, with the entries that made them. */
@Repository
class SourceReader {

  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
  private static final RowMapper<Source> SOURCE =
      (row, n) ->
          new Source(
              row.getLong("seq"),
              row.getLong("record"),
              row.getString("ledger"),
              row.getString("kind"),
              row.getString("indicator"),
              row.getString("area"),
              row.getObject("on_date", LocalDate.class),
              row.getObject("belongs", LocalDate.class),
              row.getString("stage").equals("pending"),
              row.getString("key"),
              row.getBigDecimal("amount"),
              row.getObject("effective_on", LocalDate.class),
              row.getString("by"),
              row.getObject("at", OffsetDateTime.class).toInstant(),
              row.getString("reason"));

  private static final String BEHIND =
      """
      from posting p
      where p.town = :town and p.indicator = :indicator and p.seq <= :seq and p.slice = :slice
        and p.stage = any(:stages) and p.area = any(:areas)
        and case when :exact then p.starts = :start and p.belongs = :end else %s between :start and :end end
        and %s
      """;

  /** Nothing is kept from whoever works on the machine itself. */
  static final Sight ALL = new Sight("true", Map.of());

  /** What a person may see: an entry of a ledger, posted at an area. */
  static Sight seenBy(Clearance who, TownRules rules) {
    Set<String> all =
        rules.packs().packs().stream()
            .flatMap(pack -> pack.ledgers().keySet().stream())
            .collect(Collectors.toSet());
    if (who.reach(Right.READ).stream()
        .anyMatch(reach -> reach.everywhere() && reach.ledgers().containsAll(all))) {
      return ALL;
    }
    return Sight.of(who, Right.READ, "s.ledger", "p.area");
  }

  List<Source> page(
      Moment at, List<FigureQuery> leaves, Sight sight, int limit, int offset, JdbcClient sql) {
    List<Source> found = new ArrayList<>();
    for (FigureQuery leaf : leaves) {
      String statement =
          """
          select p.seq, p.record, e.ledger, e.kind, p.indicator, p.area, p.on_date, p.belongs, p.stage, p.key,
                 p.amount, e.effective_on, e.by, e.at, e.reason
          from (select p.* %s order by p.seq desc, p.n limit :limit) p
          join entry e on e.town = p.town and e.seq = p.seq
          order by p.seq desc, p.n
          """
              .formatted(BEHIND.formatted(day(leaf), seen(sight)));
      found.addAll(
          bind(sight.bind(sql.sql(statement)), at, leaf)
              .param("limit", limit + offset)
              .query(SOURCE)
              .list());
    }
    found.sort(Comparator.comparingLong(Source::seq).reversed());
    return found.stream().skip(offset).limit(limit).toList();
  }

  Extent extent(Moment at, List<FigureQuery> leaves, Sight sight, JdbcClient sql) {
    long postings = 0;
    long entries = 0;
    long late = 0;
    for (FigureQuery leaf : leaves) {
      String statement =
          "select count(*) as postings, count(distinct seq) as entries,"
              + " count(*) filter (where on_date <> belongs and starts is null) as late "
              + BEHIND.formatted(day(leaf), seen(sight));
      Extent extent = bind(sight.bind(sql.sql(statement)), at, leaf).query(Extent.class).single();
      postings += extent.postings();
      entries += extent.entries();
      late += extent.late();
    }
    return new Extent(postings, entries, late);
  }

  private static String seen(Sight sight) {
    return sight.params().isEmpty()
        ? sight.where()
        : "exists (select from entry s where s.town = p.town and s.seq = p.seq and "
            + sight.where()
            + ")";
  }

  /**
   * How many entries after some place in the books moved each of several figures: one statement.
   *
   * @param leaves by figure, what it comes from
   * @param after by figure, the place
   */
  List<Long> since(Moment at, List<List<FigureQuery>> leaves, List<Long> after, JdbcClient sql) {
    List<String> parts = new ArrayList<>();
    List<Object> params = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      for (FigureQuery leaf : leaves.get(i)) {
        parts.add(since(i, at, leaf, after.get(i), params));
      }
    }
    Long[] counts = new Long[leaves.size()];
    Arrays.fill(counts, 0L);
    if (!parts.isEmpty()) {
      String moved = String.join(" union all ", parts);
      sql.sql("select i, count(distinct seq) from (" + moved + ") as moved group by i")
          .params(params)
          .query((RowCallbackHandler) row -> counts[row.getInt(1)] = row.getLong(2));
    }
    return List.of(counts);
  }

  private static String since(int i, Moment at, FigureQuery leaf, long after, List<Object> params) {
    IndicatorKind kind = kind(at, leaf.indicator());
    boolean stated = kind == IndicatorKind.STATED;
    String area = leaf.area() == null ? at.rules().areas().root().code() : leaf.area();
    params.addAll(List.of(at.town().id(), leaf.indicator(), after, at.seq(), leaf.slice()));
    params.add(PostingReader.stages(leaf));
    params.add(stated ? PostingReader.only(area) : PostingReader.areas(at, area));
    params.add(kind == IndicatorKind.STOCK ? FIRST_DAY : leaf.period().from());
    params.add(leaf.period().to());
    String span =
        stated ? "starts = ? and belongs = ?" : day(leaf).substring(2) + " between ? and ?";
    return "select "
        + i
        + " as i, seq from posting where town = ? and indicator = ? and seq > ? and seq <= ?"
        + " and slice = ? and stage = any(?) and area = any(?) and "
        + span;
  }

  private static String day(FigureQuery leaf) {
    return leaf.belongs() ? "p.belongs" : "p.on_date";
  }

  private static JdbcClient.StatementSpec bind(
      JdbcClient.StatementSpec statement, Moment at, FigureQuery leaf) {
    IndicatorKind kind = kind(at, leaf.indicator());
    boolean stated = kind == IndicatorKind.STATED;
    LocalDate start = kind == IndicatorKind.STOCK ? FIRST_DAY : leaf.period().from();
    LocalDate after = at.after();
    if (after != null && !after.isBefore(start)) {
      start = after.plusDays(1);
    }
    LocalDate end = stated ? leaf.period().to() : PostingReader.min(leaf.period().to(), at.day());
    String area = leaf.area() == null ? at.rules().areas().root().code() : leaf.area();
    return statement
        .param("town", at.town().id())
        .param("indicator", leaf.indicator())
        .param("seq", at.seq())
        .param("slice", leaf.slice())
        .param("stages", PostingReader.stages(leaf))
        .param("areas", stated ? PostingReader.only(area) : PostingReader.areas(at, area))
        .param("start", start)
        .param("end", end)
        .param("exact", stated && at.after() == null);
  }

  private static IndicatorKind kind(Moment at, String code) {
    if (code.endsWith(PostingRule.TARGET)) {
      return IndicatorKind.STATED;
    }
    Indicator indicator = at.rules().packs().indicator(code);
    return indicator == null ? IndicatorKind.FLOW : indicator.kind();
  }
}

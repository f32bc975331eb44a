package taizhang.server.matter;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.pack.ClockFields;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Lifecycle;
import taizhang.server.ledger.Sight;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;

/** Counts of matters in a month, added up by the database. */
record BulletinSql(Town town, TownRules now, Clearance who, YearMonth month) {

  private static final String CLOSINGS =
      """
      select ledger, dept,
        count(*) filter (where closed) as closed,
        count(*) filter (where closed and kept) as in_time,
        count(*) filter (where open) as open,
        count(*) filter (where open and due <= :last) as late
      from (
        select c.*, ended between :first and :last as closed,
          e.effective_on <= cast(:last as date) and (ended = '' or ended > :last) as open
        from (%s) c left join entry e on e.town = :town and e.seq = c.run) c
      group by ledger, dept
      """;

  private static final String CLOCK =
      """
      select r.ledger, %s as dept, (r.image ->> '%s')::bigint as run,
        coalesce(r.image ->> '%s', '') as ended, coalesce(r.image ->> '%s', '') = 'true' as kept,
        nullif(r.image ->> '%s', '') as due
      from record r where r.town = :town and r.ledger = '%s' and not r.void
        and coalesce(r.image ->> '%s', '') <> '' and %s
      """;

  private static final String RETURNS =
      """
      select r.ledger, %s as dept, count(*) as returned
      from (
        select e.record, e.ledger, e.kind, e.effective_on, e.state,
          lag(e.state) over (partition by e.record order by e.seq) as was
        from entry e where e.town = :town and e.state is not null and e.record in (
          select m.record from entry m
          where m.town = :town and m.ledger = any(:in) and m.kind = 'move'
            and m.effective_on between cast(:first as date) and cast(:last as date))) e
      join record r on r.town = :town and r.id = e.record and not r.void
      where e.kind = 'move'
        and e.effective_on between cast(:first as date) and cast(:last as date)
        and (e.ledger, e.was, e.state) in (
          select * from unnest(:in::text[], :from::text[], :to::text[]))
        and %s
      group by 1, 2
      """;

  /** Counts of the records of a ledger that a department deals with. */
  record Counted(String ledger, String department, Bulletin.Count count) {}

  /** A move to a state that is declared before the one left. */
  private record Back(String ledger, String from, String to) {}

  List<Counted> counted(JdbcClient sql) {
    List<Ledger> ledgers = Deadlines.ledgers(now);
    List<Counted> all = new ArrayList<>();
    if (!ledgers.isEmpty()) {
      all.addAll(closings(ledgers, sql));
      all.addAll(returns(ledgers, sql));
    }
    return all;
  }

  private JdbcClient.StatementSpec bound(Sight sight, String text, JdbcClient sql) {
    return sight
        .bind(sql.sql(text))
        .param("town", town.id())
        .param("first", month.atDay(1).toString())
        .param("last", month.atEndOfMonth().toString());
  }

  private List<Counted> closings(List<Ledger> ledgers, JdbcClient sql) {
    Sight sight = Sight.of(who, Right.READ, "r");
    List<String> clocks =
        ledgers.stream().flatMap(ledger -> clocks(ledger, sight.where())).toList();
    return bound(sight, CLOSINGS.formatted(String.join(" union all ", clocks)), sql)
        .query((row, n) ->
            new Counted(
                row.getString("ledger"),
                row.getString("dept"),
                new Bulletin.Count(
                    row.getInt("closed"),
                    row.getInt("in_time"),
                    row.getInt("open"),
                    row.getInt("late"),
                    0)))
        .list();
  }

  private Stream<String> clocks(Ledger ledger, String sight) {
    String department = DepartmentSql.of(now, ledger);
    return Objects.requireNonNull(ledger.lifecycle()).clocks().keySet().stream()
        .map(ClockFields::new)
        .map(fields ->
            CLOCK.formatted(
                department,
                fields.run(),
                fields.ended(),
                fields.kept(),
                fields.due(),
                ledger.code(),
                fields.run(),
                sight));
  }

  private List<Counted> returns(List<Ledger> ledgers, JdbcClient sql) {
    List<Back> back = ledgers.stream().flatMap(BulletinSql::back).toList();
    Sight sight = Sight.of(who, Right.READ, "r");
    String text = RETURNS.formatted(DepartmentSql.of(now, ledgers), sight.where());
    return bound(sight, text, sql)
        .param("in", back.stream().map(Back::ledger).toArray(String[]::new))
        .param("from", back.stream().map(Back::from).toArray(String[]::new))
        .param("to", back.stream().map(Back::to).toArray(String[]::new))
        .query((row, n) ->
            new Counted(
                row.getString("ledger"),
                row.getString("dept"),
                new Bulletin.Count(0, 0, 0, 0, row.getInt("returned"))))
        .list();
  }

  /** The moves that go back, other than out of a pause. */
  private static Stream<Back> back(Ledger ledger) {
    Lifecycle lifecycle = Objects.requireNonNull(ledger.lifecycle());
    List<String> order = List.copyOf(lifecycle.states().keySet());
    List<String> paused =
        lifecycle.clocks().values().stream().flatMap(clock -> clock.pauses().stream()).toList();
    return lifecycle.moves().values().stream()
        .flatMap(move ->
            move.from().stream()
                .filter(from -> !paused.contains(from))
                .filter(from -> order.indexOf(move.to()) < order.indexOf(from))
                .map(from -> new Back(ledger.code(), from, move.to())));
  }
}

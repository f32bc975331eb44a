package taizhang.server.matter;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.pack.Ledger;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.RecordRows;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.Sight;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;

/** Where matters stand, as far as a person sees them: by state, by department, by deadline. */
@Service
public class Boards {

  private static final int NAMED = 4;

  private static final String STATES =
      """
      select r.ledger, r.state, count(*) from record r
      where r.town = :town and r.ledger = any(:ledgers) and not r.void and %s
      group by r.ledger, r.state
      """;

  private static final String LOADS =
      """
      select r.dept, count(*) as open, count(*) filter (where r.near) as near,
        count(*) filter (where r.late) as late
      %s group by r.dept order by late desc, open desc, r.dept
      """;

  private static final String DUE =
      """
      %s, r.day, r.n, r.overdue from (
        select r.*, left(r.due, 10) as day,
          count(*) over (partition by left(r.due, 10)) as n,
          count(*) filter (where r.late) over (partition by left(r.due, 10)) as overdue,
          row_number() over (partition by left(r.due, 10) order by r.due, r.id) as place
        %s where r.due like :month) r
      where r.place <= :named order by r.day, r.place
      """;

  private final Towns towns;
  private final TownScope scope;
  private final Rules rules;
  private final Matters matters;

  Boards(Towns towns, TownScope scope, Rules rules, Matters matters) {
    this.towns = towns;
    this.scope = scope;
    this.rules = rules;
    this.matters = matters;
  }

  /**
   * Open matters of a department.
   *
   * @param near whose light is on
   * @param late whose time has run out
   */
  public record Load(String department, long open, long near, long late) {}

  /**
   * A day of the calendar.
   *
   * @param count how many matters run out then
   * @param late how many of them have
   * @param first some of them
   */
  public record Day(long count, long late, List<Named> first) {
    public Day {
      first = List.copyOf(first);
    }
  }

  /** A matter by its name. */
  public record Named(long id, String title, String ledger) {}

  /** By ledger, how many records stand in each state; final states too. */
  public Map<String, Map<String, Long>> states(Clearance who) {
    Town town = towns.find(who.town());
    List<String> ledgers = Matters.ledgers(rules.of(town)).stream().map(Ledger::code).toList();
    Sight sight = Sight.of(who, Right.READ, "r");
    return scope.read(
        town,
        sql -> {
          Map<String, Map<String, Long>> states = new TreeMap<>();
          sight
              .bind(sql.sql(STATES.formatted(sight.where())))
              .param("town", town.id())
              .param("ledgers", ledgers.toArray(String[]::new))
              .query((row, n) ->
                  states
                      .computeIfAbsent(row.getString(1), ledger -> new TreeMap<>())
                      .put(row.getString(2) + "", row.getLong(3)))
              .list();
          return states;
        });
  }

  /** The departments with open matters, those with most late ones in front. */
  public List<Load> loads(Clearance who) {
    Town town = towns.find(who.town());
    MatterSql matter = new MatterSql(town, rules.of(town), who, matters.now());
    return scope.read(
        town,
        sql ->
            matter
                .bind(sql.sql(LOADS.formatted(matter.from())))
                .query((row, n) ->
                    new Load(
                        row.getString("dept"),
                        row.getLong("open"),
                        row.getLong("near"),
                        row.getLong("late")))
                .list());
  }

  private record Due(RecordRow row, LocalDate on, long count, long late) {}

  /** The days of a month on which matters run out. */
  public SequencedMap<LocalDate, Day> calendar(Clearance who, YearMonth month) {
    Town town = towns.find(who.town());
    TownRules now = rules.of(town);
    MatterSql matter = new MatterSql(town, now, who, matters.now());
    List<Due> due = scope.read(town, sql -> due(month, matter, sql));
    TreeMap<LocalDate, Day> days = new TreeMap<>();
    for (Due one : due) {
      Ledger ledger = now.ledger(one.row().ledger());
      Day before = days.get(one.on());
      List<Named> named = new ArrayList<>(before == null ? List.of() : before.first());
      named.add(
          new Named(
              one.row().id(),
              Subject.of(ledger, one.row().image(), one.row().id()),
              ledger.title()));
      days.put(one.on(), new Day(one.count(), one.late(), named));
    }
    return days;
  }

  private static List<Due> due(YearMonth month, MatterSql matter, JdbcClient sql) {
    return matter
        .bind(sql.sql(DUE.formatted(RecordRows.COLUMNS, matter.from())))
        .param("month", month + "-%")
        .param("named", NAMED)
        .query((row, n) ->
            new Due(
                RecordRows.read(row),
                LocalDate.parse(row.getString("day")),
                row.getLong("n"),
                row.getLong("overdue")))
        .list();
  }
}

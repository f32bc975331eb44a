package taizhang.server.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.server.browse.Cursor;
import taizhang.server.ledger.RecordEntries;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.RecordRows;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.matter.MatterRow.Concern;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;

/** The open matters that a person sees (待办), those due first in front. */
@Service
public class Inbox {

  /** Most rows of one page. */
  public static final int LARGEST_PAGE = 200;

  private final Towns towns;
  private final TownScope scope;
  private final Rules rules;
  private final RecordEntries histories;
  private final Matters matters;

  Inbox(Towns towns, TownScope scope, Rules rules, RecordEntries histories, Matters matters) {
    this.towns = towns;
    this.scope = scope;
    this.rules = rules;
    this.histories = histories;
    this.matters = matters;
  }

  /**
   * Which matters are asked for.
   *
   * @param concern why they concern the person, null for all
   * @param own true for those only that are the person's, the department's or stand in the area
   * @param ledger full code of one ledger, empty for all
   * @param department one department that deals with them, empty for all
   * @param day the day they run out on, empty for any
   */
  public record Wanted(
      @Nullable Concern concern, boolean own, String ledger, String department, String day) {
    /** All that the person sees. */
    public static final Wanted ALL = new Wanted(null, false, "", "", "");

    /** Those that are the person's, the department's or stand in the area. */
    public static Wanted own(@Nullable Concern concern) {
      return new Wanted(concern, true, "", "", "");
    }

    String sql() {
      String which = concern == null ? "true" : "r." + COLUMN.get(concern);
      return which
          + (own ? " and (r.mine or r.department or r.in_area)" : "")
          + (ledger.isEmpty() ? "" : " and r.ledger = :wanted_ledger")
          + (department.isEmpty() ? "" : " and r.dept = :wanted_department")
          + (day.isEmpty() ? "" : " and left(r.due, 10) = :wanted_day");
    }

    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
      return statement
          .param("wanted_ledger", ledger)
          .param("wanted_department", department)
          .param("wanted_day", day);
    }
  }

  /** How many matters there are, by why they concern the person; and of which ledgers. */
  public record Counts(long all, Map<Concern, Long> by, Map<String, Long> ledgers) {
    public Counts {
      by = Map.copyOf(by);
      ledgers = Map.copyOf(ledgers);
    }

    public long of(Concern concern) {
      return by.getOrDefault(concern, 0L);
    }
  }

  /**
   * A page of the inbox.
   *
   * @param next where the rows behind them begin, null where there are none
   * @param previous where the rows before them end, null where there are none
   */
  public record Page(List<MatterRow> rows, @Nullable Cursor next, @Nullable Cursor previous) {
    public Page {
      rows = List.copyOf(rows);
    }
  }

  private static final Map<Concern, String> COLUMN =
      Map.of(
          Concern.MINE, "mine",
          Concern.DEPARTMENT, "department",
          Concern.AREA, "in_area",
          Concern.LATE, "late",
          Concern.NEAR, "near",
          Concern.TODAY, "today");

  private static final String SUMS =
      String.join(
          ", ",
          COLUMN.values().stream()
              .map(column -> "count(*) filter (where r." + column + ") as " + column)
              .toList());

  private record Found(RecordRow row, String due, Set<Concern> concerns) {
    Cursor cursor(boolean back) {
      return new Cursor(due, row.id(), back);
    }
  }

  private MatterSql sql(Town town, TownRules now, Clearance who) {
    return new MatterSql(town, now, who, matters.now());
  }

  /** How many open matters a person sees. */
  public Counts counts(Clearance who, Wanted wanted) {
    Town town = towns.find(who.town());
    MatterSql matter = sql(town, rules.of(town), who);
    return scope.read(town, sql -> counts(wanted, matter, sql));
  }

  private static Counts counts(Wanted wanted, MatterSql matter, JdbcClient sql) {
    Map<Concern, Long> by = new java.util.EnumMap<>(Concern.class);
    Map<String, Long> ledgers = new java.util.TreeMap<>();
    String text =
        "select r.ledger, count(*) as n, "
            + SUMS
            + " "
            + matter.from()
            + " where "
            + wanted.sql()
            + " group by r.ledger";
    wanted
        .bind(matter.bind(sql.sql(text)))
        .query((row, n) -> {
          for (Map.Entry<Concern, String> one : COLUMN.entrySet()) {
            by.merge(one.getKey(), row.getLong(one.getValue()), Long::sum);
          }
          return ledgers.merge(row.getString("ledger"), row.getLong("n"), Long::sum);
        })
        .list();
    return new Counts(ledgers.values().stream().mapToLong(Long::longValue).sum(), by, ledgers);
  }

  /**
   * A page of what is asked for.
   *
   * @param from where it begins or ends, null for the first page
   */
  public Page page(Clearance who, Wanted wanted, @Nullable Cursor from, int size) {
    Town town = towns.find(who.town());
    TownRules now = rules.of(town);
    int most = Math.clamp(size, 1, LARGEST_PAGE);
    MatterSql matter = sql(town, now, who);
    List<Found> found =
        scope.read(town, sql -> found(wanted, matter, place(from), from, most + 1, sql));
    return cut(who, now, found, most, from);
  }

  private Page cut(
      Clearance who, TownRules now, List<Found> found, int most, @Nullable Cursor from) {
    boolean back = from != null && from.back();
    boolean more = found.size() > most;
    List<Found> shown = more ? found.subList(0, most) : found;
    List<Found> rows = back ? shown.reversed() : shown;
    boolean after = back || more;
    boolean before = back ? more : from != null;
    return new Page(
        rows(who, now, rows),
        after && !rows.isEmpty() ? rows.getLast().cursor(false) : null,
        before && !rows.isEmpty() ? rows.getFirst().cursor(true) : null);
  }

  private static String place(@Nullable Cursor from) {
    boolean back = from != null && from.back();
    String after =
        from == null ? "" : " and (r.due, r.id) " + (back ? "<" : ">") + " (:after, :after_id)";
    return after + " order by " + (back ? "r.due desc, r.id desc" : "r.due, r.id");
  }

  /** Those of some matters that the person sees, in the order of their deadlines. */
  public List<MatterRow> find(Clearance who, List<Long> ids) {
    Town town = towns.find(who.town());
    TownRules now = rules.of(town);
    MatterSql matter = sql(town, now, who);
    List<Found> found =
        scope.read(
            town,
            sql ->
                matter
                    .bind(
                        sql.sql(
                            columns()
                                + matter.from()
                                + " where r.id = any(:ids) order by r.due, r.id"))
                    .param("ids", ids.toArray(Long[]::new))
                    .query((row, n) -> read(row))
                    .list());
    return rows(who, now, found);
  }

  private static List<Found> found(
      Wanted wanted,
      MatterSql matter,
      String place,
      @Nullable Cursor from,
      int limit,
      JdbcClient sql) {
    String text = columns() + matter.from() + " where " + wanted.sql() + place + " limit :limit";
    return wanted
        .bind(matter.bind(sql.sql(text)))
        .param("after", from == null ? "" : from.key())
        .param("after_id", from == null ? 0 : from.id())
        .param("limit", limit)
        .query((row, n) -> read(row))
        .list();
  }

  private static String columns() {
    return RecordRows.COLUMNS
        + ", r.due, r.mine, r.department, r.in_area, r.late, r.near, r.today ";
  }

  private static Found read(ResultSet row) throws SQLException {
    Set<Concern> concerns = EnumSet.noneOf(Concern.class);
    for (Map.Entry<Concern, String> one : COLUMN.entrySet()) {
      if (row.getBoolean(one.getValue())) {
        concerns.add(one.getKey());
      }
    }
    return new Found(RecordRows.read(row), row.getString("due"), concerns);
  }

  private List<MatterRow> rows(Clearance who, TownRules town, List<Found> found) {
    if (found.isEmpty()) {
      return List.of();
    }
    List<Long> ids = found.stream().map(one -> one.row().id()).toList();
    MatterRows rows = new MatterRows(town, who, matters.now(), histories.of(who.town(), ids));
    return found.stream().map(one -> rows.of(one.row(), one.concerns())).toList();
  }
}

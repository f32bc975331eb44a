package taizhang.server.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.pack.Ledger;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.Sight;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;

/** What awaits a person, and what moved in the ledgers the person may read. */
@Service
public class Desks {

  /** So many are counted; a desk with more says so. */
  private static final int MOST = 1000;

  /** News are looked for among so many newest entries: a day's work of a town is far less. */
  private static final int RECENT = 5_000;

  private static final String WAITING =
      """
      select r.id as record, r.ledger, r.area, e.kind, e.by, e.at, e.reason
      from record r join entry e on e.town = r.town and e.seq = r.version
      where r.town = :town and r.ledger = any(:ledgers) and r.version > r.reviewed and not r.void
        and %s and %s
      order by r.version limit :most
      """;

  private static final String NEWS =
      """
      with lately as (
        select e.record, e.ledger, r.area, e.kind, e.by, e.at, e.reason, e.seq,
               row_number() over (partition by e.ledger order by e.seq desc) as nth,
               count(*) over (partition by e.ledger) as entries
        from entry e join record r on r.town = e.town and r.id = e.record
        where e.town = :town and e.seq > (select seq - :recent from head where town = :town)
          and e.at >= :since and e.by <> :login and e.ledger not like 'system.%%' and %s)
      select * from lately where nth <= :newest order by entries desc, ledger, seq desc
      """;

  private static final RowMapper<Waiting.Item> ITEM =
      (row, n) ->
          new Waiting.Item(
              row.getLong("record"),
              row.getString("ledger"),
              row.getString("area"),
              row.getString("kind"),
              row.getString("by"),
              row.getObject("at", OffsetDateTime.class).toInstant(),
              row.getString("reason"));

  private final TownScope scope;
  private final Rules rules;

  Desks(TownScope scope, Rules rules) {
    this.scope = scope;
    this.rules = rules;
  }

  /** What others entered and the person may review; it has waited longest first. */
  public Waiting forReview(Town town, Clearance who, int first) {
    return waiting(
        town, who, Right.REVIEW, "e.kind not in ('review', 'return') and e.by <> :login", first);
  }

  /** What was sent back to the person, who entered something of it. */
  public Waiting sentBack(Town town, Clearance who, int first) {
    String mine =
        """
        e.kind = 'return' and exists (
          select from entry m where m.town = r.town and m.record = r.id and m.by = :login)
        """;
    return waiting(town, who, Right.WRITE, mine, first);
  }

  private Waiting waiting(Town town, Clearance who, Right right, String which, int first) {
    List<String> reviewed = reviewed(town, who, right);
    if (reviewed.isEmpty()) {
      return new Waiting(0, false, List.of());
    }
    Sight sight = Sight.of(who, right, "r");
    String statement = WAITING.formatted(which, sight.where());
    List<Waiting.Item> items =
        scope.read(
            town,
            sql ->
                sight
                    .bind(sql.sql(statement))
                    .param("town", town.id())
                    .param("login", who.login())
                    .param("ledgers", reviewed.toArray(String[]::new))
                    .param("most", MOST + 1)
                    .query(ITEM)
                    .list());
    return new Waiting(
        Math.min(items.size(), MOST), items.size() > MOST, items.stream().limit(first).toList());
  }

  private List<String> reviewed(Town town, Clearance who, Right right) {
    return rules.of(town).packs().packs().stream()
        .flatMap(pack -> pack.ledgers().values().stream())
        .filter(ledger -> ledger.review() && who.may(right, ledger))
        .map(Ledger::code)
        .toList();
  }

  /**
   * What others entered since a moment in ledgers and areas the person may read, by ledger, the
   * liveliest first.
   *
   * @param newest how many entries of each ledger are told
   */
  public List<News> news(Town town, Clearance who, Instant since, int newest) {
    Sight sight = Sight.of(who, Right.READ, "e.ledger", "coalesce(e.area, r.area)");
    String statement = NEWS.formatted(sight.where());
    List<Entered> lately =
        scope.read(
            town,
            sql ->
                sight
                    .bind(sql.sql(statement))
                    .param("town", town.id())
                    .param("recent", RECENT)
                    .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                    .param("login", who.login())
                    .param("newest", newest)
                    .query(Desks::entered)
                    .list());
    return byLedger(lately);
  }

  /** An entry, and how many its ledger has. */
  private record Entered(Waiting.Item item, int entries) {}

  private static Entered entered(ResultSet row, int n) throws SQLException {
    return new Entered(Objects.requireNonNull(ITEM.mapRow(row, n)), row.getInt("entries"));
  }

  private static List<News> byLedger(List<Entered> lately) {
    Map<String, List<Entered>> ledgers =
        lately.stream()
            .collect(
                Collectors.groupingBy(
                    entered -> entered.item().ledger(), LinkedHashMap::new, Collectors.toList()));
    return ledgers.entrySet().stream()
        .map(of ->
            new News(
                of.getKey(),
                of.getValue().getFirst().entries(),
                of.getValue().stream().map(Entered::item).toList()))
        .toList();
  }
}

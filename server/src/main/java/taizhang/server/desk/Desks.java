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
import taizhang.server.ledger.ImageText;
import taizhang.server.ledger.Sight;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;

/** What moved in the ledgers a person may read. */
@Service
public class Desks {

  /** News are looked for among so many newest entries: a day's work of a town is far less. */
  private static final int RECENT = 2_000;

  private static final String NEWS =
      """
      with lately as (
        select e.record, e.ledger, r.area, e.kind, e.by, e.at, e.reason, e.seq,
               row_number() over (partition by e.ledger order by e.seq desc) as nth,
               count(*) over (partition by e.ledger) as entries
        from entry e join record r on r.town = e.town and r.id = e.record
        where e.town = :town and e.seq > (select seq - :recent from head where town = :town)
          and e.at >= :since and e.by <> :login and e.ledger not like 'system.%%' and %s)
      select l.*, r.image::text from lately l join record r on r.town = :town and r.id = l.record
      where nth <= :newest order by entries desc, ledger, seq desc
      """;

  private static final RowMapper<News.Item> ITEM =
      (row, n) ->
          new News.Item(
              row.getLong("record"),
              row.getString("ledger"),
              row.getString("area"),
              ImageText.read(row.getString("image")),
              row.getString("kind"),
              row.getString("by"),
              row.getObject("at", OffsetDateTime.class).toInstant(),
              row.getString("reason"));

  private final TownScope scope;

  Desks(TownScope scope) {
    this.scope = scope;
  }

  /** Place of the newest entry in a town's books: what was read then still stands while it is. */
  public long newest(Town town) {
    return scope.read(
        town,
        sql ->
            sql.sql("select seq from head where town = ?")
                .param(town.id())
                .query(Long.class)
                .single());
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
  private record Entered(News.Item item, int entries) {}

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

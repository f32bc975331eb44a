package taizhang.server.browse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.pack.Ledger;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.RecordRows;
import taizhang.server.ledger.Sight;
import taizhang.server.ledger.TownRulesStore;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;

/** Ledgers from outside: how much stands in each, and what single records are called. */
@Service
public class LedgerCounts {

  private static final String COUNTS =
      """
      select c.ledger, c.live, c.pending, e.at from (
        select r.ledger, count(*) as live, count(*) filter (where r.reviewed < r.version) as pending,
               max(r.version) as newest
        from record r where r.town = :town and not r.void and %s group by r.ledger) c
      left join entry e on e.town = :town and e.seq = c.newest
      """;

  private final Towns towns;
  private final TownScope scope;
  private final TownRulesStore rules;

  LedgerCounts(Towns towns, TownScope scope, TownRulesStore rules) {
    this.towns = towns;
    this.scope = scope;
    this.rules = rules;
  }

  /** What the person may read of each ledger, in one look; ledgers without such records are out. */
  public Map<String, LedgerCount> of(Clearance who) {
    Town town = towns.find(who.town());
    Sight sight = Sight.of(who, Right.READ, "r");
    return scope.read(
        town,
        sql ->
            sight
                .bind(sql.sql(COUNTS.formatted(sight.where())))
                .param("town", town.id())
                .query((row, n) -> count(row))
                .list()
                .stream()
                .collect(Collectors.toMap(LedgerCount::ledger, count -> count)));
  }

  /**
   * What records are called: the text of the first open text field, as far as the person may read
   * them.
   */
  public Map<Long, String> names(Clearance who, Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Town town = towns.find(who.town());
    Sight sight = Sight.of(who, Right.READ, "r");
    return scope.read(
        town,
        sql -> {
          var packs = rules.current(town, sql).packs();
          String where = " from record r where r.town = :town and r.id = any(:ids) and ";
          return sight
              .bind(sql.sql(RecordRows.COLUMNS + where + sight.where()))
              .param("town", town.id())
              .param("ids", ids.toArray(Long[]::new))
              .query((row, n) -> RecordRows.read(row))
              .list()
              .stream()
              .collect(
                  Collectors.toMap(RecordRow::id, row -> name(packs.ledger(row.ledger()), row)));
        });
  }

  private static LedgerCount count(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject(4, OffsetDateTime.class);
    return new LedgerCount(
        row.getString(1), row.getLong(2), row.getLong(3), at == null ? null : at.toInstant());
  }

  private static String name(@Nullable Ledger ledger, RecordRow row) {
    return ledger == null
        ? "第 " + row.id() + " 号"
        : Columns.searched(ledger).stream()
            .map(field -> row.image().text(field.name()))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("第 " + row.id() + " 号");
  }

  /** True where a ledger holds more records, of anybody's, than a number. */
  public boolean exceeds(Clearance who, String ledger, int number) {
    Town town = towns.find(who.town());
    return scope.read(
        town,
        sql ->
            sql.sql(
                        "select count(*) from (select from record where town = ? and ledger = ? limit ?) held")
                    .param(town.id())
                    .param(ledger)
                    .param(number + 1)
                    .query(Long.class)
                    .single()
                > number);
  }
}

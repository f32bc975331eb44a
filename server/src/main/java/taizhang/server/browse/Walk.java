package taizhang.server.browse;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.RecordRows;
import taizhang.server.town.Town;

/** Reads a page along an order that is kept: each record it proposes is read from the books. */
final class Walk {

  /** How many proposed records are looked at for a page before the ledger is sorted after all. */
  private static final int LOOKED_AT = 20_000;

  private static final String WALK =
      """
      select x.*, a.key as sort_key from (
        select key, record from arranged
        where town = :town and arrangement = :arrangement%1$s
        order by key%2$s, record%2$s limit %3$d) a
      cross join lateral (%4$s from record r where r.id = a.record and %5$s and %6$s = a.key limit 1) x
      order by a.key%2$s, a.record%2$s limit %7$d
      """;

  private Walk() {}

  /** A record with what it is sorted by. */
  record Keyed(RecordRow row, String key) {
    Cursor cursor(boolean back) {
      return new Cursor(key, row.id(), back);
    }
  }

  /** The newest entry of the books. */
  static long newest(Town town, JdbcClient sql) {
    return sql.sql("select seq from head where town = ?")
        .param(town.id())
        .query(Long.class)
        .single();
  }

  /**
   * Some rows in an order, beginning behind a place.
   *
   * @return null where the order proposed too few that belong to the selection, or the books say
   *     more than it knows
   */
  static @Nullable List<Keyed> rows(
      Where where,
      Arrangement arrangement,
      Columns.Key key,
      @Nullable Cursor from,
      boolean descending,
      int limit,
      JdbcClient sql) {
    if (newest(where.town(), sql) > arrangement.through()) {
      return null;
    }
    String behind =
        from == null
            ? ""
            : " and (key, record) %s (%s, :cursor_id)"
                .formatted(descending ? "<" : ">", key.keptParam("cursor"));
    String walk =
        WALK.formatted(
            behind,
            descending ? " desc" : "",
            LOOKED_AT,
            RecordRows.COLUMNS + ", (" + key.sql() + ")::text as shown_key",
            where.sql(),
            key.kept(),
            limit);
    List<Keyed> rows =
        where
            .bind(sql.sql(walk))
            .param("arrangement", arrangement.id())
            .query((row, n) -> new Keyed(RecordRows.read(row), row.getString("shown_key")))
            .list();
    return rows.size() < limit && !exhausted(where, arrangement, behind, sql) ? null : rows;
  }

  /** True where the order proposes nothing more than was looked at. */
  private static boolean exhausted(
      Where where, Arrangement arrangement, String behind, JdbcClient sql) {
    return where
            .bind(
                sql.sql(
                    "select count(*) from (select from arranged where town = :town and arrangement = :arrangement%s limit %d) looked"
                        .formatted(behind, LOOKED_AT)))
            .param("arrangement", arrangement.id())
            .query(Long.class)
            .single()
        < LOOKED_AT;
  }
}

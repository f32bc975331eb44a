package taizhang.server.browse;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import taizhang.server.town.Town;

/**
 * The records of a large ledger in the order of one field, kept beside the books.
 *
 * @param id its number in the town
 * @param through the newest entry of the books that it knows
 */
record Arrangement(int id, long through) {

  private static final String ALL =
      """
      insert into arranged (town, arrangement, key, record)
      select :town, :arrangement, %s as key, r.id from record r
      where r.town = :town and r.ledger = :ledger order by key, r.id
      on conflict do nothing
      """;

  private static final String SINCE =
      """
      insert into arranged (town, arrangement, key, record)
      select :town, :arrangement, %s, r.id from record r
      where r.town = :town and r.id = any(array(
        select distinct e.record from entry e
        where e.town = :town and e.seq > :through and e.ledger = :ledger))
      on conflict do nothing
      """;

  /** The order as it is kept; null where there is none. */
  static @Nullable Arrangement find(
      Town town, String ledger, Order order, Columns.Key key, JdbcClient sql) {
    return sql.sql(
            """
            select id, through from arrangement
            where town = ? and ledger = ? and field = ? and form = ?
            """)
        .param(town.id())
        .param(ledger)
        .param(order.by())
        .param(key.kept())
        .query((row, n) -> new Arrangement(row.getInt(1), row.getLong(2)))
        .optional()
        .orElse(null);
  }

  /** Takes in what was entered since; one at a time, and whoever comes second finds it done. */
  static Arrangement renew(
      Town town, String ledger, Arrangement kept, Columns.Key key, JdbcClient sql) {
    long through =
        sql.sql("select through from arrangement where town = ? and id = ? for update")
            .param(town.id())
            .param(kept.id())
            .query(Long.class)
            .single();
    long newest = Walk.newest(town, sql);
    sql.sql(SINCE.formatted(key.kept()))
        .param("town", town.id())
        .param("arrangement", kept.id())
        .param("ledger", ledger)
        .param("through", through)
        .update();
    sql.sql("update arrangement set through = ? where town = ? and id = ?")
        .param(newest)
        .param(town.id())
        .param(kept.id())
        .update();
    return new Arrangement(kept.id(), newest);
  }

  /**
   * Makes the order of all there is now, in place of one by the field as it was declared before.
   */
  static Arrangement begin(Town town, String ledger, Order order, Columns.Key key, JdbcClient sql) {
    forget(town, ledger, order, sql);
    long newest = Walk.newest(town, sql);
    int id =
        sql.sql(
                """
                insert into arrangement (town, ledger, field, form, through)
                values (?, ?, ?, ?, ?) returning id
                """)
            .param(town.id())
            .param(ledger)
            .param(order.by())
            .param(key.kept())
            .param(newest)
            .query(Integer.class)
            .single();
    sql.sql(ALL.formatted(key.kept()))
        .param("town", town.id())
        .param("arrangement", id)
        .param("ledger", ledger)
        .update();
    return new Arrangement(id, newest);
  }

  /** Orders by a field as it was declared before. */
  private static void forget(Town town, String ledger, Order order, JdbcClient sql) {
    List<Integer> old =
        sql.sql("delete from arrangement where town = ? and ledger = ? and field = ? returning id")
            .param(town.id())
            .param(ledger)
            .param(order.by())
            .query((row, n) -> row.getInt(1))
            .list();
    for (Integer id : old) {
      sql.sql("delete from arranged where town = ? and arrangement = ?")
          .param(town.id())
          .param(id)
          .update();
    }
  }
}

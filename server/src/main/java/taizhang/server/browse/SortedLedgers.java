package taizhang.server.browse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import taizhang.books.access.Clearance;
import taizhang.books.pack.Ledger;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.RecordRows;
import taizhang.server.ledger.TownRulesStore;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;

/**
 * Orders of large ledgers by one field, so that their first page need not look at all of them. An
 * order is made once, in the background, where somebody looks at such a ledger; before each use it
 * takes in what the books say since. It only proposes records: each is read from the books, and
 * counts where it has that key now and the person may read it.
 */
@Component
class SortedLedgers {

  private static final Logger LOG = LoggerFactory.getLogger(SortedLedgers.class);

  /** How many proposed records are looked at for a page before the ledger is sorted after all. */
  private static final int LOOKED_AT = 20_000;

  /** An order that is further behind the books is brought up to date in the background. */
  private static final int BEHIND = 50_000;

  private static final String WALK =
      """
      select x.*, a.key as sort_key from (
        select key, record from arranged
        where town = :town and arrangement = :arrangement%1$s
        order by key%2$s, record%2$s limit %3$d) a
      cross join lateral (%4$s from record r where r.id = a.record and %5$s and %6$s = a.key limit 1) x
      order by a.key%2$s, a.record%2$s limit %7$d
      """;

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

  private final Towns towns;
  private final TownScope scope;
  private final TownRulesStore rules;
  private final Semaphore one = new Semaphore(1);
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  SortedLedgers(Towns towns, TownScope scope, TownRulesStore rules) {
    this.towns = towns;
    this.scope = scope;
    this.rules = rules;
  }

  /** A record with what it is sorted by. */
  record Keyed(RecordRow row, String key) {
    Cursor cursor(boolean back) {
      return new Cursor(key, row.id(), back);
    }
  }

  /** The order of a ledger, as new as the books; null where there is none. */
  @Nullable Arrangement ready(Clearance who, String ledger, Order order) {
    Town town = towns.find(who.town());
    Found found =
        scope.read(
            town,
            sql -> {
              Columns.Key key = key(town, ledger, order, sql);
              return new Found(find(town, ledger, order, key, sql), newest(town, sql), key);
            });
    Arrangement kept = found.kept();
    if (kept == null || kept.through() >= found.newest()) {
      return kept;
    }
    if (found.newest() - kept.through() > BEHIND) {
      background(town, ledger, order);
      return null;
    }
    return scope.write(town, sql -> renew(town, ledger, kept, found.key(), sql));
  }

  private record Found(@Nullable Arrangement kept, long newest, Columns.Key key) {}

  private Columns.Key key(Town town, String ledger, Order order, JdbcClient sql) {
    Ledger declared = rules.current(town, sql).ledger(ledger);
    return new Columns(declared).key(order);
  }

  private static @Nullable Arrangement find(
      Town town, String ledger, Order order, Columns.Key key, JdbcClient sql) {
    return sql
        .sql(
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

  private static long newest(Town town, JdbcClient sql) {
    return sql.sql("select seq from head where town = ?")
        .param(town.id())
        .query(Long.class)
        .single();
  }

  /** Takes in what was entered since; one at a time, and whoever comes second finds it done. */
  private static Arrangement renew(
      Town town, String ledger, Arrangement kept, Columns.Key key, JdbcClient sql) {
    long through =
        sql.sql("select through from arrangement where town = ? and id = ? for update")
            .param(town.id())
            .param(kept.id())
            .query(Long.class)
            .single();
    long newest = newest(town, sql);
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

  /** Makes orders in the background, those that there are not yet. */
  void prepare(Clearance who, String ledger, List<Order> orders) {
    Town town = towns.find(who.town());
    for (Order order : orders) {
      if (asked.add(town.code() + "/" + ledger + "/" + order.by())) {
        background(town, ledger, order);
      }
    }
  }

  private void background(Town town, String ledger, Order order) {
    Thread.ofVirtual()
        .name("sorting")
        .start(() -> {
          one.acquireUninterruptibly();
          try {
            make(town, ledger, order);
          } catch (RuntimeException e) {
            LOG.warn("{} by {} stays unsorted", ledger, order.by(), e);
          } finally {
            one.release();
          }
        });
  }

  /** Makes an order, or brings it up to date. */
  void make(Clearance who, String ledger, Order order) {
    make(towns.find(who.town()), ledger, order);
  }

  private void make(Town town, String ledger, Order order) {
    scope.write(
        town,
        sql -> {
          Columns.Key key = key(town, ledger, order, sql);
          Arrangement kept = find(town, ledger, order, key, sql);
          if (kept == null) {
            return begin(town, ledger, order, key, sql);
          }
          boolean behind = newest(town, sql) > kept.through();
          return behind ? renew(town, ledger, kept, key, sql) : kept;
        });
  }

  private static Arrangement begin(
      Town town, String ledger, Order order, Columns.Key key, JdbcClient sql) {
    forget(town, ledger, order, sql);
    long newest = newest(town, sql);
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
        sql.sql(
                "delete from arrangement where town = ? and ledger = ? and field = ? returning id")
            .param(town.id())
            .param(ledger)
            .param(order.by())
            .query(Integer.class)
            .list();
    for (Integer id : old) {
      sql.sql("delete from arranged where town = ? and arrangement = ?")
          .param(town.id())
          .param(id)
          .update();
    }
  }

  /**
   * Some rows in an order, beginning behind a place.
   *
   * @return null where the order proposed too few that belong to the selection, or the books say
   *     more than it knows
   */
  @Nullable List<Keyed> walk(
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
    List<Keyed> rows = new ArrayList<>();
    where
        .bind(sql.sql(walk))
        .param("arrangement", arrangement.id())
        .query((row, n) -> rows.add(new Keyed(RecordRows.read(row), row.getString("shown_key"))))
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

package taizhang.server.browse;

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

  /** An order that is further behind the books is brought up to date in the background. */
  private static final int BEHIND = 50_000;

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

  /** The order of a ledger, as new as the books; null where there is none. */
  @Nullable Arrangement ready(Clearance who, String ledger, Order order) {
    Town town = towns.find(who.town());
    Found found =
        scope.read(
            town,
            sql -> {
              Columns.Key key = key(town, ledger, order, sql);
              return new Found(
                  Arrangement.find(town, ledger, order, key, sql), Walk.newest(town, sql), key);
            });
    Arrangement kept = found.kept();
    if (kept == null || kept.through() >= found.newest()) {
      return kept;
    }
    if (found.newest() - kept.through() > BEHIND) {
      background(town, ledger, order);
      return null;
    }
    return scope.write(town, sql -> Arrangement.renew(town, ledger, kept, found.key(), sql));
  }

  private record Found(@Nullable Arrangement kept, long newest, Columns.Key key) {}

  private Columns.Key key(Town town, String ledger, Order order, JdbcClient sql) {
    Ledger declared = rules.current(town, sql).ledger(ledger);
    return new Columns(declared).key(order);
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
          Arrangement kept = Arrangement.find(town, ledger, order, key, sql);
          if (kept == null) {
            return Arrangement.begin(town, ledger, order, key, sql);
          }
          boolean behind = Walk.newest(town, sql) > kept.through();
          return behind ? Arrangement.renew(town, ledger, kept, key, sql) : kept;
        });
  }
}

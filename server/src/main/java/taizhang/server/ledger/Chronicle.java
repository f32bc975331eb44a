package taizhang.server.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;

/** When the entries of a town were made; on its chain, time never runs backwards. */
@Service
public class Chronicle {

  private final Towns towns;
  private final TownScope scope;

  Chronicle(Towns towns, TownScope scope) {
    this.towns = towns;
    this.scope = scope;
  }

  /** How many entries a town has: the seq of the newest. */
  public long newest(String town) {
    Town in = towns.find(town);
    return scope.read(in, sql -> newest(in, sql));
  }

  /** The seq of the newest entry made at or before an instant; 0 where there is none. */
  public long newestAt(String town, Instant instant) {
    Town in = towns.find(town);
    return scope.read(
        in,
        sql -> {
          long low = 0;
          long high = newest(in, sql);
          while (low < high) {
            long middle = (low + high + 1) / 2;
            if (at(in, middle, sql).isAfter(instant)) {
              high = middle - 1;
            } else {
              low = middle;
            }
          }
          return low;
        });
  }

  private static long newest(Town town, JdbcClient sql) {
    return sql.sql("select seq from head where town = ?")
        .param(town.id())
        .query((row, n) -> row.getLong(1))
        .single();
  }

  private static Instant at(Town town, long seq, JdbcClient sql) {
    return sql.sql("select at from entry where town = ? and seq = ?")
        .param(town.id())
        .param(seq)
        .query((row, n) -> row.getObject(1, OffsetDateTime.class))
        .single()
        .withOffsetSameInstant(ZoneOffset.UTC)
        .toInstant();
  }
}

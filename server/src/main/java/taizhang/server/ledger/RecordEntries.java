package taizhang.server.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import taizhang.books.entry.Entry;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;

/** Everything that was entered about some records; personal fields sealed. */
@Service
public class RecordEntries {

  private final Towns towns;
  private final TownScope scope;
  private final Stores stores;

  RecordEntries(Towns towns, TownScope scope, Stores stores) {
    this.towns = towns;
    this.scope = scope;
    this.stores = stores;
  }

  /** By record, its entries in the order of the books. */
  public Map<Long, List<Entry>> of(String town, Collection<Long> records) {
    Town in = towns.find(town);
    return scope.read(in, sql -> stores.entries().histories(in, records.toArray(), sql));
  }
}

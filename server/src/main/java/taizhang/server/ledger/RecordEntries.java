package taizhang.server.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
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

  /** By record, who entered anything about it, the latest first. */
  public Map<Long, List<String>> writers(String town, Collection<Long> records) {
    Town in = towns.find(town);
    Map<Long, List<String>> writers = new HashMap<>();
    return scope.read(
        in,
        sql -> {
          sql.sql(
                  """
                  select record, by from entry where town = ? and record = any(?)
                  group by record, by order by max(seq) desc
                  """)
              .param(in.id())
              .param(records.toArray(Long[]::new))
              .query(
                  (RowCallbackHandler)
                      row ->
                          writers
                              .computeIfAbsent(row.getLong(1), record -> new ArrayList<>())
                              .add(row.getString(2)));
          return writers;
        });
  }
}

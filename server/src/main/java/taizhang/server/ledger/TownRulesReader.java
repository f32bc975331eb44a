package taizhang.server.ledger;

import org.springframework.stereotype.Service;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;

/** What a town's books go by: its packs, areas and closures. */
@Service
public class TownRulesReader {

  private final TownScope scope;
  private final TownRulesStore store;

  TownRulesReader(TownScope scope, TownRulesStore store) {
    this.scope = scope;
    this.store = store;
  }

  /** The rules in force. */
  public TownRules of(Town town) {
    return scope.read(town, sql -> store.current(town, sql));
  }
}

package taizhang.server.browse;

import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import taizhang.books.access.Clearance;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRulesStore;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;

/** Opens a town's books for a look at a selection. */
@Component
class Looking {

  private final Towns towns;
  private final TownScope scope;
  private final TownRulesStore rules;
  private final Rules clock;

  Looking(Towns towns, TownScope scope, TownRulesStore rules, Rules clock) {
    this.towns = towns;
    this.scope = scope;
    this.rules = rules;
    this.clock = clock;
  }

  <T> T within(Clearance who, Selection selection, BiFunction<Where, JdbcClient, T> work) {
    Town town = towns.find(who.town());
    return scope.read(
        town,
        sql ->
            work.apply(
                new Where(town, rules.current(town, sql), who, selection, clock.now()), sql));
  }
}

package taizhang.server.ledger;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.access.Post;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;

/** What each town's books go by now, and what a person may do by them. */
@Service
public class Rules {

  private final Towns towns;
  private final TownScope scope;
  private final TownRulesStore store;
  private final InstantSource clock;

  Rules(Towns towns, TownScope scope, TownRulesStore store, InstantSource clock) {
    this.towns = towns;
    this.scope = scope;
    this.store = store;
    this.clock = clock;
  }

  /** The rules of a town. */
  public TownRules of(Town town) {
    return scope.read(town, sql -> store.current(town, sql));
  }

  /** What a person may see and do in a town today; nothing where the person holds no post there. */
  public Clearance clearance(Town town, String login) {
    return of(town).clearance(town.code(), login, today());
  }

  /** The towns in which a person holds a post today. */
  public List<Town> townsOf(String login) {
    return towns.all().stream().filter(town -> holds(of(town), login)).toList();
  }

  /** Today, where the towns are. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Entries.ZONE);
  }

  /** The minute it is, where the towns are. */
  public LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), Entries.ZONE).truncatedTo(ChronoUnit.MINUTES);
  }

  private boolean holds(TownRules rules, String login) {
    return rules.posts().stream()
        .anyMatch((Post p) -> p.login().equals(login) && p.heldOn(today()));
  }
}

package taizhang.server.upgrade;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.figure.Posted;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Pack;
import taizhang.books.pack.PackSource;
import taizhang.books.pack.Packs;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.books.succession.PackChange;
import taizhang.books.succession.Succession;
import taizhang.server.exchange.Moved;
import taizhang.server.exchange.Movement;
import taizhang.server.ledger.Author;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.ledger.Townships;
import taizhang.server.ledger.Usage;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;

/** New versions of packs: what adopting them would change, and adopting them. */
@Service
public class Upgrades {

  private final Towns towns;
  private final TownScope scope;
  private final Rules rules;
  private final Townships townships;
  private final Misfits misfits;
  private final Path folder;

  Upgrades(
      Towns towns,
      TownScope scope,
      Rules rules,
      Townships townships,
      Misfits misfits,
      @Value("${taizhang.packs}") Path folder) {
    this.towns = towns;
    this.scope = scope;
    this.rules = rules;
    this.townships = townships;
    this.misfits = misfits;
    this.folder = folder;
  }

  /**
   * The packs that the program offers.
   *
   * @throws taizhang.books.pack.BrokenPacks where they are not well-formed
   */
  public Packs offered() {
    return Packs.read(folder);
  }

  /** How many of the packs offered a town has not adopted as they are. */
  public int waiting(String town, Packs offered) {
    return Townships.due(rules.of(towns.find(town)), offered).size();
  }

  /** What adopting them would come to; nothing of it is kept. */
  public Plan plan(Clearance who, Author author, Packs offered) {
    mustSetUp(who);
    Town town = towns.find(who.town());
    TownRules now = rules.of(town);
    Map<String, PackSource> sources = new LinkedHashMap<>();
    now.packs().packs().forEach(pack -> sources.put(pack.name(), source(pack)));
    List<Pack> due = Townships.due(now, offered);
    due.forEach(pack -> sources.put(pack.name(), source(pack)));
    if (due.isEmpty()) {
      return new Plan(List.of(), List.of(), List.of(), List.of());
    }
    List<Plan.Offer> offers =
        scope.read(
            town,
            sql ->
                due.stream()
                    .map(pack -> {
                      Pack before = now.packs().pack(pack.name());
                      List<Plan.Found> found =
                          Succession.between(before, pack).stream()
                              .map(change -> new Plan.Found(change, Usage.of(town, change, sql)))
                              .toList();
                      return new Plan.Offer(before, pack, found);
                    })
                    .toList());
    try {
      List<Posted> posted = townships.rehearse(town, offered, author).posted();
      Packs next = Packs.read(sources.values()).remembering(now.packs().packs());
      return new Plan(
          offers, moved(posted, next, now.packs()), unfit(who, now, next, offers), List.of());
    } catch (Refusal refusal) {
      return new Plan(offers, List.of(), List.of(), refusal.problems());
    }
  }

  /**
   * Adopts what is offered.
   *
   * @return how many packs
   * @throws Refusal where what stands would turn into something else, or the person may not
   */
  public int adopt(Clearance who, Author author, Packs offered) {
    mustSetUp(who);
    Town town = towns.find(who.town());
    return townships.adopt(town, rules.of(town).areas().root().code(), offered, author);
  }

  private static void mustSetUp(Clearance who) {
    if (!who.may(Right.SET_UP)) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "启用业务模块", "adopt packs");
    }
  }

  private static PackSource source(Pack pack) {
    return new PackSource("packs/" + pack.name() + "/pack.yaml", pack.source());
  }

  /** Also figures that are declared no longer move: to nothing. */
  private static List<Moved> moved(List<Posted> posted, Packs next, Packs now) {
    List<Moved> moved = new ArrayList<>(Movement.of(posted, next));
    Movement.of(posted, now).stream()
        .filter(gone -> next.indicator(gone.indicator().code()) == null)
        .forEach(moved::add);
    return moved;
  }

  private List<Unfit> unfit(Clearance who, TownRules now, Packs next, List<Plan.Offer> offers) {
    Set<Ledger> ledgers = new LinkedHashSet<>();
    for (Plan.Offer offer : offers) {
      for (Plan.Found found : offer.changes()) {
        PackChange change = found.change();
        Ledger ledger = now.packs().ledger(change.code());
        if (change.what().unfits() && ledger != null) {
          ledgers.add(ledger);
        }
        if (change.what() == PackChange.What.INDICATOR_GONE) {
          now.packs()
              .packs()
              .forEach(pack ->
                  pack.ledgers().values().stream().filter(Misfits::names).forEach(ledgers::add));
        }
      }
    }
    return misfits.of(who, now, next, ledgers, 0);
  }
}

package taizhang.server.conform;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import taizhang.books.conform.Case;
import taizhang.books.conform.Conformance;
import taizhang.server.figure.Figures;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.TownRulesStore;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;

/**
 * Runs cases through the real append path and the real readings, in a scratch town. Each case is
 * one transaction that is undone at its end, so nothing of it stays.
 */
@Service
public class DatabaseConformance {

  static final String SCRATCH = "scratch";

  private final Towns towns;
  private final TownScope scope;
  private final Entries entries;
  private final Figures figures;
  private final TownRulesStore rules;
  private final SystemPack systemPack;

  DatabaseConformance(
      Towns towns,
      TownScope scope,
      Entries entries,
      Figures figures,
      TownRulesStore rules,
      SystemPack systemPack) {
    this.towns = towns;
    this.scope = scope;
    this.entries = entries;
    this.figures = figures;
    this.rules = rules;
    this.systemPack = systemPack;
  }

  /** Runs the cases and compares every reading. */
  public Conformance run(List<Case> cases) {
    Town scratch = towns.register(SCRATCH, "试算");
    try {
      int agree = 0;
      List<Conformance.Difference> differences = new ArrayList<>();
      for (Case one : cases) {
        Conformance outcome = scope.preview(scratch, sql -> run(one));
        rules.forget(scratch);
        agree += outcome.agree();
        differences.addAll(outcome.differences());
      }
      return new Conformance(agree, differences);
    } finally {
      towns.unregister(SCRATCH);
    }
  }

  private Conformance run(Case one) {
    return Conformance.run(
        List.of(one), c -> new ScratchBooks(c, entries, figures, systemPack.yaml()));
  }
}

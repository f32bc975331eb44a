package taizhang.server.ledger;

import java.util.List;
import java.util.Map;
import taizhang.books.area.AreaTree;
import taizhang.books.entry.Image;
import taizhang.books.entry.Submission;
import taizhang.books.pack.PackSource;

/** The rules for a town's first entry: the system pack it adopts judges its own adoption. */
final class Founding {

  private Founding() {}

  static TownRules rules(List<Submission> first, TownRulesStore store) {
    List<PackSource> sources =
        first.stream()
            .filter(s -> s.ledger().equals(SystemLedger.ADOPTION))
            .limit(1)
            .map(s -> TownRulesStore.source(Image.EMPTY.with(s.patch())))
            .toList();
    return new TownRules(
        0,
        store.packs(sources),
        Map.of(),
        Map.of(),
        new AreaTree(List.of()),
        Map.of(),
        List.of(),
        new WorkingTimes().reckoner());
  }
}

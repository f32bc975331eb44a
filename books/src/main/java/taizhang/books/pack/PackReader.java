package taizhang.books.pack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Reads packs in the order their parts depend on each other: texts, shape, names, fields,
 * lifecycles, indicators, then the ledgers that speak of all of them.
 */
final class PackReader {

  private final Declared declared;
  private final Problems problems;
  private final SequencedMap<String, Indicator> indicators;
  private final LedgerReader ledgers;

  private PackReader(Declared declared) {
    this.declared = declared;
    this.problems = declared.problems();
    this.indicators = IndicatorReader.all(declared);
    this.ledgers = new LedgerReader(declared, indicators);
  }

  /**
   * All packs of some texts.
   *
   * @throws BrokenPacks with everything that is wrong in any of them
   */
  static List<Pack> read(Collection<PackSource> sources, Problems problems) {
    ConditionScope.warmUp();
    Declared declared = Declared.read(sources, problems);
    PackReader reader = new PackReader(declared);
    List<Pack> packs = new ArrayList<>();
    declared.packs().values().forEach(draft -> packs.add(reader.pack(draft)));
    problems.raise();
    return packs;
  }

  private Pack pack(Declared.Draft draft) {
    Tree.Mapping root = draft.root();
    SequencedMap<String, Ledger> own = new LinkedHashMap<>();
    root.mappings("ledgers")
        .forEach((name, tree) -> {
          String code = draft.name() + "." + name;
          own.put(code, ledgers.read(code, tree));
        });
    SequencedMap<String, Indicator> mine = new LinkedHashMap<>();
    for (String name : root.mappings("indicators").keySet()) {
      Indicator indicator = indicators.get(draft.name() + "." + name);
      if (indicator != null) {
        mine.put(indicator.code(), indicator);
      }
    }
    return new Pack(
        draft.name(),
        root.text("title", ""),
        root.text("owner", ""),
        version(root),
        own,
        mine,
        headlines(draft, mine),
        passages(draft),
        new ServiceReader(draft, problems).all(),
        draft.source().text());
  }

  private static int version(Tree.Mapping root) {
    BigDecimal version = root.number("version");
    return version == null ? 1 : version.intValue();
  }

  /** Those declared, else the first of its indicators. */
  private List<String> headlines(Declared.Draft draft, SequencedMap<String, Indicator> mine) {
    List<Tree.Scalar> said = draft.root().scalars("headlines");
    if (said.isEmpty()) {
      return mine.keySet().stream().limit(Pack.MOST_HEADLINES).toList();
    }
    said.forEach(name -> known(name.text(), draft.name(), name.place()));
    return said.stream()
        .map(name -> Names.full(draft.name(), name.text()))
        .filter(mine::containsKey)
        .toList();
  }

  private List<Pack.Passage> passages(Declared.Draft draft) {
    List<Pack.Passage> passages = new ArrayList<>();
    for (Tree.Mapping tree : draft.root().list("passages")) {
      Pack.Passage passage = new Pack.Passage(tree.text("chapter", ""), tree.text("text", ""));
      passage.cited().forEach(cited -> known(cited, draft.name(), tree.value("text")));
      passages.add(passage);
    }
    return passages;
  }

  private void known(String indicator, String pack, Place place) {
    declared.knows(declared.indicators(), Names.full(pack, indicator), "indicator", pack, place);
  }
}

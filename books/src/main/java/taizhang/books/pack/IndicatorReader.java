package taizhang.books.pack;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Reads indicators: their kinds, what they are part of, how they are written. */
final class IndicatorReader {

  private final Declared declared;
  private final Problems problems;
  private final SequencedMap<String, Indicator> read = new LinkedHashMap<>();

  private IndicatorReader(Declared declared) {
    this.declared = declared;
    this.problems = declared.problems();
  }

  /** Every indicator that could be read, by full code, units of formulas filled in. */
  static SequencedMap<String, Indicator> all(Declared declared) {
    IndicatorReader reader = new IndicatorReader(declared);
    declared
        .indicators()
        .forEach((code, tree) -> {
          if (declared.problems().sound(tree)) {
            Indicator indicator = reader.read(code, tree);
            if (declared.problems().sound(tree)) {
              reader.read.put(code, indicator);
            }
          }
        });
    IndicatorNames.check(reader.read, declared);
    reader.checkParts();
    return FormulaCheck.complete(reader.read, declared);
  }

  private Indicator read(String code, Tree.Mapping tree) {
    String pack = Names.pack(code);
    Formula formula = formula(pack, tree);
    String kind = tree.text("kind");
    if ((kind == null) != tree.items().containsKey("formula")) {
      problems.add(tree.place(), "has either 'kind' or 'formula'");
    }
    if (kind != null && tree.text("unit") == null) {
      problems.add(tree.place(), "'unit' is missing");
    }
    String partOf = tree.text("part_of");
    return new Indicator(
        code,
        tree.text("title", ""),
        tree.text("unit", ""),
        kind == null ? IndicatorKind.COMPUTED : IndicatorKind.of(kind),
        formula,
        tree.text("authority", "own"),
        tree.texts("aliases"),
        partOf == null ? null : Names.full(pack, partOf),
        tree.text("better"),
        tree.yes("pace"),
        caliber(tree),
        print(tree));
  }

  private @Nullable Formula formula(String pack, Tree.Mapping tree) {
    String text = tree.text("formula");
    if (text == null) {
      return null;
    }
    try {
      return Formula.parse(text, pack);
    } catch (IllegalArgumentException e) {
      problems.add(tree.value("formula"), String.valueOf(e.getMessage()));
      return null;
    }
  }

  private static @Nullable String caliber(Tree.Mapping tree) {
    String caliber = tree.text("caliber");
    String source = tree.text("source");
    if (caliber == null || source == null) {
      return caliber == null ? source : caliber;
    }
    return caliber + "（" + source + "）";
  }

  private static Print print(Tree.Mapping indicator) {
    Tree.Mapping tree = indicator.mapping("print");
    BigDecimal decimals = tree.number("decimals");
    return new Print(
        tree.text("unit"),
        decimals == null ? null : Integer.valueOf(decimals.intValue()),
        tree.number("step"),
        tree.text("approx", "exact"),
        tree.text("numerals", "arabic").equals("chinese"));
  }

  private void checkParts() {
    read.forEach((code, indicator) -> {
      Tree.Mapping tree = declared.indicators().get(code);
      String whole = indicator.partOf();
      if (tree == null || whole == null) {
        return;
      }
      Place place = tree.value("part_of");
      declared.knows(declared.indicators(), whole, "indicator", Names.pack(code), place);
      if (isPartOfItself(code)) {
        problems.add(
            place, "'" + Names.shortest(Names.pack(code), code) + "' would be part of itself");
      }
    });
  }

  private boolean isPartOfItself(String code) {
    Indicator at = read.get(code);
    for (int steps = 0; at != null && at.partOf() != null && steps <= read.size(); steps++) {
      if (at.partOf().equals(code)) {
        return true;
      }
      at = read.get(at.partOf());
    }
    return false;
  }

  /** Names by which reports may call indicators: no name may mean two. */
  private static final class IndicatorNames {
    private final Map<String, String> meaning = new LinkedHashMap<>();
    private final Problems problems;

    private IndicatorNames(Problems problems) {
      this.problems = problems;
    }

    static void check(Map<String, Indicator> indicators, Declared declared) {
      IndicatorNames names = new IndicatorNames(declared.problems());
      indicators.forEach((code, _) -> names.claim(code, declared, "title"));
      indicators.forEach((code, _) -> names.claim(code, declared, "aliases"));
    }

    private void claim(String code, Declared declared, String key) {
      Tree.Mapping tree = declared.indicators().get(code);
      if (tree == null) {
        return;
      }
      for (Tree.Scalar name : tree.scalars(key)) {
        String other = meaning.putIfAbsent(name.text(), code);
        if (other != null && !other.equals(code)) {
          problems.add(name.place(), "'" + name.text() + "' already means indicator " + other);
        }
      }
    }
  }
}

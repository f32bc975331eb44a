package taizhang.books.pack;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks formulas: every part exists, none leads back to itself, units go together. Fills in the
 * unit that follows from the parts where a pack says none.
 */
final class FormulaCheck {

  private final Map<String, Indicator> indicators;
  private final Declared declared;
  private final Problems problems;
  private final Map<String, String> units = new LinkedHashMap<>();
  private final Set<String> circular = new HashSet<>();

  private FormulaCheck(Map<String, Indicator> indicators, Declared declared) {
    this.indicators = indicators;
    this.declared = declared;
    this.problems = declared.problems();
  }

  /** The indicators with their units complete. */
  static SequencedMap<String, Indicator> complete(
      SequencedMap<String, Indicator> indicators, Declared declared) {
    FormulaCheck check = new FormulaCheck(indicators, declared);
    indicators.values().forEach(check::parts);
    indicators.values().forEach(check::circle);
    SequencedMap<String, Indicator> complete = new LinkedHashMap<>();
    indicators.forEach((code, indicator) -> complete.put(code, check.withUnit(indicator)));
    return complete;
  }

  private void parts(Indicator indicator) {
    Formula formula = indicator.formula();
    if (formula == null) {
      return;
    }
    Place place = place(indicator);
    for (String part : formula.parts()) {
      String pack = Names.pack(indicator.code());
      declared.knows(declared.indicators(), Names.bare(part), "indicator", pack, place);
    }
    if (formula instanceof Formula.Pace(String of)
        && indicators.get(of) instanceof Indicator paced
        && !paced.pace()) {
      problems.add(place, "pace(x) needs an indicator with 'pace: yes', unlike " + of);
    }
    if (formula instanceof Formula.MeanPerDay(String of)
        && indicators.get(of) instanceof Indicator mean
        && mean.kind() != IndicatorKind.FLOW) {
      problems.add(place, "mean_per_day(x) needs a flow, and " + of + " is " + mean.kind().code());
    }
  }

  private Place place(Indicator indicator) {
    Tree.Mapping tree = declared.indicators().get(indicator.code());
    if (tree == null) {
      throw new IllegalStateException("read but not declared: " + indicator.code());
    }
    return tree.value("formula");
  }

  private void circle(Indicator indicator) {
    String way = wayTo(indicator.code(), indicator.code(), new HashSet<>());
    if (way != null) {
      circular.add(indicator.code());
      problems.add(place(indicator), "a circle: " + indicator.code() + " → " + way);
    }
  }

  private @Nullable String wayTo(String from, String goal, Set<String> seen) {
    for (String part : formulaParts(from)) {
      String bare = Names.bare(part);
      if (part.equals(goal)) {
        return goal;
      }
      if (part.equals(bare) && seen.add(bare)) {
        String way = wayTo(bare, goal, seen);
        if (way != null) {
          return bare + " → " + way;
        }
      }
    }
    return null;
  }

  private List<String> formulaParts(String code) {
    Indicator indicator = indicators.get(code);
    Formula formula = indicator == null ? null : indicator.formula();
    return formula == null ? List.of() : formula.parts();
  }

  private Indicator withUnit(Indicator indicator) {
    return new Indicator(
        indicator.code(),
        indicator.title(),
        unit(indicator.code()),
        indicator.kind(),
        indicator.formula(),
        indicator.authority(),
        indicator.aliases(),
        indicator.partOf(),
        indicator.better(),
        indicator.pace(),
        indicator.caliber(),
        indicator.print());
  }

  /** The unit of an indicator, empty where that cannot be said. */
  private String unit(String code) {
    String known = units.get(code);
    Indicator indicator = indicators.get(Names.bare(code));
    if (known != null || indicator == null || circular.contains(code)) {
      return known == null ? "" : known;
    }
    Formula formula = indicator.formula();
    String follows = formula == null ? "" : follows(formula, indicator);
    String unit = indicator.unit().isEmpty() ? follows : indicator.unit();
    units.put(code, unit);
    return unit;
  }

  private String follows(Formula formula, Indicator indicator) {
    List<String> parts = formula.parts().stream().map(this::unit).toList();
    return switch (formula) {
      case Formula.Ratio _ -> parts.get(0) + "/" + parts.get(1);
      case Formula.Share _ -> {
        same(parts, indicator);
        yield "%";
      }
      case Formula.Completion _, Formula.Excess _, Formula.Yoy _ -> "%";
      case Formula.Pace _ -> "个百分点";
      case Formula.AreasWith _ -> "个";
      case Formula.Diff _, Formula.Sum _ -> same(parts, indicator);
      case Formula.MinOverAreas _, Formula.MaxOverAreas _, Formula.MeanPerDay _ -> parts.getFirst();
    };
  }

  private String same(List<String> units, Indicator indicator) {
    List<String> different = units.stream().filter(unit -> !unit.isEmpty()).distinct().toList();
    if (different.size() > 1) {
      problems.add(place(indicator), "parts of different units: " + String.join(", ", different));
    }
    return different.isEmpty() ? "" : different.getFirst();
  }
}

package taizhang.server.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import taizhang.books.figure.FigureQuery;
import taizhang.books.pack.Formula;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.PostingRule;

/** The figures with postings of their own that a formula comes down to. */
final class Leaves {

  private final Function<String, Indicator> indicators;

  Leaves(Function<String, Indicator> indicators) {
    this.indicators = indicators;
  }

  List<FigureQuery> of(Formula formula, FigureQuery query) {
    List<FigureQuery> found = new ArrayList<>();
    for (String part : formula.parts()) {
      add(query.of(part), found);
    }
    switch (formula) {
      case Formula.Completion(String x) -> target(x, query, found);
      case Formula.Excess(String x) -> target(x, query, found);
      case Formula.Pace(String x) -> target(x, query, found);
      case Formula.Yoy(String x) -> add(query.of(x).during(query.period().yearBefore()), found);
      default -> {}
    }
    return found;
  }

  /** True where an indicator's formula, or one it is made from, looks at the areas below. */
  boolean compareAreas(String code) {
    Formula formula = indicators.apply(code).formula();
    return formula != null
        && (formula instanceof Formula.AreasWith
            || formula instanceof Formula.MinOverAreas
            || formula instanceof Formula.MaxOverAreas
            || formula.parts().stream().anyMatch(this::compareAreas));
  }

  private void add(FigureQuery query, List<FigureQuery> found) {
    Formula formula = indicators.apply(query.indicator()).formula();
    if (formula == null) {
      found.add(query);
    } else {
      found.addAll(of(formula, query));
    }
  }

  private static void target(String of, FigureQuery query, List<FigureQuery> found) {
    FigureQuery exact = query.of(of + PostingRule.TARGET);
    FigureQuery year = exact.during(query.period().enclosingYear());
    found.add(exact);
    if (!year.equals(exact)) {
      found.add(year);
    }
  }
}

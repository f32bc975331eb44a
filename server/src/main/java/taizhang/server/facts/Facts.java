package taizhang.server.facts;

import java.util.List;
import org.springframework.stereotype.Service;
import taizhang.books.figure.Figure;
import taizhang.books.figure.FigureQuery;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.books.wording.PublishedFigure;
import taizhang.server.demo.PublishedFact;
import taizhang.server.figure.Extent;
import taizhang.server.figure.Figures;

/** Holds what a town published against its books. */
@Service
public class Facts {

  private static final Extent NOTHING = new Extent(0, 0, 0);

  private final Figures figures;

  Facts(Figures figures) {
    this.figures = figures;
  }

  /** Each fact of a town with the figure that answers it, in their order. */
  public List<FactCheck> check(String town, List<PublishedFact> facts) {
    return facts.stream().map(fact -> check(town, fact)).toList();
  }

  /** The question whose answer a fact is. */
  public static FigureQuery query(PublishedFact fact) {
    return FigureQuery.of(fact.indicator(), fact.period()).in(fact.area());
  }

  private FactCheck check(String town, PublishedFact fact) {
    FigureQuery query = query(fact);
    try {
      Figure figure = figures.read(town, query);
      Extent behind = figures.extent(town, query);
      boolean ok =
          figure.value() != null
              && behind.entries() > 0
              && PublishedFigure.read(fact.text(), fact.unit(), fact.approx())
                  .agreesWith(figure.value());
      return new FactCheck(fact, figure.value(), behind, ok);
    } catch (Refusal refusal) {
      if (refusal.code() != ProblemCode.UNKNOWN_INDICATOR) {
        throw refusal;
      }
      return new FactCheck(fact, null, NOTHING, false);
    }
  }
}

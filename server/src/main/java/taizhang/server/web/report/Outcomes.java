package taizhang.server.web.report;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.pack.Ledger;
import taizhang.prose.lexicon.Likeness;
import taizhang.server.ledger.Rules;
import taizhang.server.matter.Commitments;
import taizhang.server.town.Towns;
import taizhang.server.web.FieldText;

/** What became of a year's tasks, for the writer of the report that answers for them (年底交账). */
@Component
class Outcomes {

  private static final double LIKE = 0.5;

  private final Commitments commitments;
  private final Rules rules;
  private final Towns towns;

  Outcomes(Commitments commitments, Rules rules, Towns towns) {
    this.commitments = commitments;
    this.rules = rules;
    this.towns = towns;
  }

  /** The tasks of a year that the person may read. */
  List<OutcomeLine> of(Clearance who, int year) {
    Ledger ledger = rules.of(towns.find(who.town())).packs().ledger(Commitments.TASK);
    if (ledger == null || !who.may(Right.READ, ledger)) {
      return List.of();
    }
    return commitments.outcomes(who, year).stream()
        .map(o ->
            new OutcomeLine(
                o.record(),
                o.department(),
                FieldText.state(ledger, o.state()),
                o.done() || o.state().equals("cancelled"),
                o.sentence(),
                o.cited()))
        .toList();
  }

  /** What became of a promise: the sentence of the task likest to it, empty where none is like. */
  UnaryOperator<String> answers(Clearance who, int year) {
    List<OutcomeLine> lines = of(who, year);
    return promise ->
        lines.stream()
            .filter(line -> like(line, promise) > LIKE)
            .max(Comparator.comparingDouble(line -> like(line, promise)))
            .map(OutcomeLine::cited)
            .orElse("");
  }

  private static double like(OutcomeLine line, String promise) {
    String name = line.sentence().substring(1, Math.max(1, line.sentence().indexOf('”')));
    return promise.contains(name) ? 1 : Likeness.of(name, promise);
  }
}

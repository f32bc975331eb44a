package taizhang.books.laws;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.books.conform.CaseReader;
import taizhang.books.conform.Conformance;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks the engine without expecting anything. */
final class Engine {

  private static final String IMPOSSIBLE = "-987654321.123456789";

  private Engine() {}

  /** The engine's answers to the readings given, in their order; — where there is no figure. */
  static List<String> answers(ObjectNode history, List<ObjectNode> readings) {
    ObjectNode asked = history.deepCopy();
    ArrayNode list = asked.putArray("readings");
    readings.forEach(r -> list.add(r.deepCopy().put("expect", IMPOSSIBLE)));
    List<String> answers = new ArrayList<>();
    Conformance.pure(CaseReader.read("[" + asked + "]"))
        .differences()
        .forEach(d -> answers.add(text(d.got())));
    return answers;
  }

  /** Its answers to the readings of the history itself. */
  static List<String> answers(ObjectNode history) {
    return answers(history, readings(history));
  }

  private static String text(@Nullable BigDecimal answer) {
    return answer == null ? "—" : answer.stripTrailingZeros().toPlainString();
  }

  static List<ObjectNode> readings(ObjectNode history) {
    return history.get("readings").valueStream().map(ObjectNode.class::cast).toList();
  }
}

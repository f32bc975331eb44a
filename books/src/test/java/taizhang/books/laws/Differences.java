package taizhang.books.laws;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import taizhang.books.conform.CaseReader;
import taizhang.books.conform.Conformance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Where the engine and the naive model answer differently. */
final class Differences {

  private Differences() {}

  /** The history with the naive model's answers written into its readings. */
  static ObjectNode answered(ObjectNode history) {
    ObjectNode answered = history.deepCopy();
    NaiveBooks naive = new NaiveBooks(answered);
    for (JsonNode reading : answered.get("readings")) {
      BigDecimal answer = naive.answer(reading);
      ((ObjectNode) reading).put("expect", answer == null ? null : answer.toPlainString());
    }
    return answered;
  }

  /** Readings whose written expectation the naive model does not share. */
  static Stream<String> wronglyExpected(ObjectNode history) {
    NaiveBooks naive = new NaiveBooks(history);
    return history
        .get("readings")
        .valueStream()
        .filter(r -> !same(r.get("expect"), naive.answer(r)))
        .map(r -> r + " got " + naive.answer(r));
  }

  private static boolean same(JsonNode expect, @Nullable BigDecimal answer) {
    return expect.isNull()
        ? answer == null
        : answer != null && new BigDecimal(expect.asString()).compareTo(answer) == 0;
  }

  /** True where the engine answers some reading otherwise than the naive model. */
  static boolean differ(ObjectNode history) {
    return !engine(answered(history)).differences().isEmpty();
  }

  /** The engine's answers beside the expectations of a case. */
  static Conformance engine(JsonNode shown) {
    return Conformance.pure(CaseReader.read("[" + shown + "]"));
  }

  /** The smallest case reached that still differs, to be kept, and what the engine answered. */
  static String shrunk(ObjectNode differing) {
    ObjectNode smallest = answered(new Shrinker(Differences::differ).shrink(differing));
    return "[" + pretty(smallest) + "]\n" + engine(smallest).differences();
  }

  private static String pretty(JsonNode node) {
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(node);
  }
}

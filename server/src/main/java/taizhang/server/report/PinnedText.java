package taizhang.server.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.server.report.Pinned.PinnedNumber;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The printed numbers of a version as they are kept on its record: JSON, decimals as strings. */
final class PinnedText {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PinnedText() {}

  static List<PinnedNumber> of(Composition report) {
    return report.numbers().stream().map(n -> of(n, report.seq())).toList();
  }

  static PinnedNumber of(Composition.Number number, long seq) {
    BigDecimal value = number.figure().value();
    return new PinnedNumber(
        number.citation().source(),
        value == null ? null : value.stripTrailingZeros().toPlainString(),
        number.text(),
        seq,
        number.figure().day());
  }

  static String write(List<PinnedNumber> printed) {
    ArrayNode all = JSON.createArrayNode();
    for (PinnedNumber number : printed) {
      ObjectNode one = all.addObject();
      one.put("citation", number.citation());
      one.put("value", number.value());
      one.put("text", number.text());
      one.put("seq", number.seq());
      one.put("day", number.day().toString());
    }
    return JSON.writeValueAsString(all);
  }

  static List<PinnedNumber> read(String text) {
    List<PinnedNumber> printed = new ArrayList<>();
    for (JsonNode one : JSON.readTree(text)) {
      printed.add(
          new PinnedNumber(
              one.path("citation").asString(),
              value(one.path("value")),
              one.path("text").asString(),
              one.path("seq").asLong(),
              LocalDate.parse(one.path("day").asString())));
    }
    return printed;
  }

  private static @Nullable String value(JsonNode node) {
    return node.isNull() || node.isMissingNode() ? null : node.asString();
  }
}

package taizhang.books.laws;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One record of the naive model: what was said of it, and how it stands on a day when all that was
 * said with an effective date up to that day is laid over one another. Days are ISO texts, which
 * compare as days do.
 */
final class NaiveRecord {

  /** How a record stands on a day. */
  record Standing(Map<String, JsonNode> fields, String area, String state) {}

  /** A version after all corrections: from a day on, these things were set. */
  private static final class Said {
    final long seq;
    String on;
    String area;
    String state;
    final Map<String, JsonNode> patch = new HashMap<>();

    Said(JsonNode item) {
      seq = item.get("seq").longValue();
      on = item.get("effective_on").stringValue();
      area = item.path("area").asString("");
      state = item.path("state").asString("");
    }
  }

  private final List<Said> versions = new ArrayList<>();

  /** The record as these items tell it, in the order of their seq. */
  NaiveRecord(List<JsonNode> items) {
    for (JsonNode item : items) {
      switch (item.get("kind").stringValue()) {
        case "open", "change", "move" -> say(new Said(item), item);
        case "correct" -> correct(item);
        case "void" -> versions.clear();
        default -> {}
      }
    }
    versions.sort((a, b) -> a.on.equals(b.on) ? Long.compare(a.seq, b.seq) : a.on.compareTo(b.on));
  }

  private void say(Said said, JsonNode item) {
    versions.add(said);
    item.path("patch").properties().forEach(p -> said.patch.put(p.getKey(), p.getValue()));
  }

  private void correct(JsonNode item) {
    Said mended = null;
    for (Said one : versions) {
      boolean named = one.seq == item.path("of_version").asLong(-1);
      boolean latest =
          !item.hasNonNull("of_version") && (mended == null || one.on.compareTo(mended.on) >= 0);
      mended = named || latest ? one : mended;
    }
    if (mended == null) {
      return;
    }
    mended.on = item.path("effective_on").asString(mended.on);
    mended.area = item.path("area").asString(mended.area);
    mended.state = item.path("state").asString(mended.state);
    for (var field : item.path("patch").properties()) {
      mended.patch.put(field.getKey(), field.getValue());
    }
  }

  /** How it stands at the end of a day; null before its first version and where it is void. */
  @Nullable Standing standing(String day) {
    Standing standing = null;
    for (Said version : versions) {
      if (version.on.compareTo(day) <= 0) {
        standing = over(standing, version);
      }
    }
    return standing;
  }

  private static Standing over(@Nullable Standing below, Said version) {
    Map<String, JsonNode> fields = new HashMap<>(below == null ? Map.of() : below.fields());
    fields.putAll(version.patch);
    return new Standing(
        fields,
        version.area.isEmpty() && below != null ? below.area() : version.area,
        version.state.isEmpty() && below != null ? below.state() : version.state);
  }

  /** The area it belongs to on a day; before its first version, the area of that version. */
  String area(String day) {
    Standing standing = standing(day);
    return standing == null ? over(null, versions.getFirst()).area() : standing.area();
  }

  /** Its versions, each as the record stands from then on, with the day and the state before. */
  List<Map.Entry<String, Standing>> transitions() {
    List<Map.Entry<String, Standing>> transitions = new ArrayList<>();
    Standing below = null;
    for (Said version : versions) {
      Standing standing = over(below, version);
      if (!standing.state().equals(below == null ? "" : below.state())) {
        transitions.add(Map.entry(version.on, standing));
      }
      below = standing;
    }
    return transitions;
  }

  /** A field's text on a standing, empty where absent or cleared. */
  static String text(Standing standing, String field) {
    JsonNode value = standing.fields().get(field);
    return value == null || value.isNull() ? "" : value.asString();
  }

  /** An amount: a number, a field or a product of such; zero where a field is absent. */
  static BigDecimal amount(JsonNode amount, Standing standing) {
    BigDecimal product = BigDecimal.ONE;
    for (String factor : amount.asString("1").split("\\*", -1)) {
      String name = factor.strip();
      String number = name.matches("-?[0-9.]+") ? name : text(standing, name);
      product = product.multiply(number.isEmpty() ? BigDecimal.ZERO : new BigDecimal(number));
    }
    return product;
  }

  /** A condition: {@code f}, {@code !f}, {@code f == 'x'}, {@code f != 'x'}, joined by and. */
  static boolean holds(String condition, Standing standing) {
    for (String part : condition.split(" && ")) {
      String[] words = part.strip().split(" ");
      boolean yes =
          switch (words.length) {
            case 3 -> {
              String is = words[0].equals("state") ? standing.state() : text(standing, words[0]);
              yield words[2].equals("'" + is + "'") == words[1].equals("==");
            }
            default ->
                words[0].startsWith("!")
                    ? !text(standing, words[0].substring(1)).equals("true")
                    : words[0].isEmpty() || text(standing, words[0]).equals("true");
          };
      if (!yes) {
        return false;
      }
    }
    return true;
  }
}

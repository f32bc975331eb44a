package taizhang.books.pack;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes the reference of the pack format, {@code docs/packs.md}, from its schema. */
public final class PackReference {

  private static final String INTRODUCTION =
      """
      # Packs: a ledger is a YAML file

      <!-- Written by PackReference from pack.schema.json; do not edit. To write it anew:
           ./mvnw -q -pl books test -Dtest=PackReferenceTest -Dtaizhang.docs=write -->

      A pack is a folder under `packs/` with a `pack.yaml`: one field of work, declared. It holds no code. The engine
      knows nothing of any field of work; what a pack says here is all it gets.

      Begin the file with

      ```yaml
      # yaml-language-server: $schema=../../docs/pack.schema.json
      ```

      and an editor with a YAML language server completes keys and marks mistakes while you type. `./taizhang packs check
      packs` tells everything that is wrong in any pack at once, each with file, line, column, the keys that lead there
      and what is allowed.

      * Names are lower-case letters, digits and `_`. A bare name means the pack's own ledger or indicator, `pack.name`
        that of another pack.
      * Conditions are [CEL](https://cel.dev) over the record's own fields, the fields it copies from records it refers
        to, `state` (its lifecycle state) and `today`. Dates are ISO text and compare as such. An absent text reads as
        `''`, an absent number as 0, an absent yes/no as no. `integer` and `ref` fields are whole numbers; other numbers
        are decimals, so write `amount == 100.0`, while `amount > 100` is fine.
      * An amount is a field, a constant or a product of such. Formulas of indicators are a fixed set of functions.
      * No rule reads a field classified personal or sensitive; keep a band or a yes/no beside it.

      """;

  private PackReference() {}

  /** The reference as Markdown, ending in a line feed. */
  public static String markdown() {
    JsonNode schema = JsonMapper.shared().readTree(PackShape.schemaText());
    StringBuilder text = new StringBuilder(INTRODUCTION);
    section(text, schema);
    for (Map.Entry<String, JsonNode> part : schema.get("$defs").properties()) {
      if (part.getValue().has("properties")) {
        section(text, part.getValue());
      }
    }
    return text.toString().stripTrailing() + "\n";
  }

  /** The JSON Schema of packs, as published beside the reference. */
  public static String schema() {
    return PackShape.schemaText();
  }

  private static void section(StringBuilder text, JsonNode part) {
    text.append("## ").append(part.get("title").asString()).append("\n\n");
    text.append(part.get("description").asString()).append("\n\n");
    text.append("| key | holds | meaning |\n| --- | --- | --- |\n");
    List<String> required = part.path("required").valueStream().map(JsonNode::asString).toList();
    part.get("properties")
        .properties()
        .forEach(key -> row(text, key.getKey(), key.getValue(), required.contains(key.getKey())));
    text.append('\n');
  }

  private static void row(StringBuilder text, String key, JsonNode value, boolean required) {
    String name = required ? "**" + key + "**" : key;
    text.append("| ").append(name).append(" | ").append(holds(value)).append(" | ");
    text.append(cell(value.path("description").asString("")));
    if (value.has("default")) {
      text.append(" Default: `").append(plain(value.get("default"))).append("`.");
    }
    text.append(" |\n");
  }

  private static String plain(JsonNode value) {
    return switch (value.getNodeType()) {
      case BOOLEAN -> value.booleanValue() ? "yes" : "no";
      case STRING -> value.stringValue();
      default -> value.toString();
    };
  }

  /** What a key may hold, in few words. */
  private static String holds(JsonNode value) {
    if (value.has("$ref")) {
      String name = value.get("$ref").asString().replace("#/$defs/", "");
      return switch (name) {
        case "words" -> "text";
        case "yes_no" -> "yes or no";
        default -> name;
      };
    }
    if (value.has("enum")) {
      return String.join(
          ", ", value.get("enum").valueStream().map(word -> "`" + word.asString() + "`").toList());
    }
    if (value.has("items")) {
      return (mayBeSingle(value) ? "one or a list of: " : "list of: ") + holds(value.get("items"));
    }
    if (value.has("additionalProperties")) {
      return "by name: " + holds(value.get("additionalProperties"));
    }
    return type(value.path("type"));
  }

  private static boolean mayBeSingle(JsonNode value) {
    return value.path("type").isArray();
  }

  private static String type(JsonNode type) {
    List<String> types =
        type.isArray()
            ? type.valueStream().map(JsonNode::asString).toList()
            : List.of(type.asString(""));
    return String.join(
        " or ",
        types.stream()
            .map(word -> word.equals("string") ? "text" : word.replace("integer", "whole number"))
            .toList());
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}

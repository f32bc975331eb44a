package taizhang.server.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.EntryKind;
import taizhang.books.period.Period;
import tools.jackson.databind.JsonNode;

/** Reads the groups of one pack of one town. */
final class GroupReader {

  private GroupReader() {}

  static List<Group> read(Path file) {
    return Yaml.each(Yaml.read(file).path("records"), node -> inFile(file, node));
  }

  private static Group inFile(Path file, JsonNode node) {
    try {
      return group(node);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          file + ", " + Yaml.text(node, "name", "?") + ": " + e.getMessage(), e);
    }
  }

  private static Group group(JsonNode node) {
    return new Group(
        Yaml.text(node, "name"),
        Yaml.text(node, "ledger"),
        Yaml.text(node, "by", "clerk"),
        rows(node),
        RecipeReader.fields(node.path("fields")),
        Yaml.each(node.get("then"), GroupReader::later),
        Yaml.optional(node, "review"));
  }

  private static Group.Rows rows(JsonNode node) {
    JsonNode each = node.path("each");
    boolean dimension = each.isObject();
    return new Group.Rows(
        node.has("count") ? node.get("count").asInt() : null,
        areas(node.path("areas")),
        Yaml.texts(node.path("about")),
        node.path("distinct").asInt(0),
        period(node, "months"),
        period(node, "days"),
        dimension ? each.propertyNames().iterator().next() : null,
        dimension ? Yaml.texts(each.iterator().next()) : List.of());
  }

  private static @Nullable Period period(JsonNode node, String key) {
    String period = Yaml.optional(node, key);
    return period == null ? null : Period.parse(period);
  }

  private static Group.Areas areas(JsonNode node) {
    if (node.isMissingNode()) {
      return new Group.Areas("town", List.of(), null);
    }
    if (!node.isObject()) {
      return new Group.Areas(node.asString().equals("town") ? "town" : "spread", List.of(), null);
    }
    String kind = node.has("each") ? "each" : "spread";
    JsonNode named = node.path(kind);
    List<String> names = named.isArray() ? Yaml.texts(named) : List.of();
    return new Group.Areas(kind, names, Yaml.optional(node, "level"));
  }

  private static Group.Later later(JsonNode node) {
    String kind = node.propertyNames().iterator().next();
    String what = node.get(kind).asString();
    EntryKind entry = EntryKind.valueOf(kind.toUpperCase(Locale.ROOT));
    return new Group.Later(
        entry,
        node.has("records") ? (Integer) node.get("records").asInt() : null,
        recipe(node, "on"),
        entry == EntryKind.MOVE ? what : null,
        fields(node, "set"),
        fields(node, "was"),
        Yaml.optional(node, "reason"),
        Yaml.optional(node, "by"));
  }

  private static @Nullable Recipe recipe(JsonNode node, String key) {
    return node.has(key) ? RecipeReader.read(node.get(key)) : null;
  }

  private static SequencedMap<String, Recipe> fields(JsonNode node, String key) {
    return RecipeReader.fields(node.path(key));
  }
}

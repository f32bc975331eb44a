package taizhang.books.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is hashed and kept verbatim: an entry as canonical JSON (RFC 8785), format 1. Numbers inside
 * the patch are texts, times carry six decimals of a second in UTC, absent things are left out, a
 * cleared field is {@code null}.
 */
public final class EntryBytes {

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
  private static final int FORMAT = 1;

  private EntryBytes() {}

  /** The canonical bytes of an entry. */
  public static byte[] write(Entry entry) {
    ObjectNode node = JSON.createObjectNode();
    node.put("v", FORMAT);
    node.put("town", entry.town());
    node.put("seq", entry.seq());
    node.put("ledger", entry.ledger());
    node.put("record", entry.record());
    node.put("kind", entry.kind().code());
    node.put("pack", entry.pack());
    node.put("by", entry.by());
    node.put("at", MICROSECONDS.format(entry.at()));
    node.put("client", entry.client());
    if (entry.ofVersion() != null) {
      node.put("of", entry.ofVersion());
    }
    optional(node, "area", entry.area());
    optional(
        node, "effective", entry.effectiveOn() == null ? null : entry.effectiveOn().toString());
    optional(node, "state", entry.state());
    optional(node, "reason", entry.reason());
    optional(node, "key", entry.key());
    node.set("patch", patch(entry.patch()));
    return canonical(node);
  }

  /** Any JSON document in canonical form, for hashing request bodies. */
  public static byte[] canonical(JsonNode node) {
    try {
      return new JsonCanonicalizer(JSON.writeValueAsString(node)).getEncodedUTF8();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void optional(ObjectNode node, String name, @Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
  }

  /** A patch or an image as a JSON object. */
  public static ObjectNode patch(Map<String, Value> patch) {
    ObjectNode node = JSON.createObjectNode();
    patch.forEach((name, value) -> {
      switch (value) {
        case Value.Text(String text) -> node.put(name, text);
        case Value.YesNo(boolean yes) -> node.put(name, yes);
        case Value.Listing(List<String> items) -> items.forEach(node.putArray(name)::add);
        case Value.Cleared() -> node.putNull(name);
      }
    });
    return node;
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException where the bytes are not an entry of a known format
   */
  public static Entry read(byte[] bytes) {
    JsonNode node = JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
    if (node.path("v").asInt(0) != FORMAT) {
      throw new IllegalArgumentException("entry of unknown format " + node.path("v"));
    }
    return new Entry(
        node.get("town").stringValue(),
        node.get("seq").longValue(),
        node.get("ledger").stringValue(),
        node.get("record").longValue(),
        EntryKind.of(node.get("kind").stringValue()),
        node.has("of") ? node.get("of").longValue() : null,
        optional(node, "area"),
        node.has("effective") ? LocalDate.parse(node.get("effective").stringValue()) : null,
        readPatch(node.get("patch")),
        optional(node, "state"),
        node.get("pack").longValue(),
        node.get("by").stringValue(),
        Instant.parse(node.get("at").stringValue()),
        optional(node, "reason"),
        node.get("client").stringValue(),
        optional(node, "key"));
  }

  private static @Nullable String optional(JsonNode node, String name) {
    return node.has(name) ? node.get(name).stringValue() : null;
  }

  /** Reads a patch or an image from a JSON object. */
  public static Map<String, Value> readPatch(JsonNode node) {
    Map<String, Value> patch = new TreeMap<>();
    node.properties().forEach(e -> patch.put(e.getKey(), value(e.getKey(), e.getValue())));
    return patch;
  }

  private static Value value(String name, JsonNode node) {
    if (node.isString()) {
      return new Value.Text(node.stringValue());
    }
    if (node.isBoolean()) {
      return new Value.YesNo(node.booleanValue());
    }
    if (node.isNull()) {
      return new Value.Cleared();
    }
    if (node.isArray()) {
      List<String> items = new ArrayList<>();
      node.forEach(item -> items.add(item.asString()));
      return new Value.Listing(items);
    }
    if (node.isNumber()) {
      return new Value.Text(node.decimalValue().toPlainString());
    }
    throw new IllegalArgumentException("field '" + name + "' holds what no field can: " + node);
  }
}

package taizhang.books.entry;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The byte format a second time, letter by letter and without any library: RFC 8785 needs no more
 * than this where all values are texts, yes/no, lists of texts and small whole numbers.
 */
final class PlainBytes {

  private PlainBytes() {}

  static String write(Entry entry) {
    Map<String, String> members = new TreeMap<>();
    members.put("v", "1");
    members.put("town", quoted(entry.town()));
    members.put("seq", Long.toString(entry.seq()));
    members.put("ledger", quoted(entry.ledger()));
    members.put("record", Long.toString(entry.record()));
    members.put("kind", quoted(entry.kind().code()));
    members.put("pack", Long.toString(entry.pack()));
    members.put("by", quoted(entry.by()));
    members.put("at", quoted(instant(entry.at())));
    members.put("client", quoted(entry.client()));
    members.put("patch", object(entry.patch()));
    whereThere(members, "of", entry.ofVersion());
    whereThere(members, "area", entry.area());
    whereThere(members, "effective", entry.effectiveOn());
    whereThere(members, "state", entry.state());
    whereThere(members, "reason", entry.reason());
    whereThere(members, "key", entry.key());
    return braces(members);
  }

  private static void whereThere(Map<String, String> members, String name, @Nullable Object value) {
    if (value instanceof Long number) {
      members.put(name, number.toString());
    } else if (value != null) {
      members.put(name, quoted(value.toString()));
    }
  }

  private static String instant(Instant at) {
    var utc = at.atOffset(ZoneOffset.UTC);
    return "%04d-%02d-%02dT%02d:%02d:%02d.%06dZ"
        .formatted(
            utc.getYear(),
            utc.getMonthValue(),
            utc.getDayOfMonth(),
            utc.getHour(),
            utc.getMinute(),
            utc.getSecond(),
            utc.getNano() / 1000);
  }

  private static String object(Map<String, Value> patch) {
    Map<String, String> members = new TreeMap<>();
    patch.forEach((name, value) -> members.put(name, value(value)));
    return braces(members);
  }

  private static String value(Value value) {
    return switch (value) {
      case Value.Text(String text) -> quoted(text);
      case Value.YesNo(boolean yes) -> yes ? "true" : "false";
      case Value.Listing(List<String> items) ->
          items.stream().map(PlainBytes::quoted).collect(Collectors.joining(",", "[", "]"));
      case Value.Cleared() -> "null";
    };
  }

  private static String braces(Map<String, String> members) {
    return members.entrySet().stream()
        .map(m -> quoted(m.getKey()) + ":" + m.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> out.append(c < 0x20 ? "\\u%04x".formatted((int) c) : String.valueOf(c));
      }
    }
    return out.append('"').toString();
  }
}

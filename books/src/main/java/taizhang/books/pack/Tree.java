package taizhang.books.pack;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * YAML as read, each part knowing its place. Asking for something of another shape than is there
 * answers as if it were absent: the schema has complained already.
 */
sealed interface Tree {

  /** Of a text, where it begins; of a mapping or list, the key that holds it. */
  Place place();

  /** The same as JSON, for the schema. */
  JsonNode json();

  /**
   * Keys and what they hold, in the order written.
   *
   * @param keys where each key stands
   */
  record Mapping(Place place, SequencedMap<String, Tree> items, Map<String, Place> keys)
      implements Tree {

    static Mapping empty(Place place) {
      return new Mapping(place, new LinkedHashMap<>(), Map.of());
    }

    @Nullable Scalar scalar(String key) {
      return items.get(key) instanceof Scalar scalar ? scalar : null;
    }

    @Nullable String text(String key) {
      Scalar scalar = scalar(key);
      return scalar == null ? null : scalar.text();
    }

    String text(String key, String otherwise) {
      String text = text(key);
      return text == null ? otherwise : text;
    }

    boolean yes(String key) {
      return "true".equals(text(key)) || "yes".equals(text(key));
    }

    @Nullable BigDecimal number(String key) {
      Scalar scalar = scalar(key);
      return scalar != null && scalar.json().isNumber() ? scalar.json().decimalValue() : null;
    }

    /** The mapping under a key, empty where there is none. */
    Mapping mapping(String key) {
      return items.get(key) instanceof Mapping mapping ? mapping : empty(place);
    }

    /** The mappings under a key that holds mappings by name. */
    SequencedMap<String, Mapping> mappings(String key) {
      SequencedMap<String, Mapping> found = new LinkedHashMap<>();
      mapping(key)
          .items
          .forEach((name, item) -> {
            if (item instanceof Mapping mapping) {
              found.put(name, mapping);
            }
          });
      return found;
    }

    /** The mappings under a key that holds a list of them. */
    List<Mapping> list(String key) {
      return items(key).filter(Mapping.class::isInstance).map(Mapping.class::cast).toList();
    }

    /** The texts under a key that holds a list of texts or a single one. */
    List<Scalar> scalars(String key) {
      return items(key).filter(Scalar.class::isInstance).map(Scalar.class::cast).toList();
    }

    List<String> texts(String key) {
      return scalars(key).stream().map(Scalar::text).toList();
    }

    private Stream<Tree> items(String key) {
      Tree item = items.get(key);
      return item instanceof Sequence(Place _, List<Tree> parts)
          ? parts.stream()
          : Stream.ofNullable(item);
    }

    /** Where a key stands, or the mapping itself where it lacks that key. */
    Place at(String key) {
      return keys.getOrDefault(key, place);
    }

    /** Where the value of a key stands, or the mapping itself where it lacks that key. */
    Place value(String key) {
      Tree item = items.get(key);
      return item == null ? place : item.place();
    }

    @Override
    public JsonNode json() {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      items.forEach((key, item) -> node.set(key, item.json()));
      return node;
    }
  }

  /** Several things in their order. */
  record Sequence(Place place, List<Tree> parts) implements Tree {
    @Override
    public JsonNode json() {
      ArrayNode node = JsonNodeFactory.instance.arrayNode();
      parts.forEach(part -> node.add(part.json()));
      return node;
    }
  }

  /**
   * One text.
   *
   * @param plain true where it was written without quotes, so that it may be a number, yes or no
   * @param inset columns between its place and its first character; -1 where lines were folded
   */
  record Scalar(Place place, String text, boolean plain, int inset) implements Tree {

    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0,17})");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d{0,17})\\.\\d{1,18}");

    @Override
    public JsonNode json() {
      JsonNodeFactory json = JsonNodeFactory.instance;
      if (!plain) {
        return json.stringNode(text);
      }
      if (text.isEmpty() || text.equals("null") || text.equals("~")) {
        return json.nullNode();
      }
      if (text.equals("true") || text.equals("false")) {
        return json.booleanNode(text.equals("true"));
      }
      if (WHOLE.matcher(text).matches()) {
        return json.numberNode(new BigInteger(text));
      }
      return DECIMAL.matcher(text).matches()
          ? json.numberNode(new BigDecimal(text))
          : json.stringNode(text);
    }

    /** The place of a character inside the text, as exactly as its way of writing allows. */
    Place within(int line, int column) {
      return line == 1 && inset >= 0 ? place.right(inset + column) : place;
    }
  }
}

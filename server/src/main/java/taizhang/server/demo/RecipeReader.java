package taizhang.server.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.Value;
import taizhang.books.period.Period;
import tools.jackson.databind.JsonNode;

/** Reads recipes: a plain value is the same for all, a mapping says how to make one. */
final class RecipeReader {

  private RecipeReader() {}

  static SequencedMap<String, Recipe> fields(JsonNode node) {
    SequencedMap<String, Recipe> fields = new LinkedHashMap<>();
    node.properties()
        .forEach(e -> {
          try {
            fields.put(e.getKey(), read(e.getValue()));
          } catch (RuntimeException wrong) {
            throw new IllegalArgumentException(e.getKey() + ": " + wrong.getMessage(), wrong);
          }
        });
    return fields;
  }

  static Recipe read(JsonNode node) {
    if (!node.isObject()) {
      return new Recipe.Constant(value(node.asString()));
    }
    String kind = node.propertyNames().iterator().next();
    JsonNode what = node.get(kind);
    return switch (kind) {
      case "one_of" -> choice(what);
      case "quota" -> quota(what);
      case "split" -> split(node);
      case "between" ->
          new Recipe.Between(number(what.get(0)), number(what.get(1)), number(node, "step", "1"));
      case "day" -> new Recipe.Day(Period.parse(what.asString()), rhythm(node));
      case "day_of_month" -> new Recipe.DayOfMonth(what.get(0).asInt(), what.get(1).asInt());
      case "after" -> after(node, what.asString());
      case "ref" ->
          new Recipe.Ref(
              what.asString(), Yaml.optional(node, "since"), Yaml.optional(node, "before"));
      case "shift" -> new Recipe.Shift(Yaml.each(what, RecipeReader::number));
      default -> person(kind, node, what.asString());
    };
  }

  private static Recipe person(String kind, JsonNode node, String what) {
    return switch (kind) {
      case "step_day" -> new Recipe.StepDay();
      case "month_end" -> new Recipe.MonthEnd();
      case "each" -> new Recipe.Each(what);
      case "pattern" -> new Recipe.Pattern(what);
      case "household" -> new Recipe.Household();
      case "head" -> new Recipe.Head(what);
      case "person" ->
          new Recipe.Person(
              what, node.path("age").path(0).asInt(18), node.path("age").path(1).asInt(75));
      case "firm" -> new Recipe.Firm(what);
      case "copy" -> new Recipe.Copy(what);
      case "about" -> new Recipe.Base();
      default -> throw new IllegalArgumentException("no recipe is called '" + kind + "'");
    };
  }

  private static Recipe choice(JsonNode what) {
    List<Value> options = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    if (what.isArray()) {
      what.forEach(option -> {
        options.add(value(option.asString()));
        weights.add(1.0);
      });
    } else {
      what.properties()
          .forEach(e -> {
            options.add(value(e.getKey()));
            weights.add(e.getValue().asDouble());
          });
    }
    return new Recipe.Choice(options, weights);
  }

  private static Recipe quota(JsonNode what) {
    List<Value> options = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();
    what.properties()
        .forEach(e -> {
          options.add(value(e.getKey()));
          counts.add(e.getValue().asInt());
        });
    return new Recipe.Quota(options, counts);
  }

  private static Recipe split(JsonNode node) {
    String rhythm = Yaml.optional(node, "rhythm");
    return new Recipe.Split(
        number(node.get("split")),
        number(node, "step", "1"),
        number(node, "min", "0"),
        node.has("max") ? number(node.get("max")) : null,
        Double.parseDouble(Yaml.text(node, "spread", "0.5")),
        rhythm == null ? null : Rhythm.of(rhythm));
  }

  private static Recipe after(JsonNode node, String field) {
    String within = Yaml.optional(node, "within");
    JsonNode days = node.path("days");
    return new Recipe.After(
        field,
        days.path(0).asInt(0),
        days.path(1).asInt(30),
        within == null ? null : Period.parse(within));
  }

  private static Rhythm rhythm(JsonNode node) {
    return Rhythm.of(Yaml.text(node, "rhythm", "steady"));
  }

  private static BigDecimal number(JsonNode node, String key, String otherwise) {
    return new BigDecimal(Yaml.text(node, key, otherwise));
  }

  private static BigDecimal number(JsonNode node) {
    return new BigDecimal(node.asString());
  }

  /** Texts true and false are yes and no; everything else is its own text. */
  static Value value(@Nullable String text) {
    if ("true".equals(text) || "false".equals(text)) {
      return Value.of(Boolean.parseBoolean(text));
    }
    return Value.of(text == null ? "" : text);
  }
}

package taizhang.books.conform;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.EntryBytes;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Value;
import taizhang.books.pack.Amount;
import taizhang.books.pack.Condition;
import taizhang.books.pack.Delay;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.IndicatorKind;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.PostingRule;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads cases from JSON: {@code [{"name", "areas", "review", "post", "log", "readings"}, …]}. A log
 * item is an entry, {@code {"seq", "close"}} or {@code {"seq", "adopt": [rule, …]}}. Field types
 * follow from how the rules use the fields.
 */
public final class CaseReader {

  private static final Pattern BARE = Pattern.compile("!?([a-z_]\\w*)");
  private static final Pattern COMPARED = Pattern.compile("([a-z_]\\w*)\\s*(==|!=).*");
  private static final String LEDGER = "case.record";

  /** The field that holds a stated value's period. */
  static final String PERIOD = "period";

  private CaseReader() {}

  /**
   * Reads all cases of a document.
   *
   * @throws IllegalArgumentException where it is not a list of cases, naming the case and what is
   *     wrong
   */
  public static List<Case> read(String json) {
    JsonNode document;
    try {
      document = JsonMapper.shared().readTree(json);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
    if (!document.isArray()) {
      throw new IllegalArgumentException("a document of cases is a JSON array");
    }
    List<Case> cases = new ArrayList<>();
    for (JsonNode node : document) {
      try {
        cases.add(oneCase(node));
      } catch (RuntimeException e) {
        String name = node.path("name").asString("unnamed");
        throw new IllegalArgumentException("case '" + name + "': " + e.getMessage(), e);
      }
    }
    return cases;
  }

  private static Case oneCase(JsonNode node) {
    SequencedMap<String, @Nullable String> areas = new LinkedHashMap<>();
    node.get("areas").properties().forEach(e -> areas.put(e.getKey(), text(e.getValue())));
    boolean review = node.path("review").asString("none").equals("department");
    List<JsonNode> ruleSets = new ArrayList<>();
    ruleSets.add(node.get("post"));
    for (JsonNode item : node.get("log")) {
      if (item.has("adopt")) {
        ruleSets.add(item.get("adopt"));
      }
    }
    Map<String, FieldType> types = fieldTypes(ruleSets);
    List<Ledger> ledgers = ruleSets.stream().map(set -> ledger(set, types, review)).toList();
    Set<String> stated = statedPeriods(ledgers);
    List<Case.Item> log = new ArrayList<>();
    int adopted = 0;
    for (JsonNode item : node.get("log")) {
      log.add(item(item, item.has("adopt") ? ++adopted : 0, !stated.isEmpty()));
    }
    List<Case.Reading> readings = new ArrayList<>();
    node.get("readings").forEach(reading -> readings.add(reading(reading)));
    return new Case(node.get("name").stringValue(), areas, ledgers, log, readings);
  }

  private static Set<String> statedPeriods(List<Ledger> ledgers) {
    Set<String> stated = new LinkedHashSet<>();
    for (Ledger ledger : ledgers) {
      ledger.post().stream()
          .filter(rule -> rule.kind() == IndicatorKind.STATED)
          .forEach(rule -> stated.add(rule.to()));
    }
    return stated;
  }

  private static Map<String, FieldType> fieldTypes(List<JsonNode> ruleSets) {
    Map<String, FieldType> types = new HashMap<>();
    for (JsonNode set : ruleSets) {
      for (JsonNode rule : set) {
        if (rule.path("amount").isString()) {
          Amount.parse(rule.get("amount").stringValue())
              .fields()
              .forEach(field -> types.put(field, FieldType.DECIMAL));
        }
        if (rule.has("on")) {
          types.put(rule.get("on").stringValue(), FieldType.DATE);
        }
        if (rule.has("key")) {
          types.put(rule.get("key").stringValue(), FieldType.TEXT);
        }
        for (String part : rule.path("when").asString("").split("&&")) {
          conditionField(part.strip(), types);
        }
      }
    }
    types.remove("state");
    return types;
  }

  private static void conditionField(String part, Map<String, FieldType> types) {
    Matcher bare = BARE.matcher(part);
    Matcher compared = COMPARED.matcher(part);
    if (bare.matches()) {
      types.put(bare.group(1), FieldType.YES_NO);
    } else if (compared.matches()) {
      types.putIfAbsent(compared.group(1), FieldType.TEXT);
    }
  }

  private static Ledger ledger(JsonNode set, Map<String, FieldType> types, boolean review) {
    SequencedMap<String, Field> fields = new LinkedHashMap<>();
    new TreeMap<>(types).forEach((name, type) -> fields.put(name, Field.of(name, name, type)));
    fields.put(PERIOD, Field.of(PERIOD, PERIOD, FieldType.PERIOD));
    List<PostingRule> rules = new ArrayList<>();
    set.forEach(rule -> rules.add(rule(rule, fields)));
    return new Ledger(
        LEDGER,
        "record",
        "any",
        "town",
        review,
        null,
        List.of(),
        fields,
        null,
        List.of(),
        List.of(),
        rules,
        new LinkedHashMap<>());
  }

  private static PostingRule rule(JsonNode rule, SequencedMap<String, Field> fields) {
    IndicatorKind kind = IndicatorKind.of(rule.get("kind").stringValue());
    String when = rule.path("when").asString("");
    return new PostingRule(
        rule.get("to").stringValue(),
        kind,
        rule.has("amount") ? Amount.parse(rule.get("amount").asString()) : Amount.ONE,
        text(rule.path("on")),
        Delay.NONE,
        text(rule.path("on_enter")),
        when.isBlank() ? Condition.ALWAYS : Condition.compile(when, fields.values()),
        text(rule.path("key")),
        Map.of(),
        kind == IndicatorKind.STATED ? PERIOD : null,
        null,
        null);
  }

  private static Case.Item item(JsonNode item, int adopted, boolean stated) {
    long seq = item.get("seq").longValue();
    if (item.has("close")) {
      return new Case.Close(seq, day(item, "close"));
    }
    if (item.has("adopt")) {
      return new Case.Adopt(seq, adopted);
    }
    Map<String, Value> patch =
        item.has("patch") ? EntryBytes.readPatch(item.get("patch")) : new TreeMap<>();
    if (stated && patch.containsKey("from") && patch.containsKey("to")) {
      String from = patch.get("from").asText();
      patch.put(PERIOD, Value.of(from + "/" + patch.get("to").asText()));
    }
    return new Case.Write(
        seq,
        EntryKind.of(item.get("kind").stringValue()),
        item.get("record").stringValue(),
        text(item.path("area")),
        item.has("effective_on") ? day(item, "effective_on") : null,
        patch,
        item.has("of_version") && !item.get("of_version").isNull()
            ? item.get("of_version").longValue()
            : null,
        text(item.path("state")));
  }

  private static Case.Reading reading(JsonNode node) {
    JsonNode expect = node.path("expect");
    return new Case.Reading(
        node.get("indicator").stringValue(),
        node.get("area").stringValue(),
        node.has("from") ? day(node, "from") : null,
        day(node, "to"),
        node.has("S") ? node.get("S").longValue() : null,
        node.has("D") ? day(node, "D") : null,
        node.path("stage").asString("approved").equals("all"),
        node.path("by").asString("posted").equals("belongs"),
        expect.isNull() || expect.isMissingNode() ? null : new BigDecimal(expect.asString()));
  }

  private static LocalDate day(JsonNode node, String name) {
    return LocalDate.parse(node.get(name).stringValue());
  }

  private static @Nullable String text(JsonNode node) {
    return node.isString() ? node.stringValue() : null;
  }
}

package taizhang.books.laws;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import taizhang.books.laws.NaiveRecord.Standing;
import tools.jackson.databind.JsonNode;

/**
 * The books in the plainest way they can be written down, slow and without postings. What stands at
 * the end of a day is counted record by record. An entry moves the figure of a day by what is
 * counted after it less what was counted before it, unless that day was closed when it was made.
 * The figure is the sum of these moves.
 */
final class NaiveBooks {

  private static final String FAR = "9999-12-31";

  private final JsonNode shown;

  NaiveBooks(JsonNode shown) {
    this.shown = shown;
  }

  /** The answer to a reading of the case; null where there is no figure. */
  @Nullable BigDecimal answer(JsonNode reading) {
    String kind = kind(reading.get("indicator").stringValue());
    if (kind.equals("stated")) {
      return new NaiveStated(this, reading).answer();
    }
    String day = reading.path("D").asString(FAR);
    String to = reading.get("to").stringValue();
    String end = day.compareTo(to) < 0 ? day : to;
    Map<String, BigDecimal> counted = total(reading, end);
    if (!kind.equals("stock")) {
      String from = reading.get("from").stringValue();
      if (end.compareTo(from) < 0) {
        return BigDecimal.ZERO;
      }
      String before = LocalDate.parse(from).minusDays(1).toString();
      total(reading, before).forEach((key, sum) -> add(counted, key, sum.negate()));
    }
    return kind.equals("distinct")
        ? BigDecimal.valueOf(counted.values().stream().filter(v -> v.signum() != 0).count())
        : counted.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private String kind(String indicator) {
    for (JsonNode set : ruleSets()) {
      for (JsonNode rule : set) {
        if (rule.get("to").stringValue().equals(indicator)) {
          return rule.get("kind").stringValue();
        }
      }
    }
    throw new IllegalArgumentException("nothing posts to " + indicator);
  }

  private List<JsonNode> ruleSets() {
    List<JsonNode> sets = new ArrayList<>(List.of(shown.get("post")));
    shown.get("log").forEach(item -> item.optional("adopt").ifPresent(sets::add));
    return sets;
  }

  /** What happened to one record at one step: before, after, and what was closed just then. */
  record Step(long seq, String record, Known before, Known after, String closed) {}

  /** What is known of a record under the rules then in force. */
  record Known(List<JsonNode> items, JsonNode rules) {}

  /** Walks through the log up to the reading's newest entry. */
  void replay(JsonNode reading, Consumer<Step> visit) {
    Map<String, List<JsonNode>> records = new LinkedHashMap<>();
    JsonNode rules = shown.get("post");
    String closed = "";
    for (JsonNode item : inOrder()) {
      long seq = item.get("seq").longValue();
      if (seq > reading.path("S").asLong(Long.MAX_VALUE)) {
        return;
      }
      if (item.has("close")) {
        String day = item.get("close").stringValue();
        closed = day.compareTo(closed) > 0 ? day : closed;
      } else if (item.has("adopt")) {
        for (var one : records.entrySet()) {
          Known before = new Known(one.getValue(), rules);
          Known after = new Known(one.getValue(), item.get("adopt"));
          visit.accept(new Step(seq, one.getKey(), before, after, closed));
        }
        rules = item.get("adopt");
      } else {
        String record = item.get("record").stringValue();
        List<JsonNode> items = records.getOrDefault(record, List.of());
        List<JsonNode> longer = new ArrayList<>(items);
        longer.add(item);
        records.put(record, longer);
        Known before = new Known(items, rules);
        visit.accept(new Step(seq, record, before, new Known(longer, rules), closed));
      }
    }
  }

  private List<JsonNode> inOrder() {
    List<JsonNode> log = new ArrayList<>();
    shown.get("log").forEach(log::add);
    log.sort((a, b) -> Long.compare(a.get("seq").longValue(), b.get("seq").longValue()));
    return log;
  }

  /** What the reading must count at the end of a day, by key. */
  private Map<String, BigDecimal> total(JsonNode reading, String day) {
    boolean belongs = reading.path("by").asString("").equals("belongs");
    Map<String, BigDecimal> total = new HashMap<>();
    replay(
        reading,
        step -> {
          if (belongs || step.closed().compareTo(day) < 0) {
            count(step.after(), reading, day).forEach((key, sum) -> add(total, key, sum));
            count(step.before(), reading, day).forEach((key, sum) -> add(total, key, sum.negate()));
          }
        });
    return total;
  }

  /** The record as far as the reading's stage sees it. */
  NaiveRecord seen(List<JsonNode> items, boolean all) {
    int upTo = items.size();
    if (!all && shown.path("review").asString("none").equals("department")) {
      while (upTo > 0 && !items.get(upTo - 1).get("kind").stringValue().equals("review")) {
        upTo--;
      }
    }
    return new NaiveRecord(items.subList(0, upTo));
  }

  private Map<String, BigDecimal> count(Known known, JsonNode reading, String day) {
    boolean all = reading.path("stage").asString("").equals("all");
    NaiveRecord record = seen(known.items(), all);
    String asked = reading.get("area").stringValue();
    Map<String, BigDecimal> count = new HashMap<>();
    for (JsonNode rule : known.rules()) {
      if (rule.get("to").equals(reading.get("indicator"))) {
        contributions(
            record,
            rule,
            day,
            (area, standing) -> {
              if (within(area, asked)) {
                String key = NaiveRecord.text(standing, rule.path("key").asString(""));
                add(count, key, NaiveRecord.amount(rule.path("amount"), standing));
              }
            });
      }
    }
    return count;
  }

  /** Everything the rule counts of the record up to the end of a day. */
  private static void contributions(
      NaiveRecord record, JsonNode rule, String day, BiConsumer<String, Standing> to) {
    String when = rule.path("when").asString("");
    if (rule.has("on_enter")) {
      for (var entered : record.transitions()) {
        Standing standing = entered.getValue();
        if (standing.state().equals(rule.get("on_enter").stringValue())
            && entered.getKey().compareTo(day) <= 0
            && NaiveRecord.holds(when, standing)) {
          to.accept(standing.area(), standing);
        }
      }
      return;
    }
    boolean stock = rule.get("kind").stringValue().equals("stock");
    Standing standing = record.standing(stock ? day : FAR);
    if (standing == null || !NaiveRecord.holds(when, standing)) {
      return;
    }
    String on =
        rule.has("on") ? NaiveRecord.text(standing, rule.get("on").stringValue()) : "0000-01-01";
    if (!on.isEmpty() && on.compareTo(day) <= 0) {
      to.accept(stock ? standing.area() : record.area(on), standing);
    }
  }

  private boolean within(String area, String asked) {
    String at = area;
    while (!at.isEmpty() && !at.equals(asked)) {
      at = shown.get("areas").path(at).asString("");
    }
    return at.equals(asked);
  }

  private static void add(Map<String, BigDecimal> sums, String key, BigDecimal amount) {
    sums.merge(key, amount, BigDecimal::add);
  }
}

package taizhang.books.laws;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Random histories of a small town over one year, by seed: records open, change, move through their
 * lifecycle, are corrected in any version (re-dated and re-homed too), reviewed and void; months
 * close; rules are replaced; an area is merged into another.
 */
final class Histories {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> AREAS = List.of("T", "V", "W", "V1", "V2", "W1");
  private static final List<String> HOMES = List.of("V1", "V2", "W1", "W");
  private static final List<String> PERIODS =
      List.of("2023-01-01/2023-10-31", "2023-01-01/2023-12-31", "2023-01-01/2023-03-31");

  private final Random random;
  private boolean reviewed;
  private List<String> homes = HOMES;
  private List<String> periods = PERIODS;
  private final ArrayNode log = JSON.arrayNode();
  private final SequencedMap<String, List<Long>> versions = new LinkedHashMap<>();
  private long seq;

  private Histories(long seed) {
    random = new Random(seed);
  }

  /** The history of a seed, with readings but without expectations. */
  static ObjectNode of(long seed) {
    return new Histories(seed).history("seed " + seed, Rules.counting(), Rules.counting2());
  }

  /** A history of stated values only, crowded so that several speak of the same area and period. */
  static ObjectNode stated(long seed) {
    Histories histories = new Histories(seed);
    histories.homes = HOMES.subList(0, 2);
    histories.periods = PERIODS.subList(0, 2);
    return histories.history("stated " + seed, Rules.stated(), Rules.stated2());
  }

  private ObjectNode history(String name, ArrayNode rules, ArrayNode later) {
    ObjectNode history = JSON.objectNode().put("name", name);
    ObjectNode areas = history.putObject("areas");
    areas.putNull("T");
    areas.put("V", "T").put("W", "T").put("V1", "V").put("V2", "V").put("W1", "W");
    reviewed = random.nextBoolean();
    history.put("review", reviewed ? "department" : "none");
    history.set("post", rules);
    int steps = random.nextInt(3, 18);
    for (int n = 0; n < steps; n++) {
      step(later);
    }
    history.set("log", log);
    history.set("readings", readings(rules));
    return history;
  }

  private void step(ArrayNode later) {
    int dice = random.nextInt(100);
    if (versions.isEmpty() || dice < 25) {
      open();
    } else if (dice < 30) {
      next().put("close", LocalDate.of(2023, random.nextInt(2, 9), 1).minusDays(1).toString());
    } else if (dice < 33) {
      next().set("adopt", later.deepCopy());
    } else if (dice < 36) {
      merge();
    } else {
      entry(List.copyOf(versions.keySet()).get(random.nextInt(versions.size())), dice);
    }
  }

  private ObjectNode next() {
    return log.addObject().put("seq", ++seq);
  }

  private ObjectNode next(String kind, String record) {
    return next().put("kind", kind).put("record", record);
  }

  private void open() {
    String record = "R" + (versions.size() + 1);
    ObjectNode item = next("open", record).put("area", home());
    item.put("effective_on", day()).put("state", "enrolled");
    item.set("patch", patch(80));
    versions.put(record, new ArrayList<>(List.of(seq)));
  }

  private void entry(String record, int dice) {
    List<Long> known = versions.getOrDefault(record, List.of());
    if (known.isEmpty() || dice >= 90) {
      next("review", record);
    } else if (dice < 52) {
      ObjectNode item = next("change", record).put("effective_on", day());
      item.set("patch", patch(40));
      sometimes(30, () -> item.put("area", home()));
      known.add(seq);
    } else if (dice < 64) {
      String state = List.of("lifted", "enrolled", "gone").get(random.nextInt(3));
      ObjectNode item = next("move", record).put("effective_on", day()).put("state", state);
      sometimes(20, () -> item.set("patch", patch(30)));
      known.add(seq);
    } else if (dice < 85) {
      correct(record, known);
    } else {
      next("void", record);
      known.clear();
    }
  }

  private void correct(String record, List<Long> known) {
    ObjectNode item = next("correct", record);
    sometimes(75, () -> item.put("of_version", known.get(random.nextInt(known.size()))));
    item.set("patch", patch(40));
    sometimes(25, () -> item.put("effective_on", day()));
    sometimes(25, () -> item.put("area", home()));
    sometimes(10, () -> item.put("state", "lifted"));
  }

  /** One village becomes part of another: all its records change their area on one day. */
  private void merge() {
    String day = day();
    String successor = home();
    versions.forEach((record, known) -> {
      if (!known.isEmpty()) {
        next("change", record).put("effective_on", day).put("area", successor).putObject("patch");
        known.add(seq);
      }
    });
  }

  private ObjectNode patch(int percent) {
    ObjectNode patch = JSON.objectNode();
    Map<String, Runnable> fields = new LinkedHashMap<>();
    fields.put("persons", () -> patch.put("persons", random.nextInt(0, 7)));
    fields.put("aid", () -> patch.put("aid", decimal()));
    fields.put("paid", () -> patch.put("paid", random.nextInt(100) < 70));
    fields.put("paid_on", () -> patch.put("paid_on", day()));
    fields.put("head", () -> patch.put("head", "P" + random.nextInt(3)));
    fields.put("due", () -> patch.put("due", day()));
    fields.put("visited", () -> patch.put("visited", random.nextInt(100) < 40));
    fields.put("crop", () -> patch.put("crop", random.nextBoolean() ? "rice" : "wheat"));
    fields.put("value", () -> patch.put("value", random.nextInt(4)));
    fields.put("zero", () -> patch.put("zero", "0"));
    fields.forEach((name, set) -> {
      sometimes(percent, set);
      sometimes(4, () -> patch.putNull(name));
    });
    sometimes(
        percent,
        () -> {
          String period = periods.get(random.nextInt(periods.size()));
          patch.put("from", period.substring(0, 10)).put("to", period.substring(11));
        });
    return patch;
  }

  private ArrayNode readings(ArrayNode rules) {
    ArrayNode readings = JSON.arrayNode();
    for (int n = 0; n < 10; n++) {
      var rule = rules.get(random.nextInt(rules.size()));
      ObjectNode reading = readings.addObject().put("indicator", rule.get("to").stringValue());
      boolean stated = rule.get("kind").stringValue().equals("stated");
      reading.put("area", stated ? home() : AREAS.get(random.nextInt(AREAS.size())));
      String a = day();
      String b = day();
      String period = periods.get(random.nextInt(periods.size()));
      reading.put("from", stated ? period.substring(0, 10) : a.compareTo(b) < 0 ? a : b);
      reading.put("to", stated ? period.substring(11) : a.compareTo(b) < 0 ? b : a);
      sometimes(60, () -> reading.put("S", random.nextLong(1, seq + 1)));
      sometimes(stated ? 0 : 40, () -> reading.put("D", day()));
      sometimes(50, () -> reading.put("stage", "all"));
      sometimes(stated ? 0 : 25, () -> reading.put("by", "belongs"));
    }
    return readings;
  }

  private void sometimes(int percent, Runnable then) {
    if (random.nextInt(100) < percent) {
      then.run();
    }
  }

  private String home() {
    return homes.get(random.nextInt(homes.size()));
  }

  /**
   * Any day of the year, often the last or first of a month, where closing makes the difference.
   */
  private String day() {
    LocalDate first = LocalDate.of(2023, random.nextInt(1, 13), 1);
    return switch (random.nextInt(6)) {
      case 0 -> first.toString();
      case 1 -> first.plusMonths(1).minusDays(1).toString();
      default -> LocalDate.of(2023, 1, 1).plusDays(random.nextInt(365)).toString();
    };
  }

  private String decimal() {
    return random.nextInt(1000) + "." + random.nextInt(10) + random.nextInt(10);
  }
}

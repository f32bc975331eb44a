package taizhang.books.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What must hold of figures at any point of the books, whatever happened. */
class ReadingLawsTest {

  private static final int MANY = 40;

  @Test
  void aReadingAtAnEntryIsWhatWasAnsweredWhenThatEntryWasTheNewest() {
    assertThat(Stream.concat(histories(), stated()))
        .allSatisfy(h ->
            assertThat(Engine.answers(h, map(h, r -> r.put("S", middle(h)))))
                .isEqualTo(Engine.answers(until(h, middle(h)), map(h, r -> now(r)))));
  }

  @Test
  void aReadingOnADayIsTheReadingUpToThatDay() {
    assertThat(histories())
        .allSatisfy(h ->
            assertThat(Engine.answers(h, map(h, ReadingLawsTest::upToItsDay)))
                .isEqualTo(Engine.answers(h)));
  }

  @Test
  void aClosedMonthStandsStillWhateverIsEnteredLater() {
    assertThat(histories().map(h -> closedInTheMiddle(h, "2023-06-30")))
        .allSatisfy(h ->
            assertThat(Engine.answers(h, inside(h, "2023-06-30", false)))
                .isEqualTo(Engine.answers(h, inside(h, "2023-06-30", true))));
  }

  @Test
  void byTheDayItBelongsToClosingChangesNothing() {
    assertThat(histories())
        .allSatisfy(h ->
            assertThat(
                    Engine.answers(closedInTheMiddle(h, "2023-06-30"), map(h, r -> belonging(r))))
                .isEqualTo(Engine.answers(h, map(h, r -> belonging(r)))));
  }

  @Test
  void anAreaIsTheSumOfTheAreasBelowIt() {
    assertThat(histories().map(ReadingLawsTest::recordsInGroupsOnly))
        .allSatisfy(h -> {
          var whole = Engine.answers(h, additive(h, List.of("V")));
          var first = Engine.answers(h, additive(h, List.of("V1")));
          var second = Engine.answers(h, additive(h, List.of("V2")));
          assertThat(whole).isEqualTo(plus(first, second));
        });
  }

  @Test
  void aPeriodIsTheSumOfItsParts() {
    assertThat(histories())
        .allSatisfy(h -> {
          var year = Engine.answers(h, during(h, "2023-01-01", "2023-12-31"));
          var spring = Engine.answers(h, during(h, "2023-01-01", "2023-05-17"));
          var rest = Engine.answers(h, during(h, "2023-05-18", "2023-12-31"));
          assertThat(year).isEqualTo(plus(spring, rest));
        });
  }

  @Test
  void theOrderOfEntriesAboutDifferentRecordsDoesNotMatter() {
    assertThat(histories().map(h -> without(h, i -> i.has("close") || i.has("adopt"))))
        .allSatisfy(h ->
            assertThat(Engine.answers(interleavedOtherwise(h), map(h, r -> now(r))))
                .isEqualTo(Engine.answers(h, map(h, r -> now(r)))));
  }

  @Test
  void countingWhatWaitsIsCountingAsIfNobodyHadToReview() {
    assertThat(histories())
        .allSatisfy(h ->
            assertThat(Engine.answers(h, map(h, r -> r.put("stage", "all"))))
                .isEqualTo(
                    Engine.answers(
                        h.deepCopy().put("review", "none"), map(h, r -> r.put("stage", "all")))));
  }

  @Test
  void aThousandTenthsAreAHundredToTheLastDecimal() {
    ObjectNode history = Histories.of(1);
    ArrayNode log = history.putArray("log");
    for (int n = 1; n <= 1000; n++) {
      ObjectNode open = log.addObject().put("seq", n).put("kind", "open").put("record", "R" + n);
      open.put("area", "V1")
          .put("effective_on", "2023-01-01")
          .putObject("patch")
          .put("paid", true)
          .put("paid_on", "2023-02-02")
          .put("aid", "0.1");
    }

    assertThat(Engine.answers(history, during(history, "2023-01-01", "2023-12-31")).getFirst())
        .isEqualTo("100");
  }

  private static Stream<ObjectNode> histories() {
    return LongStream.range(7000, 7000 + MANY).mapToObj(Histories::of);
  }

  private static Stream<ObjectNode> stated() {
    return LongStream.range(7000, 7000 + MANY).mapToObj(Histories::stated);
  }

  private static long middle(ObjectNode history) {
    return (history.get("log").size() + 1L) / 2;
  }

  private static ObjectNode until(ObjectNode history, long newest) {
    return without(history, item -> item.get("seq").longValue() > newest);
  }

  private static ObjectNode without(ObjectNode history, Predicate<JsonNode> gone) {
    ObjectNode less = history.deepCopy();
    ArrayNode log = less.putArray("log");
    history.get("log").valueStream().filter(gone.negate()).forEach(log::add);
    return less;
  }

  private static List<ObjectNode> map(ObjectNode history, UnaryOperator<ObjectNode> change) {
    return Engine.readings(history).stream().map(r -> change.apply(r.deepCopy())).toList();
  }

  private static ObjectNode upToItsDay(ObjectNode reading) {
    String day = reading.path("D").asString("9999-12-31");
    reading.remove("D");
    String from = reading.get("from").stringValue();
    String to = reading.get("to").stringValue();
    if (day.compareTo(from) < 0) {
      return reading.put("D", day);
    }
    return day.compareTo(to) < 0 ? reading.put("to", day) : reading;
  }

  private static ObjectNode belonging(ObjectNode reading) {
    reading.remove("S");
    return reading.put("by", "belongs");
  }

  private static ObjectNode now(ObjectNode reading) {
    reading.remove("S");
    return reading;
  }

  /** The history with its one close in the middle of the log, at the seq {@code closed}. */
  private static ObjectNode closedInTheMiddle(ObjectNode history, String day) {
    ObjectNode open = without(history, item -> item.has("close"));
    ArrayNode log = open.putArray("log");
    long middle = history.get("log").size() / 2;
    history.get("log").valueStream().filter(i -> !i.has("close")).forEach(log::add);
    long closing = 0;
    for (JsonNode item : log) {
      closing = item.get("seq").longValue() <= middle ? item.get("seq").longValue() : closing;
    }
    for (JsonNode item : log) {
      ((ObjectNode) item).put("seq", item.get("seq").longValue() * 2);
      if (item.has("of_version")) {
        ((ObjectNode) item).put("of_version", item.get("of_version").longValue() * 2);
      }
    }
    log.addObject().put("seq", closing * 2 + 1).put("close", day);
    return open.put("closed", closing * 2 + 1);
  }

  /** The readings inside the closed time, just after the close or at the end of the books. */
  private static List<ObjectNode> inside(ObjectNode history, String day, boolean justAfter) {
    return map(
        history,
        r -> {
          r.remove("S");
          r.remove("by");
          if (r.get("to").stringValue().compareTo(day) > 0) {
            r.put("to", day);
          }
          if (r.get("from").stringValue().compareTo(day) > 0) {
            r.put("from", day);
          }
          return justAfter ? r.put("S", history.get("closed").longValue()) : r;
        });
  }

  private static ObjectNode recordsInGroupsOnly(ObjectNode history) {
    ObjectNode groups = history.deepCopy();
    for (JsonNode item : groups.get("log")) {
      if (item.path("area").asString("").equals("W")) {
        ((ObjectNode) item).put("area", "V1");
      }
    }
    return groups;
  }

  private static List<ObjectNode> additive(ObjectNode history, List<String> areas) {
    return Stream.of("aid", "persons", "households", "lifted", "overdue", "rice", "other")
        .flatMap(i -> areas.stream().map(a -> reading(history, i, a)))
        .toList();
  }

  private static ObjectNode reading(ObjectNode history, String indicator, String area) {
    ObjectNode reading = history.objectNode().put("indicator", indicator).put("area", area);
    return reading.put("from", "2023-02-01").put("to", "2023-10-31");
  }

  private static List<ObjectNode> during(ObjectNode history, String from, String to) {
    return Stream.of("aid", "lifted", "lifted_persons", "other")
        .map(i -> reading(history, i, "T").put("from", from).put("to", to).put("stage", "all"))
        .toList();
  }

  private static List<String> plus(List<String> a, List<String> b) {
    List<String> sums = new ArrayList<>();
    for (int n = 0; n < a.size(); n++) {
      BigDecimal sum = new BigDecimal(a.get(n)).add(new BigDecimal(b.get(n)));
      sums.add(sum.stripTrailingZeros().toPlainString());
    }
    return sums;
  }

  /** The same entries per record in the same order, the records otherwise among each other. */
  private static ObjectNode interleavedOtherwise(ObjectNode history) {
    Map<String, List<JsonNode>> records = new HashMap<>();
    for (JsonNode item : history.get("log")) {
      records.computeIfAbsent(item.get("record").stringValue(), r -> new ArrayList<>()).add(item);
    }
    ObjectNode otherwise = history.deepCopy();
    ArrayNode log = otherwise.putArray("log");
    Random random = new Random(history.get("log").size());
    Map<Long, Long> renamed = new HashMap<>();
    while (!records.isEmpty()) {
      List<String> names = List.copyOf(records.keySet());
      String record = names.get(random.nextInt(names.size()));
      List<JsonNode> items = records.getOrDefault(record, List.of());
      ObjectNode item = ((ObjectNode) items.removeFirst()).deepCopy();
      renamed.put(item.get("seq").longValue(), log.size() + 1L);
      log.add(item.put("seq", log.size() + 1L));
      if (item.has("of_version")) {
        item.put("of_version", renamed.get(item.get("of_version").longValue()));
      }
      if (items.isEmpty()) {
        records.remove(record);
      }
    }
    return otherwise;
  }
}

package taizhang.books.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an entry looks like on the chain, and that nothing is lost on the way there. */
class EntryBytesTest {

  private static final Entry ENTRY =
      new Entry(
          "beicai",
          7,
          "poverty.household",
          3,
          EntryKind.CORRECT,
          3L,
          null,
          LocalDate.of(2023, 3, 5),
          Map.of("persons", Value.of("4"), "lifted", Value.of(false), "phone", Value.cleared()),
          null,
          2,
          "王",
          Instant.parse("2023-03-06T01:02:03.000040Z"),
          "填错",
          "web",
          null);

  @Test
  void whatIsWrittenIsReadBackForAnyEntry() {
    assertThat(RandomEntries.seeded(1, 2000))
        .allSatisfy(e -> assertThat(EntryBytes.read(EntryBytes.write(e))).isEqualTo(e));
  }

  @Test
  void agreesLetterByLetterWithACanonicalizerWrittenByHand() {
    assertThat(RandomEntries.seeded(2, 2000))
        .allSatisfy(e -> assertThat(text(e)).isEqualTo(PlainBytes.write(e)));
  }

  @Test
  void equalEntriesHaveEqualBytesWhateverTheOrderOfTheirFields() {
    assertThat(RandomEntries.seeded(3, 500))
        .allSatisfy(e -> assertThat(text(EntryBytes.read(EntryBytes.write(e)))).isEqualTo(text(e)));
  }

  @Test
  void writesAbsentThingsNotAtAllAndAClearedFieldAsNull() {
    assertThat(text(ENTRY))
        .isEqualTo(
            "{\"at\":\"2023-03-06T01:02:03.000040Z\",\"by\":\"王\",\"client\":\"web\","
                + "\"effective\":\"2023-03-05\",\"kind\":\"correct\",\"ledger\":\"poverty.household\","
                + "\"of\":3,\"pack\":2,\"patch\":{\"lifted\":false,\"persons\":\"4\",\"phone\":null},"
                + "\"reason\":\"填错\",\"record\":3,\"seq\":7,\"town\":\"beicai\",\"v\":1}");
  }

  @Test
  void writesTimesWithSixDecimalsEvenOnTheFullSecond() {
    Entry onTheSecond =
        RandomEntries.seeded(4, 1).map(e -> at(e, "2024-02-29T23:59:59Z")).toList().getFirst();

    assertThat(text(onTheSecond)).contains("\"at\":\"2024-02-29T23:59:59.000000Z\"");
  }

  @Test
  void keepsAPatchInTheFormItWasGivenIn() {
    Map<String, Value> patch =
        Map.of(
            "km", Value.of("2.10"),
            "files", new Value.Listing(List.of("b", "a")),
            "big", Value.of("123456789012345678901234567890.123456789"));

    assertThat(EntryBytes.readPatch(EntryBytes.patch(patch))).isEqualTo(patch);
  }

  @Test
  void refusesAFormatItDoesNotKnow() {
    byte[] other = text(ENTRY).replace("\"v\":1", "\"v\":2").getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> EntryBytes.read(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unknown format 2");
  }

  @Test
  void refusesAPatchThatHoldsWhatNoFieldCan() {
    byte[] nested =
        text(ENTRY)
            .replace("\"persons\":\"4\"", "\"persons\":{\"a\":1}")
            .getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> EntryBytes.read(nested))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'persons'");
  }

  private static Entry at(Entry e, String instant) {
    return new Entry(
        e.town(),
        e.seq(),
        e.ledger(),
        e.record(),
        e.kind(),
        e.ofVersion(),
        e.area(),
        e.effectiveOn(),
        e.patch(),
        e.state(),
        e.pack(),
        e.by(),
        Instant.parse(instant),
        e.reason(),
        e.client(),
        e.key());
  }

  private static String text(Entry entry) {
    return new String(EntryBytes.write(entry), StandardCharsets.UTF_8);
  }
}

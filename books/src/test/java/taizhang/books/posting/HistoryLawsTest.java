package taizhang.books.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import taizhang.books.entry.Entry;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.History;
import taizhang.books.entry.Image;
import taizhang.books.entry.Value;
import taizhang.books.entry.Version;

/** Folding: entries in the order of the books become versions in the order of the world. */
class HistoryLawsTest {

  private static final int MANY = 2000;

  @Test
  void theOrderInWhichThingsWereToldDoesNotMatter() {
    assertThat(Records.unmended(MANY).filter(HistoryLawsTest::onDifferentDays))
        .hasSizeGreaterThan(MANY / 2)
        .allSatisfy(e -> assertThat(told(shuffled(e))).isEqualTo(told(e)));
  }

  @Test
  void versionsFollowOneAnotherInTheWorldAndThenInTheBooks() {
    assertThat(Records.random(MANY).map(History::fold))
        .allSatisfy(h ->
            assertThat(h.versions())
                .isSortedAccordingTo((a, b) ->
                    a.on().equals(b.on())
                        ? Long.compare(a.seq(), b.seq())
                        : a.on().compareTo(b.on())));
  }

  @Test
  void correctionsOfDifferentVersionsMayComeInAnyOrder() {
    List<Entry> entries = new ArrayList<>(Records.unmended(50).toList().getLast());
    long n = entries.size();
    Entry first = correction(n + 1, entries.getFirst().seq());
    Entry last = correction(n + 2, entries.getLast().seq());

    assertThat(History.fold(with(entries, first, last)))
        .isEqualTo(History.fold(with(entries, last, first)));
  }

  @Test
  void aReviewSaysNothingOfTheWorld() {
    assertThat(Records.random(MANY))
        .allSatisfy(e ->
            assertThat(History.fold(e))
                .isEqualTo(
                    History.fold(e.stream().filter(x -> x.kind() != EntryKind.REVIEW).toList())));
  }

  @Test
  void aFieldHoldsUntilALaterVersionSetsIt() {
    assertThat(Records.random(MANY).map(History::fold))
        .allSatisfy(h ->
            assertThat(h.latest().image().fields().keySet())
                .containsAll(h.versions().getFirst().image().fields().keySet()));
  }

  @Test
  void aCorrectionNamingAVersionThereIsNotChangesNothing() {
    List<Entry> entries = Records.unmended(3).toList().getLast();

    assertThat(History.fold(with(entries, correction(99, 98)))).isEqualTo(History.fold(entries));
  }

  @Test
  void nothingHoldsOfAVoidRecord() {
    Entry voided = Records.entry(99, EntryKind.VOID, null, null, null, Map.of(), null);

    assertThat(Records.random(MANY))
        .allSatisfy(e -> assertThat(History.fold(with(e, voided))).isEqualTo(History.EMPTY));
  }

  @Test
  void aVersionWithoutADayIsRefused() {
    Entry undated = Records.entry(1, EntryKind.OPEN, null, "V1", null, Map.of(), null);

    assertThatThrownBy(() -> History.fold(List.of(undated)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("entry 1 has no effective date");
  }

  @Test
  void theVersionOfADayIsTheLastThatBeganUpToIt() {
    assertThat(Records.random(MANY).map(History::fold))
        .allSatisfy(h ->
            assertThat(days()).allSatisfy(day -> assertThat(h.at(day)).isEqualTo(inForce(h, day))));
  }

  @Test
  void aClearedFieldIsAbsentAsIfItHadNeverBeenSet() {
    Image image =
        Image.EMPTY.with(Map.of("phone", Value.of("1"))).with(Map.of("phone", Value.cleared()));

    assertThat(image).isEqualTo(Image.EMPTY);
    assertThat(image.text("phone")).isEmpty();
    assertThat(image.decimal("phone")).isNull();
    assertThat(image.date("phone")).isNull();
    assertThat(image.yes("phone")).isFalse();
  }

  private static Stream<LocalDate> days() {
    return Stream.iterate(LocalDate.of(2022, 12, 25), d -> d.plusDays(20)).limit(20);
  }

  private static Version inForce(History history, LocalDate day) {
    List<Version> begun = history.versions().stream().filter(v -> !v.on().isAfter(day)).toList();
    return begun.isEmpty() ? history.versions().getFirst() : begun.getLast();
  }

  private static Entry correction(long seq, long of) {
    return Records.entry(
        seq, EntryKind.CORRECT, of, null, null, Map.of("persons", Value.of(seq)), null);
  }

  private static List<Entry> with(List<Entry> entries, Entry... more) {
    List<Entry> longer = new ArrayList<>(entries);
    Collections.addAll(longer, more);
    return longer;
  }

  private static boolean onDifferentDays(List<Entry> entries) {
    return entries.stream().map(Entry::effectiveOn).distinct().count() == entries.size();
  }

  private static List<Entry> shuffled(List<Entry> entries) {
    List<Entry> shuffled = new ArrayList<>(entries);
    Collections.shuffle(shuffled, new Random(entries.size()));
    return shuffled;
  }

  /** What is told of the world, without the place in the books. */
  private static List<Told> told(List<Entry> entries) {
    return History.fold(entries).versions().stream()
        .map(v -> new Told(v.on(), v.image(), v.area(), v.state(), v.entered()))
        .toList();
  }

  private record Told(
      LocalDate on, Image image, @Nullable String area, String state, boolean entered) {}
}

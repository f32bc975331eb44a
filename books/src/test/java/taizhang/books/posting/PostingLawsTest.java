package taizhang.books.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import taizhang.books.entry.Entry;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.History;
import taizhang.books.entry.Value;

/** What must hold of postings whatever was entered. */
class PostingLawsTest {

  private static final int MANY = 2000;

  @Test
  void theDifferencesPostedAddUpToThePostingsOfTheHistory() {
    assertThat(Records.random(MANY))
        .allSatisfy(entries -> {
          List<Posting> all = appended(entries, true, null);
          assertThat(sums(all)).isEqualTo(amounts(Postings.of(entries, Records.RULES, true)));
        });
  }

  @Test
  void theyAddUpTheSameWhateverWasClosedMeanwhile() {
    LocalDate closed = LocalDate.of(2023, 6, 30);
    assertThat(Records.random(MANY))
        .allSatisfy(e ->
            assertThat(sums(appended(e, true, closed))).isEqualTo(sums(appended(e, true, null))));
  }

  @Test
  void nothingIsPostedIntoAClosedPeriod() {
    LocalDate closed = LocalDate.of(2023, 6, 30);
    assertThat(Records.random(MANY).flatMap(e -> appended(e, true, closed).stream()))
        .isNotEmpty()
        .allSatisfy(p -> assertThat(p.on()).isAfter(closed))
        .allSatisfy(p ->
            assertThat(p.on())
                .isEqualTo(
                    p.cell().belongs().isAfter(closed) ? p.cell().belongs() : closed.plusDays(1)));
  }

  @Test
  void aVoidRecordLeavesNothingInAnyCell() {
    assertThat(Records.random(MANY))
        .allSatisfy(e -> assertThat(sums(appended(reviewed(voided(e)), true, null))).isEmpty());
  }

  @Test
  void aVoidStatedValueIsWithdrawnAsOftenAsItAppeared() {
    assertThat(Records.random(MANY))
        .allSatisfy(e -> assertThat(marks(appended(reviewed(voided(e)), true, null))).isEmpty());
  }

  @Test
  void aCorrectionIsAsGoodAsHavingEnteredItRight() {
    assertThat(Records.random(MANY))
        .allSatisfy(e ->
            assertThat(amounts(Postings.of(e, Records.RULES, false)))
                .isEqualTo(amounts(Postings.of(enteredRight(e), Records.RULES, false))));
  }

  @Test
  void whatIsReviewedAndWhatWaitsAddUpToWhatWasSubmitted() {
    assertThat(Records.random(MANY))
        .allSatisfy(e ->
            assertThat(unstaged(Postings.of(e, Records.RULES, true)))
                .isEqualTo(unstaged(Postings.of(e, Records.RULES, false))));
  }

  @Test
  void afterAReviewNothingWaits() {
    assertThat(Records.random(MANY))
        .allSatisfy(e ->
            assertThat(amounts(Postings.of(reviewed(e), Records.RULES, true)))
                .isEqualTo(amounts(Postings.of(e, Records.RULES, false))));
  }

  @Test
  void beforeTheFirstReviewEverythingWaits() {
    assertThat(Records.unmended(MANY).flatMap(e -> postings(e).keySet().stream()))
        .extracting(StagedCell::stage)
        .containsOnly(Stage.PENDING);
  }

  @Test
  void appendingTheSameTwiceOverPostsNothing() {
    assertThat(Records.random(MANY))
        .allSatisfy(e -> assertThat(Postings.between(postings(e), postings(e), null)).isEmpty());
  }

  @Test
  void theSlicesOfABreakdownAddUpToTheWhole() {
    assertThat(Records.random(MANY))
        .allSatisfy(e ->
            assertThat(total(e, c -> c.slice().startsWith("crop=")))
                .isEqualByComparingTo(
                    total(
                        e,
                        c ->
                            c.slice().isEmpty()
                                && Set.of("households", "aided").contains(c.indicator()))));
  }

  private static BigDecimal total(List<Entry> entries, java.util.function.Predicate<Cell> counted) {
    return Contributions.of(History.fold(entries), Records.RULES).entrySet().stream()
        .filter(e -> counted.test(e.getKey()))
        .map(Map.Entry::getValue)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Map<StagedCell, Contribution> postings(List<Entry> entries) {
    return Postings.of(entries, Records.RULES, true);
  }

  /** Everything posted while the entries were appended one by one. */
  private static List<Posting> appended(
      List<Entry> entries, boolean review, @Nullable LocalDate closedThrough) {
    List<Posting> all = new ArrayList<>();
    for (int n = 0; n < entries.size(); n++) {
      var before = Postings.of(entries.subList(0, n), Records.RULES, review);
      var after = Postings.of(entries.subList(0, n + 1), Records.RULES, review);
      all.addAll(Postings.between(before, after, closedThrough));
    }
    return all;
  }

  /** Sums by cell; a stated zero stays as long as it is not withdrawn. */
  private static Map<StagedCell, BigDecimal> sums(List<Posting> postings) {
    Map<StagedCell, BigDecimal> sums = new HashMap<>();
    postings.forEach(
        p -> sums.merge(new StagedCell(p.cell(), p.stage()), p.amount(), BigDecimal::add));
    Map<StagedCell, Integer> marks = marks(postings);
    sums.entrySet()
        .removeIf(e -> e.getValue().signum() == 0 && marks.getOrDefault(e.getKey(), 0) == 0);
    return plain(sums);
  }

  private static Map<StagedCell, Integer> marks(List<Posting> postings) {
    Map<StagedCell, Integer> marks = new HashMap<>();
    postings.forEach(p -> marks.merge(new StagedCell(p.cell(), p.stage()), p.mark(), Integer::sum));
    marks.values().removeIf(mark -> mark == 0);
    return marks;
  }

  private static <K> Map<K, BigDecimal> amounts(Map<K, Contribution> contributions) {
    return contributions.entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, e -> e.getValue().amount().stripTrailingZeros()));
  }

  private static <K> Map<K, BigDecimal> plain(Map<K, BigDecimal> sums) {
    return sums.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().stripTrailingZeros()));
  }

  /** Counting cells with both stages together; what is stated has a law of its own. */
  private static Map<Cell, BigDecimal> unstaged(Map<StagedCell, Contribution> staged) {
    Map<Cell, BigDecimal> sums = new HashMap<>();
    staged.forEach((cell, sum) -> sums.merge(cell.cell(), sum.amount(), BigDecimal::add));
    sums.entrySet().removeIf(e -> e.getKey().stated() || e.getValue().signum() == 0);
    return plain(sums);
  }

  private static List<Entry> voided(List<Entry> entries) {
    return with(entries, EntryKind.VOID);
  }

  private static List<Entry> reviewed(List<Entry> entries) {
    return with(entries, EntryKind.REVIEW);
  }

  private static List<Entry> with(List<Entry> entries, EntryKind kind) {
    List<Entry> more = new ArrayList<>(entries);
    more.add(Records.entry(entries.size() + 1L, kind, null, null, null, Map.of(), null));
    return more;
  }

  /** The entries without corrections, each version as it was corrected to. */
  private static List<Entry> enteredRight(List<Entry> entries) {
    Map<Long, Entry> right = new TreeMap<>();
    for (Entry entry : entries) {
      if (entry.kind() != EntryKind.CORRECT) {
        right.put(entry.seq(), entry);
      } else {
        long of = entry.ofVersion() == null ? latest(right) : entry.ofVersion();
        right.computeIfPresent(of, (seq, wrong) -> mended(wrong, entry));
      }
    }
    return List.copyOf(right.values());
  }

  private static long latest(Map<Long, Entry> entries) {
    return History.fold(List.copyOf(entries.values())).latest().seq();
  }

  private static Entry mended(Entry wrong, Entry by) {
    Map<String, Value> patch = new TreeMap<>(wrong.patch());
    patch.putAll(by.patch());
    return Records.entry(
        wrong.seq(),
        wrong.kind(),
        null,
        by.area() == null ? wrong.area() : by.area(),
        by.effectiveOn() == null ? wrong.effectiveOn() : by.effectiveOn(),
        patch,
        by.state() == null ? wrong.state() : by.state());
  }
}

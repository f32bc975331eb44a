package taizhang.books.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import taizhang.books.entry.Image;
import taizhang.books.entry.Value;

/**
 * What somebody handled by a date is struck off by somebody else, in every pack; and those moves,
 * like all of a matter with a clock, say whose they are.
 */
class CloseOutTest {

  private static final Packs PACKS = Packs.read(Path.of("..", "packs"));

  /** Handed over to who asked for it: nobody checks that but the applicant. */
  private static final List<String> HANDED_OVER = List.of("service.errand");

  /** A close-out of a ledger's lifecycle. */
  private record CloseOut(Ledger ledger, Lifecycle.Move move) {
    @Override
    public String toString() {
      return ledger.code() + " " + move.title();
    }
  }

  private static Stream<Ledger> matters() {
    return PACKS.packs().stream()
        .flatMap(pack -> pack.ledgers().values().stream())
        .filter(ledger -> ledger.lifecycle() != null && !ledger.pack().equals("report"))
        .filter(ledger -> !HANDED_OVER.contains(ledger.code()));
  }

  private static Lifecycle lifecycle(Ledger ledger) {
    return Objects.requireNonNull(ledger.lifecycle());
  }

  private static boolean closes(Lifecycle lifecycle, Lifecycle.Move move) {
    boolean last = Objects.requireNonNull(lifecycle.states().get(move.to())).last();
    boolean timed =
        lifecycle.clocks().values().stream().anyMatch(clock -> clock.ends().contains(move.to()));
    return last && !move.title().contains("取消") && (timed || move.title().contains("销号"));
  }

  static Stream<CloseOut> closeOuts() {
    return matters()
        .flatMap(ledger ->
            lifecycle(ledger).moves().values().stream()
                .filter(move -> closes(lifecycle(ledger), move))
                .map(move -> new CloseOut(ledger, move)));
  }

  @ParameterizedTest
  @MethodSource("closeOuts")
  void aCloseOutIsNotTheHandlers(CloseOut closeOut) {
    assertThat(closeOut.move().otherThan()).as("other_than").isNotEmpty();
    assertThat(closeOut.move().otherThan())
        .as("who handled it came by one of these states")
        .anyMatch(state -> closeOut.move().from().contains(state));
    assertThat(closeOut.move().by()).as("by").isNotEmpty();
  }

  static Stream<Ledger> clocked() {
    return matters().filter(ledger -> !lifecycle(ledger).clocks().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("clocked")
  void everyStepOfAMatterWithAClockSaysWhoseItIs(Ledger ledger) {
    assertThat(lifecycle(ledger).moves())
        .allSatisfy((name, move) -> assertThat(move.by()).as(name).isNotEmpty());
  }

  @Test
  void theTenKindsAreThere() {
    assertThat(clocked().map(Ledger::code))
        .contains(
            "supervision.objective",
            "supervision.issue",
            "grid.event",
            "service.hotline",
            "service.counter_rating",
            "petition.case",
            "congress.suggestion",
            "environment.inspection_issue",
            "environment.water_task",
            "safety.hazard");
  }

  @Test
  void onlyABadRatingIsSomethingToBeDone() {
    Ledger ratings = Objects.requireNonNull(PACKS.ledger("service.counter_rating"));
    assertThat(opens(ratings, "best")).isEqualTo("noted");
    assertThat(opens(ratings, "fair")).isEqualTo("noted");
    assertThat(opens(ratings, "worst")).isEqualTo("rated");
    assertThat(Objects.requireNonNull(lifecycle(ratings).states().get("noted")).last()).isTrue();
  }

  private static String opens(Ledger ratings, String grade) {
    return lifecycle(ratings)
        .opening(Image.EMPTY.with(Map.of("grade", Value.of(grade))), "2024-01-01");
  }
}

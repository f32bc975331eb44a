package taizhang.books.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import taizhang.books.entry.Entry;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.History;
import taizhang.books.entry.Value;
import taizhang.books.pack.IndicatorKind;
import taizhang.books.pack.PostingRule;

/** What each kind of rule makes of a record, cell by cell. */
class ContributionsTest {

  private static final LocalDate MARCH = LocalDate.of(2023, 3, 5);
  private static final LocalDate JUNE = LocalDate.of(2023, 6, 1);

  @Test
  void aRuleMayNameItsIndicatorByAField() {
    PostingRule rule = Records.rule("census.{crop}_mu", IndicatorKind.STOCK).amount("mu").build();

    assertThat(of(rule, Map.of("crop", Value.of("rice"), "mu", Value.of("3.5"))))
        .containsExactly(entry("census.rice_mu", MARCH, "3.5"));
  }

  @Test
  void aTargetGoesBesideItsIndicator() {
    PostingRule rule =
        Records.rule("{indicator}#target", IndicatorKind.STATED)
            .amount("value")
            .period("period")
            .comparator("comparator")
            .status("status")
            .build();
    Map<String, Value> target =
        Map.of(
            "indicator", Value.of("economy.output"),
            "period", Value.of("2024"),
            "value", Value.of("100"),
            "comparator", Value.of("ge"),
            "status", Value.of("target"));

    assertThat(of(rule, target))
        .containsExactly(
            Map.entry(
                new Cell(
                    "economy.output#target",
                    "V",
                    LocalDate.of(2024, 1, 1),
                    LocalDate.of(2024, 12, 31),
                    "",
                    "≥ target"),
                new BigDecimal("100")));
  }

  @Test
  void aSliceIsPostedBesideTheWhole() {
    PostingRule rule = Records.rule("persons", IndicatorKind.STOCK).slice("band").build();

    assertThat(of(rule, Map.of("band", Value.of("60+"))).keySet())
        .extracting(Cell::slice)
        .containsExactlyInAnyOrder("", "band=60+");
  }

  @Test
  void aFlowCountsInTheAreaOfItsDay() {
    PostingRule rule = Records.rule("repairs", IndicatorKind.FLOW).on("repaired_on").build();
    Entry open = opened(Map.of("repaired_on", Value.of("2023-05-31")));
    Entry moved = Records.entry(2, EntryKind.CHANGE, null, "W", JUNE, Map.of(), null);

    assertThat(Contributions.of(History.fold(List.of(open, moved)), List.of(rule)))
        .containsExactly(entry("repairs", LocalDate.of(2023, 5, 31), "1"));
  }

  @Test
  void aStockEndsWhereTheNextVersionBegins() {
    PostingRule rule = Records.rule("persons", IndicatorKind.STOCK).amount("persons").build();
    Entry more =
        Records.entry(2, EntryKind.CHANGE, null, null, JUNE, Map.of("persons", Value.of(5)), null);

    assertThat(
            Contributions.of(
                History.fold(List.of(opened(Map.of("persons", Value.of(4))), more)), List.of(rule)))
        .containsExactly(entry("persons", MARCH, "4"), entry("persons", JUNE, "1"));
  }

  @Test
  void anEnteredStateCountsAtItsDayAndRemainingInItDoesNot() {
    PostingRule rule = Records.rule("lifted", IndicatorKind.FLOW).onEnter("lifted").build();
    Entry lifted = Records.entry(2, EntryKind.MOVE, null, null, JUNE, Map.of(), "lifted");
    Entry again =
        Records.entry(3, EntryKind.MOVE, null, null, JUNE.plusDays(1), Map.of(), "lifted");

    assertThat(
            Contributions.of(History.fold(List.of(opened(Map.of()), lifted, again)), List.of(rule)))
        .containsExactly(entry("lifted", JUNE, "1"));
  }

  @Test
  void whatEndsOnADayLeavesTheStockTheDayAfterWithoutAnotherEntry() {
    PostingRule in = Records.rule("in_force", IndicatorKind.STOCK).build();
    PostingRule out =
        Records.rule("in_force", IndicatorKind.STOCK).amount("-1").on("until").after("1").build();
    Map<String, Value> lease = Map.of("until", Value.of("2024-02-29"));
    Entry longer =
        Records.entry(
            2, EntryKind.CHANGE, null, null, JUNE, Map.of("until", Value.of("2025-12-31")), null);

    assertThat(Contributions.of(History.fold(List.of(opened(lease))), List.of(in, out)))
        .containsExactly(
            entry("in_force", MARCH, "1"), entry("in_force", LocalDate.of(2024, 3, 1), "-1"));
    assertThat(Contributions.of(History.fold(List.of(opened(lease), longer)), List.of(in, out)))
        .containsExactly(
            entry("in_force", MARCH, "1"), entry("in_force", LocalDate.of(2026, 1, 1), "-1"));
  }

  @Test
  void aNoticeComesDownAfterTheDaysItSays() {
    PostingRule down =
        Records.rule("taken_down", IndicatorKind.FLOW).on("shown_on").after("days").build();
    Map<String, Value> shown = Map.of("shown_on", Value.of("2023-03-05"), "days", Value.of(7));

    assertThat(of(down, shown))
        .containsExactly(entry("taken_down", LocalDate.of(2023, 3, 12), "1"));
    assertThat(of(down, Map.of("shown_on", Value.of("2023-03-05")))).isEmpty();
  }

  @Test
  void aRecurringDutyIsOverdueUntilItIsDoneAgain() {
    PostingRule overdue =
        Records.rule("overdue", IndicatorKind.STOCK).on("done_on").after("30").build();
    Entry again =
        Records.entry(
            2, EntryKind.CHANGE, null, null, JUNE, Map.of("done_on", Value.of("2023-06-01")), null);

    assertThat(
            Contributions.of(
                History.fold(List.of(opened(Map.of("done_on", Value.of("2023-03-05"))), again)),
                List.of(overdue)))
        .containsExactly(
            entry("overdue", LocalDate.of(2023, 4, 4), "1"),
            entry("overdue", JUNE, "-1"),
            entry("overdue", LocalDate.of(2023, 7, 1), "1"));
  }

  @Test
  void aStatedZeroIsSomethingSaid() {
    PostingRule rule =
        Records.rule("accidents", IndicatorKind.STATED).amount("n").period("month").build();

    assertThat(of(rule, Map.of("n", Value.of(0), "month", Value.of("2023-03"))).values())
        .containsExactly(BigDecimal.ZERO);
  }

  @Test
  void withoutAPeriodNothingIsStatedAndWithoutADayNothingHappens() {
    PostingRule stated = Records.rule("a", IndicatorKind.STATED).period("month").build();
    PostingRule flow = Records.rule("b", IndicatorKind.FLOW).on("day").build();
    PostingRule stock = Records.rule("c", IndicatorKind.STOCK).on("day").build();

    assertThat(
            Contributions.of(History.fold(List.of(opened(Map.of()))), List.of(stated, flow, stock)))
        .isEmpty();
  }

  @Test
  void amountsThatCancelLeaveNoCell() {
    PostingRule plus = Records.rule("net", IndicatorKind.STOCK).build();
    PostingRule minus = Records.rule("net", IndicatorKind.STOCK).amount("-1").build();

    assertThat(Contributions.of(History.fold(List.of(opened(Map.of()))), List.of(plus, minus)))
        .isEmpty();
  }

  @Test
  void nothingPostsToAComputedIndicator() {
    PostingRule rule = Records.rule("rate", IndicatorKind.COMPUTED).build();

    assertThatThrownBy(() -> of(rule, Map.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("rate");
  }

  private static Map<Cell, BigDecimal> of(PostingRule rule, Map<String, Value> fields) {
    return Contributions.of(History.fold(List.of(opened(fields))), List.of(rule));
  }

  private static Entry opened(Map<String, Value> fields) {
    return Records.entry(1, EntryKind.OPEN, null, "V", MARCH, fields, null);
  }

  private static Map.Entry<Cell, BigDecimal> entry(String indicator, LocalDate day, String amount) {
    return Map.entry(new Cell(indicator, "V", null, day, "", ""), new BigDecimal(amount));
  }
}

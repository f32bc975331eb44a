package taizhang.books.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static taizhang.books.pack.Yaml.problemsAfter;

import org.junit.jupiter.api.Test;

/** A posting rule says what its indicator needs, and nothing else. */
class BrokenPostingTest {

  @Test
  void anUnknownIndicatorIsTold() {
    assertThat(
            problemsAfter(
                "{to: paid, amount: amount, on: paid_on,",
                "{to: payd, amount: amount, on: paid_on,"))
        .containsExactly(
            "a.yaml:23:14: ledgers.grant.post[0].to: there is no indicator 'payd'; did you mean 'paid'? (allowed: paid, helped, enrolled, budget, per_household)");
  }

  @Test
  void anAmountIsANumber() {
    assertThat(
            problemsAfter(
                "{to: paid, amount: amount, on: paid_on,", "{to: paid, amount: kind, on: paid_on,"))
        .containsExactly(
            "a.yaml:23:28: ledgers.grant.post[0].amount: 'kind' is code and cannot be an amount");
  }

  @Test
  void anAmountIsInTheUnitOfItsIndicator() {
    assertThat(
            problemsAfter(
                "{to: paid, amount: amount, on: paid_on,",
                "{to: paid, amount: persons, on: paid_on,"))
        .containsExactly(
            "a.yaml:23:28: ledgers.grant.post[0].amount: 'persons' is in 人, but aid.paid is in 元");
  }

  @Test
  void anAmountIsNoSum() {
    assertThat(
            problemsAfter(
                "{to: paid, amount: amount, on: paid_on,",
                "{to: paid, amount: amount + 1, on: paid_on,"))
        .containsExactly(
            "a.yaml:23:28: ledgers.grant.post[0].amount: an amount is a field, a number or a product of such, not 'amount + 1'");
  }

  @Test
  void aDayIsADateField() {
    assertThat(
            problemsAfter(
                "{to: paid, amount: amount, on: paid_on,", "{to: paid, amount: amount, on: kind,"))
        .containsExactly(
            "a.yaml:23:40: ledgers.grant.post[0].on: 'kind' is code, but this must be a date");
  }

  @Test
  void daysAfterAreCountedFromADateByAWholeNumber() {
    assertThat(
            problemsAfter(
                "{to: paid, amount: amount, on: paid_on,",
                "{to: paid, amount: amount, on: paid_on, after: kind,"))
        .containsExactly(
            "a.yaml:23:56: ledgers.grant.post[0].after: 'kind' is code, but this must be a whole number");
    assertThat(problemsAfter("{to: enrolled,", "{to: enrolled, after: 3,"))
        .containsExactly(
            "a.yaml:26:24: ledgers.grant.post[3].after: 'after' counts days from the date of 'on', which is missing");
  }

  @Test
  void aFlowNeedsADayOrAState() {
    assertThat(
            problemsAfter("{to: paid, amount: amount, on: paid_on,", "{to: paid, amount: amount,"))
        .containsExactly(
            "a.yaml:23:9: ledgers.grant.post[0]: a posting to a flow needs 'on: DATE_FIELD' or 'on_enter: STATE'");
  }

  @Test
  void aFlowHasNotBoth() {
    assertThat(problemsAfter("on_enter: done", "on_enter: done, on: paid_on"))
        .containsExactly(
            "a.yaml:24:36: ledgers.grant.post[1].on_enter: has either 'on' or 'on_enter', not both");
  }

  @Test
  void aFlowCountsNoKeys() {
    assertThat(
            problemsAfter(
                "{to: paid, amount: amount, on: paid_on,",
                "{to: paid, key: household, on: paid_on,"))
        .containsExactly(
            "a.yaml:23:20: ledgers.grant.post[0].key: a posting to a flow has no 'key'");
  }

  @Test
  void aDistinctCountNeedsItsKey() {
    assertThat(problemsAfter("{to: helped, key: household,", "{to: helped,"))
        .containsExactly(
            "a.yaml:25:9: ledgers.grant.post[2]: a posting to a distinct count needs 'key'");
  }

  @Test
  void aKeyIsNeverPersonal() {
    assertThat(problemsAfter("{to: helped, key: household,", "{to: helped, key: id_number,"))
        .containsExactly(
            "a.yaml:25:27: ledgers.grant.post[2].key: 'id_number' is personal or sensitive: no rule reads it");
  }

  @Test
  void aStatedValueNeedsItsPeriod() {
    assertThat(problemsAfter("amount: amount, period: month", "amount: amount"))
        .containsExactly("a.yaml:27:9: ledgers.grant.post[4]: a stated value needs 'period'");
  }

  @Test
  void aPeriodIsAPeriodField() {
    assertThat(problemsAfter("period: month", "period: paid_on"))
        .containsExactly(
            "a.yaml:27:46: ledgers.grant.post[4].period: 'paid_on' is date, but this must be a period");
  }

  @Test
  void aStockIsNotPostedOnEntering() {
    assertThat(problemsAfter("amount: persons, when", "amount: persons, on_enter: done, when"))
        .containsExactly(
            "a.yaml:26:41: ledgers.grant.post[3].on_enter: a posting to a stock has no 'on_enter'");
  }

  @Test
  void aSliceGoesByATextOrCode() {
    assertThat(problemsAfter("{by_kind: kind}", "{by_kind: amount}"))
        .containsExactly(
            "a.yaml:25:69: ledgers.grant.post[2].slices.by_kind: 'amount' is money, but this must be a text or code");
  }

  @Test
  void aStateToEnterMustExist() {
    assertThat(problemsAfter("on_enter: done", "on_enter: don"))
        .containsExactly(
            "a.yaml:24:46: ledgers.grant.post[1].on_enter: there is no state 'don'; did you mean 'done'? (allowed: open, done)");
  }

  @Test
  void withoutALifecycleThereAreNoStatesToEnter() {
    assertThat(problemsAfter("    lifecycle: steps\n", ""))
        .containsExactly(
            "a.yaml:23:36: ledgers.grant.post[1].on_enter: this ledger has no lifecycle, so no states to enter",
            "a.yaml:25:57: ledgers.grant.post[3].when: 'state' is never 'open'");
  }

  @Test
  void theIndicatorSaysItsKind() {
    assertThat(problemsAfter("{to: budget,", "{to: budget, kind: stated,"))
        .containsExactly(
            "a.yaml:27:22: ledgers.grant.post[4].kind: the indicator says its kind; 'kind' is only for 'to: \"{field}\"'");
  }

  @Test
  void nothingIsPostedToAFormula() {
    assertThat(problemsAfter("{to: budget,", "{to: per_household,"))
        .containsExactly(
            "a.yaml:27:14: ledgers.grant.post[4].to: 'per_household' has a formula, nothing is posted to it");
  }

  @Test
  void aFieldThatNamesTheIndicatorMustExist() {
    assertThat(problemsAfter("{to: budget,", "{to: \"{kin}\","))
        .containsExactly(
            "a.yaml:27:14: ledgers.grant.post[4].to: there is no field 'kin'; did you mean 'kind'? (allowed: household, paid_on, amount, persons, kind, urgent, id_number, month)");
  }
}

package taizhang.books.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static taizhang.books.pack.Yaml.problemsAfter;

import org.junit.jupiter.api.Test;

/** What a field says must belong to its type. */
class BrokenFieldTest {

  @Test
  void aCodeFieldNeedsItsCodes() {
    assertThat(problemsAfter(", codes: {low: 低保, poor: 特困}", ""))
        .containsExactly(
            "a.yaml:16:7: ledgers.grant.fields.kind: 'codes' is missing: type code needs it");
  }

  @Test
  void aQuantityNeedsItsUnit() {
    assertThat(
            problemsAfter(
                "month: {title: 所属月, type: period}",
                "month: {title: 所属月, type: period}\n      land: {title: 面积, type: quantity}"))
        .containsExactly(
            "a.yaml:20:7: ledgers.grant.fields.land: 'unit' is missing: type quantity needs it");
  }

  @Test
  void aReferenceNeedsItsLedger() {
    assertThat(
            problemsAfter(
                "month: {title: 所属月, type: period}",
                "month: {title: 所属月, type: period}\n      visit: {title: 走访, type: ref}"))
        .containsExactly(
            "a.yaml:20:7: ledgers.grant.fields.visit: 'ledger' is missing: type ref needs it");
  }

  @Test
  void aReferenceToAnUnknownLedgerIsTold() {
    assertThat(
            problemsAfter(
                "month: {title: 所属月, type: period}",
                "month: {title: 所属月, type: period}\n      visit: {title: 走访, type: ref, ledger: grants}"))
        .containsExactly(
            "a.yaml:20:45: ledgers.grant.fields.visit.ledger: there is no ledger 'grants'; did you mean 'grant'? (allowed: grant)");
  }

  @Test
  void currencyIsForMoneyOnly() {
    assertThat(problemsAfter("type: integer, unit: 人", "type: integer, currency: 元"))
        .containsExactly(
            "a.yaml:15:43: ledgers.grant.fields.persons.currency: 'currency' is for fields of type money, not for integer");
  }

  @Test
  void limitsAreForNumbersOnly() {
    assertThat(
            problemsAfter(
                "urgent: {title: 急难, type: yes_no}", "urgent: {title: 急难, type: yes_no, min: 1}"))
        .containsExactly(
            "a.yaml:17:41: ledgers.grant.fields.urgent.min: 'min' is for fields of type integer, decimal, money, quantity, percent, not for yes_no");
  }

  @Test
  void theGreatestIsNotLessThanTheLeast() {
    assertThat(problemsAfter("min: 0, max", "min: 20000, max"))
        .containsExactly(
            "a.yaml:14:57: ledgers.grant.fields.amount.max: the greatest number allowed is less than the least");
  }

  @Test
  void aFieldCannotBeCalledAsTheLanguageOfConditionsCallsSomethingElse() {
    assertThat(
            problemsAfter(
                "month: {title: 所属月, type: period}",
                "month: {title: 所属月, type: period}\n      today: {title: 急难, type: yes_no}"))
        .containsExactly("a.yaml:20:7: ledgers.grant.fields.today: no field can be called 'today'");
  }

  @Test
  void anUnknownKeyFieldIsTold() {
    assertThat(problemsAfter("key: [household, paid_on]", "key: [houshold, paid_on]"))
        .containsExactly(
            "a.yaml:8:11: ledgers.grant.key[0]: there is no field 'houshold'; did you mean 'household'? (allowed: household, paid_on, amount, persons, kind, urgent, id_number, month)");
  }

  @Test
  void recordsOpenOnADate() {
    assertThat(problemsAfter("opens_on: paid_on", "opens_on: amount"))
        .containsExactly("a.yaml:9:15: ledgers.grant.opens_on: 'amount' is money, not date");
  }

  @Test
  void copyingAPersonalFieldIsRefused() {
    assertThat(
            problemsAfter(
                "ledgers:\n",
                "ledgers:\n  visit:\n    title: 走访\n    lives_at: village\n    fields:\n      grant: {title: 救助, type: ref, ledger: grant, copies: [id_number]}\n"))
        .containsExactly(
            "a.yaml:9:61: ledgers.visit.fields.grant.copies[0]: 'id_number' is personal or sensitive and never copied");
  }

  @Test
  void copyingAFieldThatIsThereAlreadyIsRefused() {
    assertThat(
            problemsAfter(
                "month: {title: 所属月, type: period}",
                "month: {title: 所属月, type: period}\n      before: {title: 上次, type: ref, ledger: grant, copies: [amount]}"))
        .containsExactly(
            "a.yaml:20:62: ledgers.grant.fields.before.copies[0]: this ledger already has a field 'amount'; a copy needs no declaration");
  }

  @Test
  void copyingAnUnknownFieldIsTold() {
    assertThat(
            problemsAfter(
                "month: {title: 所属月, type: period}",
                "month: {title: 所属月, type: period}\n      before: {title: 上次, type: ref, ledger: grant, copies: [amont]}"))
        .containsExactly(
            "a.yaml:20:62: ledgers.grant.fields.before.copies[0]: there is no field 'amont'; did you mean 'amount'? (allowed: household, paid_on, amount, persons, kind, urgent, id_number, month, before)");
  }
}

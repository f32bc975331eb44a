package taizhang.books.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static taizhang.books.pack.Yaml.problemsAfter;

import org.junit.jupiter.api.Test;

/** Conditions are checked when a pack is read, with the place inside the condition. */
class BrokenConditionTest {

  @Test
  void anUnknownFieldIsToldWithTheOneMeant() {
    assertThat(problemsAfter("paid_on <= today", "payd_on <= today"))
        .containsExactly(
            "a.yaml:21:18: ledgers.grant.rules[0].check: there is no field 'payd_on'; did you mean 'paid_on'? (allowed: household, paid_on, amount, persons, kind, urgent, month, state, today)");
  }

  @Test
  void anUnfinishedConditionIsToldInTheWordsOfItsLanguage() {
    assertThat(problemsAfter("paid_on <= today", "paid_on <= "))
        .containsExactly(
            "a.yaml:21:29: ledgers.grant.rules[0].check: mismatched input '<EOF>' expecting {'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}");
  }

  @Test
  void aConditionMustBeYesOrNo() {
    assertThat(problemsAfter("paid_on <= today", "paid_on"))
        .containsExactly(
            "a.yaml:21:18: ledgers.grant.rules[0].check: expected type 'bool' but found 'string'");
  }

  @Test
  void noRuleReadsAPersonalField() {
    assertThat(problemsAfter("paid_on <= today", "id_number != ''"))
        .containsExactly(
            "a.yaml:21:18: ledgers.grant.rules[0].check: 'id_number' is personal or sensitive: no rule reads it");
  }

  @Test
  void aDecimalIsNotEqualToAWholeNumber() {
    assertThat(problemsAfter("paid_on <= today", "amount == 100"))
        .containsExactly(
            "a.yaml:21:25: ledgers.grant.rules[0].check: found no matching overload for '_==_' applied to '(double, int)'; write the whole number as a decimal, 100.0");
  }

  @Test
  void aNumberIsNotComparedWithAText() {
    assertThat(problemsAfter("kind == 'low'", "amount > 'x'"))
        .containsExactly(
            "a.yaml:23:63: ledgers.grant.post[0].when: found no matching overload for '_>_' applied to '(double, string)'");
  }

  @Test
  void aCodeThatThereIsNotIsTold() {
    assertThat(problemsAfter("kind == 'low'", "kind == 'lwo'"))
        .containsExactly(
            "a.yaml:23:64: ledgers.grant.post[0].when: 'kind' is never 'lwo'; did you mean 'low'? (allowed: low, poor)");
  }

  @Test
  void aStateThatThereIsNotIsTold() {
    assertThat(problemsAfter("state == 'open'", "state in ['opened']"))
        .containsExactly(
            "a.yaml:26:58: ledgers.grant.post[3].when: 'state' is never 'opened'; did you mean 'open'? (allowed: open, done)");
  }
}

package taizhang.books.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static taizhang.books.pack.Yaml.problemsAfter;

import org.junit.jupiter.api.Test;

/** Indicators, formulas, lifecycles and passages must hang together. */
class BrokenIndicatorTest {

  @Test
  void anIndicatorHasEitherKindOrFormula() {
    assertThat(
            problemsAfter(
                "unit: 户, kind: distinct", "unit: 户, kind: distinct, formula: \"yoy(paid)\""))
        .containsExactly("a.yaml:30:3: indicators.helped: has either 'kind' or 'formula'");
  }

  @Test
  void anIndicatorWithNeitherKindNorFormulaIsRefused() {
    assertThat(problemsAfter(", formula: \"ratio(paid, helped)\"", ""))
        .containsExactly("a.yaml:33:3: indicators.per_household: has either 'kind' or 'formula'");
  }

  @Test
  void anIndicatorWithAKindHasAUnit() {
    assertThat(problemsAfter("unit: 户, kind: distinct", "kind: distinct"))
        .containsExactly("a.yaml:30:3: indicators.helped: 'unit' is missing");
  }

  @Test
  void noNameMeansTwoIndicators() {
    assertThat(problemsAfter("aliases: [救助资金]", "aliases: [救助户数]"))
        .containsExactly(
            "a.yaml:29:55: indicators.paid.aliases[0]: '救助户数' already means indicator aid.helped");
  }

  @Test
  void noTitleMeansTwoIndicators() {
    assertThat(problemsAfter("title: 在册人数", "title: 救助户数"))
        .containsExactly(
            "a.yaml:31:21: indicators.enrolled.title: '救助户数' already means indicator aid.helped");
  }

  @Test
  void aFormulaIsOneOfTheFixedSet() {
    assertThat(problemsAfter("ratio(paid, helped)", "average(paid)"))
        .containsExactly(
            "a.yaml:33:42: indicators.per_household.formula: not a formula: 'average(paid)'; there are ratio(a, b), share(a, b), diff(a, b), sum(a, b, …), completion(x), excess(x), pace(x), yoy(x), areas_with(x), min_over_areas(x), max_over_areas(x), mean_per_day(x)");
  }

  @Test
  void aFormulaSpeaksOfIndicatorsThatExist() {
    assertThat(problemsAfter("ratio(paid, helped)", "ratio(paid, helpt)"))
        .containsExactly(
            "a.yaml:33:42: indicators.per_household.formula: there is no indicator 'helpt'; did you mean 'helped'? (allowed: paid, helped, enrolled, budget, per_household)");
  }

  @Test
  void aFormulaIsNotMadeOfItself() {
    assertThat(problemsAfter("ratio(paid, helped)", "ratio(paid, per_household)"))
        .containsExactly(
            "a.yaml:33:42: indicators.per_household.formula: a circle: aid.per_household → aid.per_household");
  }

  @Test
  void onlyTheSameUnitsAreAdded() {
    assertThat(problemsAfter("ratio(paid, helped)", "sum(paid, helped)"))
        .containsExactly(
            "a.yaml:33:42: indicators.per_household.formula: parts of different units: 元, 户");
  }

  @Test
  void paceNeedsAnIndicatorThatGrowsEvenly() {
    assertThat(problemsAfter("ratio(paid, helped)", "pace(helped)"))
        .containsExactly(
            "a.yaml:33:42: indicators.per_household.formula: pace(x) needs an indicator with 'pace: yes', unlike aid.helped");
  }

  @Test
  void aPartBelongsToAWholeThatExists() {
    assertThat(problemsAfter("pace: yes", "part_of: pait"))
        .containsExactly(
            "a.yaml:29:71: indicators.paid.part_of: there is no indicator 'pait'; did you mean 'paid'? (allowed: paid, helped, enrolled, budget, per_household)");
  }

  @Test
  void nothingIsPartOfItself() {
    assertThat(problemsAfter("pace: yes", "part_of: paid"))
        .containsExactly("a.yaml:29:71: indicators.paid.part_of: 'paid' would be part of itself");
  }

  @Test
  void aStateThatNoMoveLeadsToIsTold() {
    assertThat(problemsAfter("open: 受理, done", "open: 受理, lost: {title: 失联, final: true}, done"))
        .containsExactly(
            "a.yaml:36:24: lifecycles.steps.states.lost: no move leads from 'open', where records open, to 'lost'");
  }

  @Test
  void aStateThatNoMoveLeavesIsFinal() {
    assertThat(problemsAfter("done: {title: 办结, final: true}", "done: 办结"))
        .containsExactly(
            "a.yaml:36:24: lifecycles.steps.states.done: no move leaves 'done': add one, or say {title: …, final: yes}");
  }

  @Test
  void aFinalStateIsNotLeft() {
    assertThat(problemsAfter("from: open, to", "from: [open, done], to"))
        .containsExactly(
            "a.yaml:36:24: lifecycles.steps.states.done: 'done' is final, yet move 'finish' leaves it");
  }

  @Test
  void aMoveGoesBetweenStatesThatExist() {
    assertThat(problemsAfter("from: open, to", "from: opne, to"))
        .containsExactly(
            "a.yaml:38:22: lifecycles.steps.moves.finish.from: there is no state 'opne'; did you mean 'open'? (allowed: open, done)");
  }

  @Test
  void aMoveNeedsFieldsThatExist() {
    assertThat(problemsAfter("needs: [amount]", "needs: [amont]"))
        .containsExactly(
            "a.yaml:38:57: lifecycles.steps.moves.finish.needs[0]: ledger aid.grant, which has this lifecycle, has no field 'amont'; did you mean 'amount'? (allowed: household, paid_on, amount, persons, kind, urgent, id_number, month)");
  }

  @Test
  void aLedgerHasALifecycleThatExists() {
    assertThat(problemsAfter("lifecycle: steps", "lifecycle: step"))
        .containsExactly(
            "a.yaml:10:16: ledgers.grant.lifecycle: there is no lifecycle 'step'; did you mean 'steps'? (allowed: steps)");
  }

  @Test
  void aPassageCitesIndicatorsThatExist() {
    assertThat(problemsAfter("{{paid}}", "{{payed}}"))
        .containsExactly(
            "a.yaml:40:33: passages[0].text: there is no indicator 'payed'; did you mean 'paid'? (allowed: paid, helped, enrolled, budget, per_household)");
  }

  @Test
  void aPassageMayCiteWithOptions() {
    assertThat(problemsAfter("{{paid}}", "{{ payed unit=万元 }}"))
        .containsExactly(
            "a.yaml:40:33: passages[0].text: there is no indicator 'payed'; did you mean 'paid'?"
                + " (allowed: paid, helped, enrolled, budget, per_household)");
  }
}

package taizhang.books.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import taizhang.books.pack.Formula;

/** Formulas as packs write them. */
class FormulaTest {

  @Test
  void aBareNameBelongsToThePackAndAFullOneToAnother() {
    assertThat(Formula.parse("ratio(grain, census.persons)", "farm"))
        .isEqualTo(new Formula.Ratio("farm.grain", "census.persons"));
  }

  @Test
  void spacesDoNotMatter() {
    assertThat(Formula.parse("  sum ( a ,b,  c ) ", "p"))
        .isEqualTo(new Formula.Sum(List.of("p.a", "p.b", "p.c")));
  }

  @Test
  void aTargetMayTakePart() {
    assertThat(Formula.parse("diff(output, output#target)", "economy"))
        .isEqualTo(new Formula.Diff("economy.output", "economy.output#target"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "share(a, b)|Share",
        "completion(a)|Completion",
        "excess(a)|Excess",
        "pace(a)|Pace",
        "yoy(a)|Yoy",
        "areas_with(a)|AreasWith",
        "min_over_areas(a)|MinOverAreas",
        "max_over_areas(a)|MaxOverAreas",
        "mean_per_day(a)|MeanPerDay"
      })
  void everyFunctionIsReadByItsName(String text, String kind) {
    Formula formula = Formula.parse(text, "p");

    assertThat(formula.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(formula.parts()).startsWith("p.a");
  }

  @Test
  void knowsWhatItIsComputedFromInTheOrderWritten() {
    assertThat(Formula.parse("sum(c, a, b)", "p").parts()).containsExactly("p.c", "p.a", "p.b");
    assertThat(Formula.parse("share(x, y)", "p").parts()).containsExactly("p.x", "p.y");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a + b",
        "ratio(a)",
        "ratio(a, b, c)",
        "sum(a)",
        "sum()",
        "yoy()",
        "yoy(a, b)",
        "yoy(yoy(a))",
        "growth(a)",
        "ratio(a, 2)",
        "ratio(A, b)",
        "yoy(a))",
        "yoy(a#actual)",
        "ratio(a,)",
        "yoy(a.b.c)"
      })
  void refusesAnythingElseAndNamesTheFunctionsThereAre(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Formula.parse(text, "p"))
        .withMessageStartingWith("not a formula: '" + text + "'")
        .withMessageContaining("completion(x)");
  }
}

package taizhang.books.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import taizhang.books.pack.Formula;
import taizhang.books.period.Period;

/** Computed figures: what each function yields, and when it yields none. */
class AlgebraTest {

  private static final LocalDate TODAY = LocalDate.of(2023, 10, 31);

  private final Map<String, BigDecimal> figures = new HashMap<>();
  private final Algebra algebra = new Algebra(new Figures());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ratio(a, b)|2023|3",
        "share(b, a)|2023|33.33",
        "diff(a, b)|2023|80",
        "sum(a, b, b)|2023|200",
        "completion(a)|2023|80",
        "excess(a)|2023|-20",
        "yoy(a)|2023|20",
      })
  void computesFromTheFiguresOfThePeriod(String formula, String period, String value) {
    given("a 2023", "120")
        .given("b 2023", "40")
        .given("a 2022", "100")
        .given("a#target 2023", "150");

    assertThat(rounded(formula, period)).isEqualByComparingTo(value);
  }

  @Test
  void measuresAgainstTheTargetOfExactlyThePeriod() {
    given("a 2023-Q1", "30").given("a#target 2023-Q1", "60").given("a#target 2023", "300");

    assertThat(rounded("completion(a)", "2023-Q1")).isEqualByComparingTo("50");
  }

  @Test
  void measuresElseAgainstTheTargetOfTheYear() {
    given("a 2023-Q1", "30").given("a#target 2023", "300");

    assertThat(rounded("completion(a)", "2023-Q1")).isEqualByComparingTo("10");
  }

  @Test
  void paceIsTheCompletionLessTheShareOfTheYearElapsed() {
    given("a 2023", "90").given("a#target 2023", "100");

    assertThat(rounded("pace(a)", "2023")).isEqualByComparingTo("6.71");
  }

  @Test
  void paceOfAPeriodThatIsOverIsMeasuredAtItsEnd() {
    given("a 2023-H1", "90").given("a#target 2023", "100");

    assertThat(rounded("pace(a)", "2023-H1")).isEqualByComparingTo("40.41");
  }

  @Test
  void growthComparesTheSameMonthsOfTheYearBefore() {
    given("a 2024-02", "29").given("a 2023-02", "28");

    assertThat(rounded("yoy(a)", "2024-02")).isEqualByComparingTo("3.57");
  }

  @Test
  void looksAtTheAreasDirectlyBelow() {
    given("a 2023 V", "5").given("a 2023 W", "0").given("a 2023 X", "-2");

    assertThat(rounded("areas_with(a)", "2023")).isEqualByComparingTo("2");
    assertThat(rounded("min_over_areas(a)", "2023")).isEqualByComparingTo("-2");
    assertThat(rounded("max_over_areas(a)", "2023")).isEqualByComparingTo("5");
  }

  @Test
  void areasThatSaidNothingAreNotTheLeast() {
    given("a 2023 V", "5");

    assertThat(rounded("min_over_areas(a)", "2023")).isEqualByComparingTo("5");
    assertThat(value("min_over_areas(b)", "2023")).isNull();
    assertThat(rounded("areas_with(b)", "2023")).isEqualByComparingTo("0");
  }

  @Test
  void theMeanPerDayCountsTheDaysThatHaveBeen() {
    given("a 2023-10", "62").given("a 2023", "608");

    assertThat(rounded("mean_per_day(a)", "2023-10")).isEqualByComparingTo("2");
    assertThat(rounded("mean_per_day(a)", "2023")).isEqualByComparingTo("2");
    assertThat(value("mean_per_day(a)", "2023-11")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ratio(a, none)",
        "ratio(none, a)",
        "ratio(a, zero)",
        "share(a, zero)",
        "diff(a, none)",
        "diff(none, a)",
        "sum(a, none)",
        "completion(a)",
        "excess(a)",
        "pace(a)",
        "yoy(a)",
        "yoy(none)",
        "mean_per_day(none)",
        "completion(zero_target)"
      })
  void aMissingFigureOrAZeroBaseYieldsNoneAndNeverZero(String formula) {
    given("a 2023", "120").given("zero 2023", "0");
    given("zero_target 2023", "5").given("zero_target#target 2023", "0");

    assertThat(value(formula, "2023")).isNull();
  }

  @Test
  void aZeroOverSomethingIsZero() {
    given("zero 2023", "0").given("a 2023", "3");

    assertThat(value("ratio(zero, a)", "2023")).isEqualByComparingTo("0");
  }

  private AlgebraTest given(String figure, String value) {
    figures.put(figure, new BigDecimal(value));
    return this;
  }

  private @Nullable BigDecimal value(String formula, String period) {
    Formula parsed = Formula.parse(formula, "p");
    return algebra.value(parsed, FigureQuery.of("p.computed", Period.parse(period)));
  }

  private @Nullable BigDecimal rounded(String formula, String period) {
    BigDecimal value = value(formula, period);
    return value == null ? null : value.setScale(2, RoundingMode.HALF_UP);
  }

  /** Figures by {@code name period} and, below the town, {@code name period area}. */
  private final class Figures implements Algebra.Reader {
    @Override
    public @Nullable BigDecimal value(FigureQuery query) {
      String area = query.area() == null ? "" : " " + query.area();
      return figures.get(query.indicator().substring(2) + " " + query.period() + area);
    }

    @Override
    public List<String> areasBelow(FigureQuery query) {
      return List.of("V", "W", "X");
    }

    @Override
    public LocalDate day(FigureQuery query) {
      return TODAY;
    }
  }
}

package taizhang.books.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Periods as officials write them. */
class PeriodTest {

  @ParameterizedTest
  @CsvSource({
    "2023,                 2023-01-01, 2023-12-31",
    "2024-H1,              2024-01-01, 2024-06-30",
    "2024-H2,              2024-07-01, 2024-12-31",
    "2023-Q1,              2023-01-01, 2023-03-31",
    "2023-Q4,              2023-10-01, 2023-12-31",
    "2024-02,              2024-02-01, 2024-02-29",
    "2023-01/2023-10,      2023-01-01, 2023-10-31",
    "2024/2028,            2024-01-01, 2028-12-31",
    "2023-Q2/2023-Q3,      2023-04-01, 2023-09-30",
    "2023-01-01/2023-10-31,2023-01-01, 2023-10-31",
    "2024-02-29,           2024-02-29, 2024-02-29",
    "2022-11/2023-02-14,   2022-11-01, 2023-02-14",
  })
  void readsEveryFormThatOfficialsWrite(String text, LocalDate from, LocalDate to) {
    assertThat(Period.parse(text)).isEqualTo(new Period(from, to));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "23",
        "2023-13",
        "2023-00",
        "2023-Q5",
        "2023-Q0",
        "2023-H3",
        "2023-1",
        "2023-02-30",
        "2023/",
        "/2023",
        "2023-01-01/",
        "2023/2022/2021",
        "2023年",
        " 2023",
        "2023-01/2023-13",
        "２０２３"
      })
  void refusesAnythingElseAndSaysWhatToWrite(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Period.parse(text))
        .withMessageContaining("not a period: '" + text + "'")
        .withMessageContaining("2023-Q3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023/2022", "2023-10/2023-01", "2023-02-01/2023-01-31"})
  void refusesAPeriodThatEndsBeforeItBegins(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Period.parse(text))
        .withMessageContaining("ends before it begins");
  }

  @Test
  void whatIsWrittenIsReadBackForAnyPeriod() {
    assertThat(periods(3000)).allSatisfy(p -> assertThat(Period.parse(p.toString())).isEqualTo(p));
  }

  @ParameterizedTest
  @CsvSource({
    "2023-01-01/2023-12-31, 2023",
    "2023-01/2023-12,       2023",
    "2023-01-01/2023-03-31, 2023-Q1",
    "2023-07/2023-12,       2023-H2",
    "2023-02/2023-04,       2023-02/2023-04",
    "2023-04/2023-09,       2023-04/2023-09",
    "2023-02-01/2023-02-28, 2023-02",
    "2024-02-01/2024-02-28, 2024-02-01/2024-02-28",
    "2022-01/2023-12,       2022/2023",
    "2022-12/2023-01,       2022-12/2023-01",
    "2023-05-05,            2023-05-05/2023-05-05",
  })
  void writesTheShortestForm(String text, String shortest) {
    assertThat(Period.parse(text)).hasToString(shortest);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02,               2023-02",
    "2025-02,               2024-02",
    "2024-01/2024-02,       2023-01/2023-02",
    "2024-02-29,            2023-02-28",
    "2024,                  2023",
    "2025-03-01/2025-03-15, 2024-03-01/2024-03-15",
  })
  void theYearBeforeHasTheSameMonths(String text, String before) {
    assertThat(Period.parse(text).yearBefore()).isEqualTo(Period.parse(before));
  }

  @ParameterizedTest
  @CsvSource({"2023, 365", "2024, 366", "2024-02, 29", "2023-05-05, 1", "2024/2028, 1827"})
  void countsBothEnds(String text, long days) {
    assertThat(Period.parse(text).days()).isEqualTo(days);
  }

  @Test
  void endsAtADayInsideAndIsNothingBefore() {
    Period quarter = Period.parse("2023-Q2");

    assertThat(quarter.until(LocalDate.of(2023, 5, 9))).hasToString("2023-04-01/2023-05-09");
    assertThat(quarter.until(LocalDate.of(2023, 4, 1))).hasToString("2023-04-01/2023-04-01");
    assertThat(quarter.until(LocalDate.of(2024, 1, 1))).isEqualTo(quarter);
    assertThat(quarter.until(LocalDate.of(2023, 3, 31))).isNull();
  }

  @Test
  void liesInTheYearOfItsLastDay() {
    assertThat(Period.parse("2022-12/2023-01").enclosingYear()).isEqualTo(Period.year(2023));
    assertThat(Period.month(YearMonth.of(2024, 2))).isEqualTo(Period.parse("2024-02"));
  }

  private static Stream<Period> periods(int count) {
    Random random = new Random(11);
    return Stream.generate(() -> LocalDate.of(2020, 1, 1).plusDays(random.nextInt(1500)))
        .map(day -> random.nextInt(3) == 0 ? day.withDayOfMonth(1) : day)
        .map(day -> new Period(day, end(day, random)))
        .limit(count);
  }

  private static LocalDate end(LocalDate from, Random random) {
    LocalDate day = from.plusDays(random.nextInt(900));
    return random.nextBoolean() ? day : YearMonth.from(day).atEndOfMonth();
  }
}

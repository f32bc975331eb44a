package taizhang.books.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which days are worked, by the notices of the State Council. */
class WorkCalendarTest {

  private static final WorkCalendar CALENDAR = WorkCalendar.published();

  @ParameterizedTest
  @CsvSource({
    "2025-09-28, true", // a Sunday worked for the National Day
    "2025-10-08, false",
    "2025-10-09, true",
    "2025-10-11, true", // a Saturday worked for the National Day
    "2025-10-12, false",
    "2020-01-31, false", // the Spring Festival made longer in the epidemic
    "2018-12-31, false", // ruled by the notice for 2019
    "2018-12-29, true",
    "2026-02-23, false",
    "2026-02-24, true"
  })
  void daysAreWorkedAsTheNoticesSay(LocalDate day, boolean worked) {
    assertThat(CALENDAR.isWorkday(day)).isEqualTo(worked);
    assertThat(CALENDAR.knows(day)).isTrue();
  }

  @Test
  void everyYearHasItsElevenDaysOfRestOrMoreAndNoWeekdayIsWorkedTwice() {
    assertThat(CALENDAR.years()).contains(2004, 2015, 2026).hasSize(23);
    for (int year : CALENDAR.years()) {
      List<SpecialDay> days = CALENDAR.of(year);
      assertThat(days).as("" + year).filteredOn(day -> !day.working()).hasSizeGreaterThan(19);
      assertThat(days).allMatch(day -> !day.working() || WorkCalendar.isWeekend(day.day()));
    }
  }

  @Test
  void aYearHasAboutTwoHundredAndFiftyWorkingDays() {
    for (int year : CALENDAR.years()) {
      long worked =
          LocalDate.of(year, 1, 1)
              .datesUntil(LocalDate.of(year + 1, 1, 1))
              .filter(CALENDAR::isWorkday)
              .count();
      assertThat(worked).as("" + year).isBetween(247L, 256L);
    }
  }

  @Test
  void whatIsNotAnnouncedIsAGuess() {
    LocalDate spring = LocalDate.of(2027, 2, 8);
    assertThat(CALENDAR.knows(spring)).isFalse();
    assertThat(CALENDAR.isWorkday(spring)).isTrue();

    WorkCalendar next = CALENDAR.with(2027, List.of(new SpecialDay(2027, spring, false, "春节")));

    assertThat(next.knows(spring)).isTrue();
    assertThat(next.isWorkday(spring)).isFalse();
    assertThat(CALENDAR.isWorkday(spring)).as("the old calendar stands").isTrue();
  }

  @Test
  void theLastDaysOfDecemberWaitForTheNextNotice() {
    LocalDate december = LocalDate.of(2026, 12, 31);
    assertThat(CALENDAR.knows(december)).isFalse();
    assertThat(CALENDAR.missing(december)).isEqualTo(2027);
    assertThat(CALENDAR.with(2027, List.of()).knows(december)).isTrue();
  }

  @Test
  void aNoticeThatIsAmendedReplacesWhatItSaid() {
    LocalDate may = LocalDate.of(2026, 5, 9);
    assertThat(CALENDAR.isWorkday(may)).isTrue();
    assertThat(CALENDAR.with(2026, List.of()).isWorkday(may)).isFalse();
  }
}

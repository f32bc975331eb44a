package taizhang.books.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When something falls due, and how it says why. */
class DeadlineTest {

  private static final Reckoner RECKONER =
      new Reckoner(WorkCalendar.published(), OfficeHours.USUAL);

  private static Deadline due(String start, String limit, Pause... pauses) {
    return RECKONER.reckon(LocalDateTime.parse(start), Limit.parse(limit), List.of(pauses));
  }

  private static Pause pause(String from, String to) {
    return new Pause(LocalDateTime.parse(from), LocalDateTime.parse(to));
  }

  @Test
  void aWeekOverTheNationalDayIsExplained() {
    Deadline deadline = due("2025-09-28T10:00", "5 workdays");

    assertThat(deadline.due()).isEqualTo("2025-10-11T18:00");
    assertThat(deadline.provisional()).isFalse();
    assertThat(deadline.explanation()).isEqualTo("5个工作日，自9月28日起；10月1—8日放假；10月11日补班计入");
  }

  @ParameterizedTest
  @CsvSource({
    // Friday before closing, at closing, after closing: from Monday on
    "2025-11-21T17:59, 2025-11-24T18:00",
    "2025-11-21T18:00, 2025-11-24T18:00",
    "2025-11-21T18:01, 2025-11-25T18:00",
    "2025-11-21T23:59, 2025-11-25T18:00",
    "2025-11-21T06:00, 2025-11-24T18:00",
    // a Saturday of rest, and Sunday
    "2025-11-22T10:00, 2025-11-25T18:00",
    "2025-11-23T10:00, 2025-11-25T18:00",
    // on a holiday
    "2025-10-03T10:00, 2025-10-10T18:00",
    // on a make-up Saturday, before and after closing
    "2025-10-11T17:59, 2025-10-13T18:00",
    "2025-10-11T18:01, 2025-10-14T18:00",
    // on the eve of a make-up Saturday
    "2025-10-10T18:01, 2025-10-13T18:00",
    "2025-10-10T18:00, 2025-10-11T18:00"
  })
  void oneWorkingDayFromWhenItArrived(String arrived, String due) {
    assertThat(due(arrived, "1 workday").due()).isEqualTo(due);
  }

  @Test
  void whatArrivesAfterClosingSaysSo() {
    assertThat(due("2025-11-21T18:01", "1 workday").explanation())
        .isEqualTo("1个工作日，自11月24日起；11月21日18:01收到，不在办公时间，顺延至下一工作日");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-11-21T17:30, 2 workhours, 2025-11-24T10:00",
    "2025-11-21T11:00, 2 workhours, 2025-11-21T15:00",
    "2025-11-21T18:01, 2 workhours, 2025-11-24T10:30",
    "2025-11-21T16:00, 2 workhours, 2025-11-21T18:00",
    "2025-11-21T23:30, 2 hours, 2025-11-22T01:30",
    "2025-10-01T09:00, 24 hours, 2025-10-02T09:00"
  })
  void hoursOfTheOfficeAndHoursOfTheClock(String arrived, String limit, String due) {
    assertThat(due(arrived, limit).due()).isEqualTo(due);
  }

  @Test
  void aPeriodOfDaysThatEndsOnADayOfRestEndsOnTheNextWorkingDay() {
    Deadline deadline = due("2025-09-19T10:00", "15 days");

    assertThat(deadline.due()).isEqualTo("2025-10-09T18:00");
    assertThat(deadline.explanation()).isEqualTo("15日，自9月19日起；届满日10月4日为休息日，顺延至10月9日");
  }

  @Test
  void monthsEndOnTheSameDayOrTheLast() {
    assertThat(due("2025-11-30T10:00", "3 months").due()).isEqualTo("2026-02-28T18:00");
    assertThat(due("2025-03-03T10:00", "3 months").due()).isEqualTo("2025-06-03T18:00");
  }

  @Test
  void aDayOfTheYearStandsFast() {
    assertThat(due("2025-03-01T10:00", "by 12-31").due()).isEqualTo("2025-12-31T18:00");
    assertThat(due("2025-12-31T10:00", "by 10-31").due()).isEqualTo("2026-10-31T18:00");
    assertThat(due("2025-03-01T10:00", "by 12-31").explanation()).isEqualTo("12月31日前，自3月1日起");
  }

  @Test
  void aDayTheRecordNamesStandsFastAndCanBeExtended() {
    LocalDateTime start = LocalDateTime.parse("2025-03-01T10:00");
    Limit limit = Limit.parse("on promised_by");
    LocalDate named = LocalDate.of(2025, 6, 30);

    assertThat(RECKONER.reckon(start, limit, 0, List.of(), named).due())
        .isEqualTo("2025-06-30T18:00");
    assertThat(RECKONER.reckon(start, limit, 10, List.of(), named).due())
        .isEqualTo("2025-07-10T18:00");
  }

  @Test
  void aSuspensionDoesNotCountAndIsTold() {
    Deadline deadline =
        due("2025-11-17T10:00", "5 workdays", pause("2025-11-19T09:00", "2025-11-24T15:00"));

    assertThat(deadline.due()).isEqualTo("2025-11-27T18:00");
    assertThat(deadline.explanation()).isEqualTo("5个工作日，自11月17日起；11月19—24日暂停，不计");
  }

  @Test
  void whileSuspendedNothingFallsDue() {
    Pause lasting = new Pause(LocalDateTime.parse("2025-11-19T09:00"), null);
    Deadline deadline = due("2025-11-17T10:00", "5 workdays", lasting);

    assertThat(deadline.due()).isNull();
    assertThat(deadline.lateFrom()).isNull();
    assertThat(deadline.keeps(LocalDateTime.parse("2030-01-01T00:00"))).isTrue();
    assertThat(deadline.explanation()).endsWith("11月19日起暂停计时");
  }

  @Test
  void anExtensionIsCountedAndTold() {
    Deadline deadline =
        RECKONER.reckon(
            LocalDateTime.parse("2025-11-17T10:00"), Limit.parse("5 workdays"), 3, List.of(), null);

    assertThat(deadline.due()).isEqualTo("2025-11-27T18:00");
    assertThat(deadline.explanation()).isEqualTo("5个工作日，自11月17日起；同意延期3个工作日");
  }

  @Test
  void whatReachesIntoAYearNotAnnouncedIsProvisionalUntilItIs() {
    Deadline guess = due("2026-12-25T10:00", "6 workdays");
    assertThat(guess.due()).isEqualTo("2027-01-04T18:00");
    assertThat(guess.provisional()).isTrue();
    assertThat(guess.explanation()).endsWith("2027年放假安排尚未公布，暂按周一至周五推算");

    WorkCalendar announced =
        WorkCalendar.published()
            .with(2027, List.of(new SpecialDay(2027, LocalDate.of(2027, 1, 1), false, "元旦")));
    Deadline known =
        new Reckoner(announced, OfficeHours.USUAL)
            .reckon(LocalDateTime.parse("2026-12-25T10:00"), Limit.parse("6 workdays"), List.of());
    assertThat(known.due()).isEqualTo("2027-01-05T18:00");
    assertThat(known.provisional()).isFalse();
    assertThat(known.explanation()).isEqualTo("6个工作日，自12月25日起；2027年1月1日放假");
  }

  @Test
  void daysAreLateFromTheNextDayAndHoursFromTheSame() {
    assertThat(due("2025-11-17T10:00", "5 workdays").lateFrom()).isEqualTo("2025-11-25");
    assertThat(due("2025-11-17T10:00", "2 workhours").lateFrom()).isEqualTo("2025-11-17");
  }

  @Test
  void theLastMinuteIsInTime() {
    Deadline deadline = due("2025-11-17T10:00", "5 workdays");
    assertThat(deadline.keeps(LocalDateTime.parse("2025-11-24T18:00"))).isTrue();
    assertThat(deadline.keeps(LocalDateTime.parse("2025-11-24T18:01"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5",
        "5 weeks",
        "-5 days",
        "05 days",
        "by 02-30",
        "by 1-1",
        "on Day",
        "5 Days"
      })
  void whatIsNoLimitIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Limit.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "18:00-08:00", "08:00", "08:00-12:00,11:00-18:00", "8-12"})
  void whatAreNoOfficeHoursIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> OfficeHours.parse(text));
  }
}

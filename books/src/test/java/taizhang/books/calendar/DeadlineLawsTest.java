package taizhang.books.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of every deadline, tried on many at random. */
class DeadlineLawsTest {

  private static final int MANY = 4000;
  private static final Reckoner RECKONER =
      new Reckoner(WorkCalendar.published(), OfficeHours.USUAL);
  private static final List<String> UNITS =
      List.of("workdays", "days", "months", "hours", "workhours");

  private final Random random = new Random(20251011);

  private LocalDateTime moment() {
    return LocalDateTime.of(2020, 1, 1, 0, 0).plusMinutes(random.nextInt(5 * 365 * 24 * 60));
  }

  private Limit limit() {
    String unit = UNITS.get(random.nextInt(UNITS.size()));
    return Limit.parse((1 + random.nextInt(unit.equals("months") ? 9 : 40)) + " " + unit);
  }

  private List<Pause> pauses(LocalDateTime near) {
    List<Pause> pauses = new ArrayList<>();
    for (int n = random.nextInt(4); n > 0; n--) {
      LocalDateTime from = near.plusHours(random.nextInt(1500) - 200);
      pauses.add(new Pause(from, from.plusHours(random.nextInt(400))));
    }
    return pauses;
  }

  private static LocalDateTime due(LocalDateTime start, Limit limit, List<Pause> pauses) {
    return Objects.requireNonNull(RECKONER.reckon(start, limit, pauses).due());
  }

  private Stream<LocalDateTime> moments() {
    return Stream.generate(this::moment).limit(MANY);
  }

  @Test
  void whatBeginsLaterIsNotDueEarlier() {
    assertThat(moments())
        .allSatisfy(start -> {
          Limit limit = limit();
          // A month from January 30 has a day more than one from January 31, both end on the 28th.
          List<Pause> pauses = limit instanceof Limit.Months ? List.of() : pauses(start);
          LocalDateTime later = start.plusMinutes(random.nextInt(20_000));
          assertThat(due(later, limit, pauses)).isAfterOrEqualTo(due(start, limit, pauses));
        });
  }

  @Test
  void whatMayTakeLongerIsNotDueEarlier() {
    assertThat(moments())
        .allSatisfy(start -> {
          Limit limit = limit();
          List<Pause> pauses = pauses(start);
          assertThat(due(start, limit.plus(random.nextInt(10)), pauses))
              .isAfterOrEqualTo(due(start, limit, pauses));
        });
  }

  @Test
  void workingDaysAddUp() {
    assertThat(moments())
        .allSatisfy(start -> {
          int first = 1 + random.nextInt(30);
          int second = 1 + random.nextInt(30);
          LocalDateTime part = due(start, new Limit.Workdays(first), List.of());
          assertThat(due(part, new Limit.Workdays(second), List.of()))
              .isEqualTo(due(start, new Limit.Workdays(first + second), List.of()));
        });
  }

  @Test
  void officeHoursAddUp() {
    assertThat(moments())
        .allSatisfy(start -> {
          List<Pause> pauses = pauses(start);
          int first = 1 + random.nextInt(30);
          int second = 1 + random.nextInt(30);
          LocalDateTime part = due(start, new Limit.WorkHours(first), pauses);
          assertThat(due(part, new Limit.WorkHours(second), pauses))
              .isEqualTo(due(start, new Limit.WorkHours(first + second), pauses));
        });
  }

  @Test
  void exactlyAsManyDaysCountAsTheLimitSaysWhateverIsSuspended() {
    assertThat(moments())
        .allSatisfy(start -> {
          int days = 1 + random.nextInt(30);
          List<Pause> pauses = pauses(start);
          LocalDate received = received(start);
          LocalDate due = due(start, new Limit.Workdays(days), pauses).toLocalDate();
          assertThat(
                  received
                      .plusDays(1)
                      .datesUntil(due.plusDays(1))
                      .filter(RECKONER.calendar()::isWorkday)
                      .filter(day -> pauses.stream().noneMatch(pause -> pause.covers(day))))
              .hasSize(days)
              .last()
              .isEqualTo(due);
        });
  }

  private static LocalDate received(LocalDateTime start) {
    boolean late = start.toLocalTime().isAfter(RECKONER.hours().closing());
    LocalDate day = start.toLocalDate();
    return RECKONER.calendar().workdayFrom(late ? day.plusDays(1) : day);
  }

  @Test
  void exactlyAsManyMinutesAreSpentAsTheLimitSaysWhateverIsSuspended() {
    assertThat(moments().limit(400))
        .allSatisfy(start -> {
          int hours = 1 + random.nextInt(40);
          List<Pause> pauses = pauses(start);
          LocalDateTime due = due(start, new Limit.Hours(hours), pauses);
          long spent = 0;
          for (LocalDateTime now = start; now.isBefore(due); now = now.plusMinutes(1)) {
            spent += paused(now, pauses) ? 0 : 1;
          }
          assertThat(spent).isEqualTo(Duration.ofHours(hours).toMinutes());
        });
  }

  private static boolean paused(LocalDateTime now, List<Pause> pauses) {
    return pauses.stream()
        .anyMatch(pause ->
            !now.isBefore(pause.from()) && now.isBefore(Objects.requireNonNull(pause.to())));
  }

  @Test
  void aSuspensionInTwoPartsIsTheSameAsInOne() {
    assertThat(moments())
        .allSatisfy(start -> {
          Limit limit = limit();
          LocalDateTime from = start.plusHours(random.nextInt(300));
          LocalDateTime middle = from.plusHours(random.nextInt(200));
          LocalDateTime to = middle.plusHours(random.nextInt(200));
          assertThat(due(start, limit, List.of(new Pause(from, middle), new Pause(middle, to))))
              .isEqualTo(due(start, limit, List.of(new Pause(from, to))));
        });
  }

  @Test
  void aSuspensionBeforeItBeginsOrAfterItIsDueChangesNothing() {
    assertThat(moments())
        .allSatisfy(start -> {
          Limit limit = limit();
          LocalDateTime due = due(start, limit, List.of());
          Pause before = new Pause(start.minusDays(9), start.minusDays(1));
          Pause after = new Pause(due.plusDays(1), due.plusDays(9));
          assertThat(due(start, limit, List.of(before, after))).isEqualTo(due);
        });
  }

  @Test
  void daysAreAlwaysDueOnAWorkingDayWhenTheOfficeCloses() {
    assertThat(moments())
        .allSatisfy(start -> {
          Limit limit = limit();
          LocalDateTime due = due(start, limit, pauses(start));
          if (!(limit instanceof Limit.Hours)) {
            assertThat(RECKONER.calendar().isWorkday(due.toLocalDate())).isTrue();
          }
          if (!(limit instanceof Limit.Hours) && !(limit instanceof Limit.WorkHours)) {
            assertThat(due.toLocalTime()).isEqualTo(RECKONER.hours().closing());
          }
        });
  }
}

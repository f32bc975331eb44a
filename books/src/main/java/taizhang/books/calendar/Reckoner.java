package taizhang.books.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reckons when something falls due. The day it begins on does not count, and a period of days or
 * months whose last day is no working day ends on the next (民法典第二百零一条、第二百零二条、第二百零三条); the last
 * moment of a day is when the office closes. What arrives when the office is closed counts, for
 * limits in working days and office hours, as arrived on the next working day.
 *
 * @param calendar which days are worked
 * @param hours when the office is open
 */
public record Reckoner(WorkCalendar calendar, OfficeHours hours) {

  /** Farther than this nothing is reckoned: a limit of thousands of days all of which pause. */
  private static final int FARTHEST_DAYS = 40_000;

  /** What a limit is reckoned from. */
  public Deadline reckon(LocalDateTime start, Limit limit, List<Pause> pauses) {
    return reckon(start, limit, 0, pauses, null);
  }

  /**
   * When it falls due.
   *
   * @param start when it arrived or began
   * @param limit how long it may take
   * @param extension how much longer was granted, in the limit's own unit
   * @param pauses times that do not count, also overlapping
   * @param named the day the record names, for {@link Limit.On}
   */
  public Deadline reckon(
      LocalDateTime start,
      Limit limit,
      int extension,
      List<Pause> pauses,
      @Nullable LocalDate named) {
    LocalDateTime at = start.truncatedTo(ChronoUnit.MINUTES);
    LocalDateTime counted = counted(at, limit);
    boolean paused = pauses.stream().anyMatch(pause -> pause.to() == null);
    LocalDate lastNamed = named == null ? at.toLocalDate() : named;
    LocalDateTime unrolled = due(counted, limit.plus(extension), extension, pauses, lastNamed);
    LocalDateTime due = rolled(unrolled, limit);
    boolean reaches = !stands(limit);
    LocalDate guessed = reaches ? firstUnknown(counted.toLocalDate(), due.toLocalDate()) : null;
    String why =
        new Reasons(this, at, counted, limit, extension, pauses)
            .text(unrolled.toLocalDate(), paused ? null : due, guessed);
    return new Deadline(at, limit, paused ? null : due, guessed != null, why);
  }

  private static boolean stands(Limit limit) {
    return limit instanceof Limit.By || limit instanceof Limit.On || limit instanceof Limit.Hours;
  }

  private static boolean inOffice(Limit limit) {
    return limit instanceof Limit.Workdays || limit instanceof Limit.WorkHours;
  }

  /** The moment of receipt that counts. */
  private LocalDateTime counted(LocalDateTime at, Limit limit) {
    if (!inOffice(limit)) {
      return at;
    }
    LocalDate day = at.toLocalDate();
    boolean after = at.toLocalTime().isAfter(hours.closing());
    LocalDate counts = calendar.workdayFrom(after ? day.plusDays(1) : day);
    return counts.equals(day) ? at : counts.atStartOfDay();
  }

  private LocalDateTime due(
      LocalDateTime from, Limit limit, int extension, List<Pause> pauses, LocalDate named) {
    LocalDate day = from.toLocalDate();
    return switch (limit) {
      case Limit.Workdays(int days) -> close(nth(day, days, pauses, true));
      case Limit.Days(int days) -> close(nth(day, days, pauses, false));
      case Limit.Months(int months) -> {
        int days = (int) ChronoUnit.DAYS.between(day, day.plusMonths(months));
        yield close(nth(day, days, pauses, false));
      }
      case Limit.Hours(int n) -> spend(from, n * 60L, OfficeHours.ALWAYS, false, pauses);
      case Limit.WorkHours(int n) -> spend(from, n * 60L, hours, true, pauses);
      case Limit.By(MonthDay by) -> close(by(day, by).plusDays(extension));
      case Limit.On _ -> close(named.plusDays(extension));
    };
  }

  private static LocalDate by(LocalDate from, MonthDay by) {
    LocalDate same = Year.from(from).atMonthDay(by);
    return same.isBefore(from) ? Year.from(from).plusYears(1).atMonthDay(by) : same;
  }

  private LocalDateTime close(LocalDate day) {
    return day.atTime(hours.closing());
  }

  private LocalDateTime rolled(LocalDateTime due, Limit limit) {
    return limit instanceof Limit.Days || limit instanceof Limit.Months
        ? close(calendar.workdayFrom(due.toLocalDate()))
        : due;
  }

  /** The n-th day after a day that counts. */
  private LocalDate nth(LocalDate from, int n, List<Pause> pauses, boolean workdays) {
    LocalDate day = from;
    int left = n;
    for (int tried = 0; left > 0 && tried < FARTHEST_DAYS; tried++) {
      day = day.plusDays(1);
      if ((!workdays || calendar.isWorkday(day)) && closed(pauses, day) == null) {
        left--;
      }
    }
    return day;
  }

  /** A pause that has an end and covers the day; one without end is told, not reckoned. */
  private static @Nullable Pause closed(List<Pause> pauses, LocalDate day) {
    return pauses.stream()
        .filter(pause -> pause.to() != null && pause.covers(day))
        .findFirst()
        .orElse(null);
  }

  /** The moment at which so many minutes are spent. */
  private LocalDateTime spend(
      LocalDateTime from, long minutes, OfficeHours open, boolean workdays, List<Pause> pauses) {
    long left = minutes;
    LocalDate day = from.toLocalDate();
    for (int tried = 0; tried < FARTHEST_DAYS; tried++) {
      LocalDate today = day.plusDays(tried);
      if (workdays && !calendar.isWorkday(today)) {
        continue;
      }
      for (OfficeHours.Span span : open.spans()) {
        LocalDateTime begin = latest(today.atStartOfDay().plusMinutes(span.from()), from);
        LocalDateTime end = today.atStartOfDay().plusMinutes(span.to());
        for (LocalDateTime now = begin; now.isBefore(end); ) {
          LocalDateTime free = afterPauses(now, pauses);
          LocalDateTime until = earliest(end, nextPause(free, pauses));
          long here = free.isBefore(until) ? Duration.between(free, until).toMinutes() : 0;
          if (here >= left) {
            return free.plusMinutes(left);
          }
          left -= here;
          now = free.isAfter(until) ? free : until;
        }
      }
    }
    return from.plusMinutes(minutes);
  }

  private static LocalDateTime afterPauses(LocalDateTime at, List<Pause> pauses) {
    LocalDateTime free = at;
    for (boolean moved = true; moved; ) {
      moved = false;
      for (Pause pause : pauses) {
        LocalDateTime to = pause.to();
        if (to != null && !free.isBefore(pause.from()) && free.isBefore(to)) {
          free = to;
          moved = true;
        }
      }
    }
    return free;
  }

  private static LocalDateTime nextPause(LocalDateTime at, List<Pause> pauses) {
    LocalDateTime next = LocalDateTime.MAX;
    for (Pause pause : pauses) {
      if (pause.to() != null && pause.from().isAfter(at) && pause.from().isBefore(next)) {
        next = pause.from();
      }
    }
    return next;
  }

  private static LocalDateTime latest(LocalDateTime a, LocalDateTime b) {
    return a.isAfter(b) ? a : b;
  }

  private static LocalDateTime earliest(LocalDateTime a, LocalDateTime b) {
    return a.isBefore(b) ? a : b;
  }

  private @Nullable LocalDate firstUnknown(LocalDate from, LocalDate to) {
    return from.datesUntil(to.plusDays(1))
        .filter(day -> !calendar.knows(day))
        .findFirst()
        .orElse(null);
  }
}

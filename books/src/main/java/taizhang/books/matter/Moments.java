package taizhang.books.matter;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import taizhang.books.calendar.OfficeHours;
import taizhang.books.calendar.WorkCalendar;
import taizhang.books.entry.Entry;
import taizhang.books.entry.Image;
import taizhang.books.entry.Version;
import taizhang.books.pack.Clock;

/**
 * When versions took effect, to the minute: an entry made on the day it speaks of, when it was
 * made; one made later, when the office opened that day.
 */
final class Moments {

  private final Map<Long, LocalDateTime> entered = new HashMap<>();
  private final LocalTime opening;

  Moments(List<Entry> entries, OfficeHours hours) {
    this.opening = hours.opening();
    entries.forEach(
        entry -> entered.put(entry.seq(), LocalDateTime.ofInstant(entry.at(), WorkCalendar.ZONE)));
  }

  LocalDateTime of(Version version) {
    return on(version, version.on());
  }

  private LocalDateTime on(Version version, LocalDate day) {
    LocalDateTime at = entered.get(version.seq());
    return at != null && at.toLocalDate().equals(day) ? at : day.atTime(opening);
  }

  /** When a clock began with a version, by the fields it names. */
  LocalDateTime start(Clock clock, Version begun, Image image) {
    LocalDate own = clock.on() == null ? null : image.date(clock.on());
    LocalDate day = own == null ? begun.on() : own;
    String time = clock.time() == null ? "" : image.text(clock.time());
    return time.isEmpty() ? on(begun, day) : day.atTime(LocalTime.parse(time));
  }
}

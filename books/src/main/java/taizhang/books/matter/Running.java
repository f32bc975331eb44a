package taizhang.books.matter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import taizhang.books.calendar.Deadline;
import taizhang.books.calendar.Pause;
import taizhang.books.calendar.Reckoner;
import taizhang.books.entry.Image;
import taizhang.books.entry.Value;
import taizhang.books.entry.Version;
import taizhang.books.pack.Clock;
import taizhang.books.pack.ClockFields;

/**
 * How a clock stands at one version of a record: a pure function of the history up to it, the
 * clock's declaration and the calendar.
 *
 * @param clock the clock
 * @param started the version it began with, null where it has not begun
 * @param deadline what it comes to; null where it has not begun or nothing limits it
 * @param rule the row that limits it, null where none does
 * @param ended when it ended, null while it runs
 * @param paused true while it stands still
 */
public record Running(
    Clock clock,
    @Nullable Version started,
    @Nullable Deadline deadline,
    Clock.@Nullable Allowed rule,
    @Nullable LocalDateTime ended,
    boolean paused) {

  /**
   * Reads a clock at the last of some versions.
   *
   * @param versions of the record, by effective day, the last being the one asked for
   * @param moments when each took effect
   */
  static Running at(Clock clock, List<Version> versions, Moments moments, Reckoner reckoner) {
    Version begun = null;
    LocalDateTime ended = null;
    LocalDateTime paused = null;
    List<Pause> pauses = new ArrayList<>();
    for (Version version : versions) {
      if (!version.entered()) {
        continue;
      }
      LocalDateTime now = moments.of(version);
      String state = version.state();
      boolean running = begun != null && ended == null;
      if (!running && clock.starts().contains(state)) {
        begun = version;
        ended = null;
        pauses.clear();
        continue;
      }
      if (running && paused != null && !clock.pauses().contains(state)) {
        pauses.add(new Pause(paused, now.isBefore(paused) ? paused : now));
        paused = null;
      }
      if (running && clock.ends().contains(state)) {
        ended = now;
      } else if (running && paused == null && clock.pauses().contains(state)) {
        paused = now;
      }
    }
    if (paused != null) {
      pauses.add(new Pause(paused, null));
    }
    Image image = versions.getLast().image();
    if (begun == null) {
      return new Running(clock, null, null, null, null, false);
    }
    LocalDateTime start = moments.start(clock, begun, image);
    Clock.Allowed rule = rule(clock, image, versions.getLast().state(), start.toLocalDate());
    Deadline deadline = rule == null ? null : deadline(clock, rule, start, pauses, image, reckoner);
    return new Running(clock, begun, deadline, rule, ended, paused != null);
  }

  /** Of the rows that hold and are in force, the first of the newest. */
  private static Clock.@Nullable Allowed rule(
      Clock clock, Image image, String state, LocalDate start) {
    Optional<Clock.Allowed> found =
        clock.limits().stream()
            .filter(row -> !row.from().isAfter(start))
            .filter(row -> row.when().holds(image, state))
            .max(
                Comparator.comparing(Clock.Allowed::from)
                    .thenComparing(row -> -clock.limits().indexOf(row)));
    return found.orElse(null);
  }

  private static @Nullable Deadline deadline(
      Clock clock,
      Clock.Allowed rule,
      LocalDateTime start,
      List<Pause> pauses,
      Image image,
      Reckoner reckoner) {
    LocalDate named = null;
    if (rule.limit() instanceof taizhang.books.calendar.Limit.On(String field)) {
      named = image.date(field);
      if (named == null) {
        return null;
      }
    }
    Clock.Extension extension = clock.extension();
    BigDecimal granted = extension == null ? null : image.decimal(extension.grants());
    int more = granted == null ? 0 : granted.intValue();
    return reckoner.reckon(start, rule.limit(), more, pauses, named);
  }

  /** True while it has begun and not ended. */
  public boolean runs() {
    return started != null && ended == null;
  }

  /** The fields it gives; null where a field is empty. */
  Map<String, @Nullable Value> fields() {
    ClockFields names = new ClockFields(clock.name());
    LocalDateTime due = deadline == null ? null : deadline.due();
    LocalDate late = deadline == null ? null : deadline.lateFrom();
    Map<String, @Nullable Value> fields = new LinkedHashMap<>();
    fields.put(names.run(), started == null ? null : Value.of(started.seq()));
    fields.put(names.due(), due == null ? null : Value.of(due.toLocalDate()));
    fields.put(names.dueAt(), due == null ? null : Value.of(due.toLocalTime().toString()));
    fields.put(names.late(), late == null ? null : Value.of(late));
    fields.put(names.ended(), ended == null ? null : Value.of(ended.toLocalDate()));
    fields.put(
        names.kept(), ended == null || deadline == null ? null : Value.of(deadline.keeps(ended)));
    fields.put(
        names.provisional(), deadline != null && deadline.provisional() ? Value.of(true) : null);
    return fields;
  }
}

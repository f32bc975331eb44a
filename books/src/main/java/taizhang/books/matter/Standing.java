package taizhang.books.matter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import taizhang.books.calendar.Reckoner;
import taizhang.books.entry.Image;
import taizhang.books.pack.Clock;
import taizhang.books.pack.ClockFields;
import taizhang.books.pack.Lifecycle;
import taizhang.books.pack.Offset;

/**
 * How a clock stands by what a record's books say of it, without folding its history: enough for
 * lists, lights and ladders.
 *
 * @param clock the clock
 * @param run the entry it began with, 0 where it has not begun
 * @param due the last moment in time; null where nothing limits it now
 * @param provisional true where it reaches into a year whose holidays are not announced
 * @param ended the day it ended, null while it runs
 * @param kept true where it ended in time
 */
public record Standing(
    Clock clock,
    long run,
    @Nullable LocalDateTime due,
    boolean provisional,
    @Nullable LocalDate ended,
    boolean kept) {

  /** The clocks of a record as its newest image says. */
  public static List<Standing> of(Lifecycle lifecycle, Image image) {
    List<Standing> standing = new ArrayList<>();
    for (Clock clock : lifecycle.clocks().values()) {
      ClockFields names = new ClockFields(clock.name());
      LocalDate day = image.date(names.due());
      String time = image.text(names.dueAt());
      LocalDateTime due = day == null || time.isEmpty() ? null : day.atTime(LocalTime.parse(time));
      standing.add(
          new Standing(
              clock,
              run(image.decimal(names.run())),
              due,
              image.yes(names.provisional()),
              image.date(names.ended()),
              image.yes(names.kept())));
    }
    return standing;
  }

  /** The clock of a record that runs out first, null where none runs. */
  public static @Nullable Standing first(Lifecycle lifecycle, Image image) {
    return of(lifecycle, image).stream()
        .filter(Standing::runs)
        .min(Comparator.comparing(standing -> Objects.requireNonNull(standing.due())))
        .orElse(null);
  }

  private static long run(@Nullable BigDecimal begun) {
    return begun == null ? 0 : begun.longValue();
  }

  /** True while it can still run out. */
  public boolean runs() {
    return due != null && ended == null;
  }

  /** True where it has run out and nobody has ended it. */
  public boolean late(LocalDateTime now) {
    return runs() && due != null && now.isAfter(due);
  }

  /** The rungs of its ladder that have been reached, in order. */
  public List<Clock.Rung> reached(Image image, String state, LocalDateTime now, Reckoner reckoner) {
    List<Clock.Rung> reached = new ArrayList<>();
    for (Clock.Rung rung : clock.ladder()) {
      LocalDateTime at = moment(rung, reckoner);
      if (at != null && now.isAfter(at) && rung.when().holds(image, state)) {
        reached.add(rung);
      }
    }
    return reached;
  }

  /** The colour it shows now, empty for none. */
  public String light(Image image, String state, LocalDateTime now, Reckoner reckoner) {
    String light = "";
    for (Clock.Rung rung : reached(image, state, now, reckoner)) {
      light = rung.light().isEmpty() ? light : rung.light();
    }
    return light;
  }

  /** The moment after which a rung is reached; null where the clock does not run. */
  public @Nullable LocalDateTime moment(Clock.Rung rung, Reckoner reckoner) {
    if (due == null || ended != null) {
      return null;
    }
    Offset at = rung.at();
    return switch (at.unit()) {
      case START -> LocalDateTime.MIN;
      case HOURS -> due.plusHours(at.amount());
      case DAYS -> ofDay(due, due.toLocalDate().plusDays(at.amount()), at.amount(), reckoner);
      case WORKDAYS ->
          ofDay(
              due,
              reckoner.calendar().plusWorkdays(due.toLocalDate(), at.amount()),
              at.amount(),
              reckoner);
    };
  }

  /** Before it is due, when the office opens that day; after, the same minute as it was due. */
  private static LocalDateTime ofDay(
      LocalDateTime due, LocalDate day, int amount, Reckoner reckoner) {
    return amount < 0 ? day.atTime(reckoner.hours().opening()) : day.atTime(due.toLocalTime());
  }
}

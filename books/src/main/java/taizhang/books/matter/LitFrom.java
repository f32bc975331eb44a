package taizhang.books.matter;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import taizhang.books.calendar.Reckoner;
import taizhang.books.pack.Clock;
import taizhang.books.pack.Condition;
import taizhang.books.pack.Offset;

/**
 * Up to which deadline a clock's light is on now, before the deadline: the ladder turned round, so
 * that a list can ask for it. Rungs that hold on a condition only do not count.
 */
public final class LitFrom {

  /** No ladder says anything earlier than so many days before. */
  private static final int FARTHEST = 190;

  private LitFrom() {}

  /** The latest deadline whose light is on, null where none is. */
  public static @Nullable String of(Clock clock, LocalDateTime now, Reckoner reckoner) {
    LocalDate lit = null;
    for (Clock.Rung rung : clock.ladder()) {
      boolean before = rung.at().unit() != Offset.Unit.START && rung.at().amount() < 0;
      if (before && !rung.light().isEmpty() && rung.when().equals(Condition.ALWAYS)) {
        LocalDate day = last(clock, rung, now, reckoner);
        lit = lit == null || (day != null && day.isAfter(lit)) ? day : lit;
      }
    }
    return lit == null ? null : lit + "T99";
  }

  /** A later deadline is never lit earlier, so the last lit one is found by halving. */
  private static @Nullable LocalDate last(
      Clock clock, Clock.Rung rung, LocalDateTime now, Reckoner reckoner) {
    int lit = -1;
    int dark = FARTHEST;
    while (dark - lit > 1) {
      int middle = (lit + dark) / 2;
      LocalDate day = now.toLocalDate().plusDays(middle);
      Standing standing =
          new Standing(clock, 1, day.atTime(reckoner.hours().closing()), false, null, false);
      LocalDateTime at = standing.moment(rung, reckoner);
      if (at != null && now.isAfter(at)) {
        lit = middle;
      } else {
        dark = middle;
      }
    }
    return lit < 0 ? null : now.toLocalDate().plusDays(lit);
  }
}

package taizhang.books.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A time that does not count (暂停计时). Of days, the first does not count and the day it ends on does
 * again, so that two that follow one another are the same as one.
 *
 * @param from when it begins
 * @param to when it ends, null while it lasts
 */
public record Pause(LocalDateTime from, @Nullable LocalDateTime to) {

  public Pause {
    if (to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("ends before it begins: " + from + " – " + to);
    }
  }

  boolean covers(LocalDate day) {
    return !day.isBefore(from.toLocalDate()) && (to == null || day.isBefore(to.toLocalDate()));
  }
}

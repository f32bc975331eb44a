package taizhang.books.pack;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.Image;

/**
 * How many calendar days after its date field a rule posts: a contract is over the day after it
 * ends, a notice comes down when its period is up, a yearly check is overdue 365 days after the
 * last one. What is due needs no job at night: the posting is dated ahead and readings before that
 * day ignore it.
 *
 * @param days a fixed number of days, where no field is named
 * @param field whole-number field holding the days, null for the fixed number
 */
public record Delay(int days, @Nullable String field) {

  /** A century: longer than any term that a township keeps. */
  private static final int MOST = 36_600;

  /** On the day itself. */
  public static final Delay NONE = new Delay(0, null);

  /** The day posted at; null where the field that says how many days is empty. */
  @Nullable LocalDate from(LocalDate day, Image image) {
    return field == null
        ? day.plusDays(days)
        : Optional.ofNullable(image.decimal(field))
            .map(days -> day.plusDays(Math.clamp(days.longValue(), 0, MOST)))
            .orElse(null);
  }
}

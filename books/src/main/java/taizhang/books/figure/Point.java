package taizhang.books.figure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A point of the books: what was entered up to an entry, of what was dated up to a day.
 *
 * @param seq the newest entry read; null for the newest there is
 * @param day the last day read; null for today
 */
public record Point(@Nullable Long seq, @Nullable LocalDate day) {

  /** All that is entered, up to today. */
  public static final Point NOW = new Point(null, null);
}

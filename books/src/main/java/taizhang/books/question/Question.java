package taizhang.books.question;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.books.area.Area;
import taizhang.books.pack.Indicator;
import taizhang.books.period.Period;

/**
 * A question for a number, read.
 *
 * @param subject what is asked for, without the words for time, place and asking
 * @param guesses the indicators that may be meant, the likeliest first
 * @param clear true where the first is meant beyond reasonable doubt
 * @param area the area named, null where none is
 * @param period the period named, null where none is
 * @param asOf the last day to be read (截至), null where none is named
 */
public record Question(
    String subject,
    List<Guess> guesses,
    boolean clear,
    @Nullable Area area,
    @Nullable Period period,
    @Nullable LocalDate asOf) {

  public Question {
    guesses = List.copyOf(guesses);
  }

  /**
   * An indicator that may be meant.
   *
   * @param likeness 0 for nothing in common to 1 for its very name
   */
  public record Guess(Indicator indicator, double likeness) {}
}

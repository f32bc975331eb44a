package taizhang.books.pack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a rung of a ladder is reached: {@code start}, when the clock begins; {@code due}, when it
 * has run out; {@code 2 workdays before} that, {@code 5 days after}, {@code 1 hours before}.
 *
 * @param amount how much, negative before
 * @param unit workdays, days, hours; {@code start} for the beginning
 */
public record Offset(int amount, Unit unit) {

  /** What is counted. */
  public enum Unit {
    START,
    WORKDAYS,
    DAYS,
    HOURS
  }

  private static final Pattern FORM =
      Pattern.compile("(0|[1-9]\\d{0,2}) (workday|day|hour)s? (before|after)");

  /**
   * Reads an offset.
   *
   * @throws IllegalArgumentException where it is none, saying what could be written
   */
  static Offset parse(String text) {
    if (text.equals("start")) {
      return new Offset(0, Unit.START);
    }
    if (text.equals("due")) {
      return new Offset(0, Unit.HOURS);
    }
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no time; write such as start, 2 workdays before, due, 5 days after");
    }
    int amount = Integer.parseInt(matcher.group(1));
    Unit unit =
        switch (matcher.group(2)) {
          case "workday" -> Unit.WORKDAYS;
          case "day" -> Unit.DAYS;
          default -> Unit.HOURS;
        };
    return new Offset(matcher.group(3).equals("before") ? -amount : amount, unit);
  }
}

package taizhang.books.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span of days, both ends included, written as officials count: {@code 2023}, {@code 2023-H1},
 * {@code 2023-Q3}, {@code 2023-07}, {@code 2023-01/2023-10}, {@code 2024/2028} or, to the day,
 * {@code 2023-01-01/2023-10-31}.
 *
 * @param from first day
 * @param to last day
 */
public record Period(LocalDate from, LocalDate to) {

  private static final Pattern PART =
      Pattern.compile("(\\d{4})(?:-(?:H([12])|Q([1-4])|(\\d{2})(?:-(\\d{2}))?))?");

  public Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a period ends before it begins: " + from + "/" + to);
    }
  }

  /** The calendar year. */
  public static Period year(int year) {
    return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  /** The calendar month. */
  public static Period month(YearMonth month) {
    return new Period(month.atDay(1), month.atEndOfMonth());
  }

  /**
   * Reads a period as written above.
   *
   * @throws IllegalArgumentException where the text is none, naming the forms that are
   */
  public static Period parse(String text) {
    int slash = text.indexOf('/');
    try {
      if (slash < 0) {
        return part(text, text);
      }
      Period first = part(text.substring(0, slash), text);
      Period last = part(text.substring(slash + 1), text);
      return new Period(first.from, last.to);
    } catch (DateTimeException e) {
      throw unreadable(text);
    }
  }

  private static Period part(String part, String whole) {
    Matcher m = PART.matcher(part);
    if (!m.matches()) {
      throw unreadable(whole);
    }
    int year = Integer.parseInt(m.group(1));
    if (m.group(2) != null) {
      return months(year, Integer.parseInt(m.group(2)) * 6 - 5, 6);
    }
    if (m.group(3) != null) {
      return months(year, Integer.parseInt(m.group(3)) * 3 - 2, 3);
    }
    if (m.group(4) == null) {
      return year(year);
    }
    int month = Integer.parseInt(m.group(4));
    if (m.group(5) == null) {
      return months(year, month, 1);
    }
    LocalDate day = LocalDate.of(year, month, Integer.parseInt(m.group(5)));
    return new Period(day, day);
  }

  private static Period months(int year, int first, int count) {
    YearMonth start = YearMonth.of(year, first);
    return new Period(start.atDay(1), start.plusMonths(count - 1L).atEndOfMonth());
  }

  private static IllegalArgumentException unreadable(String text) {
    return new IllegalArgumentException(
        "not a period: '"
            + text
            + "' (write 2023, 2023-H1, 2023-Q3, 2023-07, 2023-01/2023-10 or 2023-01-01/2023-10-31)");
  }

  /**
   * The same days one year before; 29 February falls back to the 28th, month ends stay month ends.
   */
  public Period yearBefore() {
    LocalDate end =
        to.equals(YearMonth.from(to).atEndOfMonth())
            ? YearMonth.from(to).minusYears(1).atEndOfMonth()
            : to.minusYears(1);
    return new Period(from.minusYears(1), end);
  }

  /** The calendar year this period lies in, by its last day. */
  public Period enclosingYear() {
    return year(to.getYear());
  }

  /** Number of days, both ends counted. */
  public long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  /** This period up to a day, or null where it begins after it. */
  public @org.jspecify.annotations.Nullable Period until(LocalDate day) {
    if (day.isBefore(from)) {
      return null;
    }
    return day.isBefore(to) ? new Period(from, day) : this;
  }

  /** The shortest way to write it; {@link #parse} reads it back. */
  @Override
  public String toString() {
    boolean wholeMonths = from.getDayOfMonth() == 1 && to.equals(YearMonth.from(to).atEndOfMonth());
    if (!wholeMonths) {
      return from + "/" + to;
    }
    YearMonth a = YearMonth.from(from);
    YearMonth b = YearMonth.from(to);
    if (a.getMonthValue() == 1 && b.getMonthValue() == 12) {
      return a.getYear() == b.getYear() ? "" + a.getYear() : a.getYear() + "/" + b.getYear();
    }
    if (a.equals(b)) {
      return a.toString();
    }
    if (a.getYear() == b.getYear()) {
      long count = ChronoUnit.MONTHS.between(a, b) + 1;
      if (count == 3 && a.getMonthValue() % 3 == 1) {
        return a.getYear() + "-Q" + (a.getMonthValue() / 3 + 1);
      }
      if (count == 6 && a.getMonthValue() % 6 == 1) {
        return a.getYear() + "-H" + (a.getMonthValue() / 6 + 1);
      }
    }
    return a + "/" + b;
  }
}

package taizhang.books.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A year's notice on holidays as it is entered in the books: {@code 2027-01-01/2027-01-03 元旦；
 * 2027-02-06/2027-02-14 春节}, days of rest and days worked apart.
 */
public final class YearNotice {

  /** No holiday lasts longer; a longer range is a slip of the pen. */
  private static final int LONGEST = 31;

  private YearNotice() {}

  /**
   * The days of a notice.
   *
   * @throws IllegalArgumentException where something is not written so, lies in another year, or a
   *     day of work is no weekend day
   */
  public static List<SpecialDay> read(int year, String rest, String work) {
    List<SpecialDay> days = new ArrayList<>();
    read(year, rest, false, days);
    read(year, work, true, days);
    return days;
  }

  private static void read(int year, String text, boolean working, List<SpecialDay> days) {
    for (String part : text.split("[;；\n]", -1)) {
      if (part.isBlank()) {
        continue;
      }
      String[] words = part.strip().split("\\s+", 2);
      String[] ends = words[0].split("/", -1);
      LocalDate from = day(ends[0], part);
      LocalDate to = ends.length == 1 ? from : day(ends[ends.length - 1], part);
      if (ends.length > 2 || to.isBefore(from) || from.plusDays(LONGEST).isBefore(to)) {
        throw new IllegalArgumentException("“" + part.strip() + "”起止不对");
      }
      for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
        days.add(special(year, day, working, words.length == 1 ? "" : words[1].strip()));
      }
    }
  }

  private static LocalDate day(String text, String part) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "“" + part.strip() + "”不是日期加名称，如2027-01-01/2027-01-03 元旦", e);
    }
  }

  private static SpecialDay special(int year, LocalDate day, boolean working, String name) {
    boolean before = day.getYear() == year - 1 && day.getMonthValue() == 12;
    if (day.getYear() != year && !before) {
      throw new IllegalArgumentException(day + "不在" + year + "年");
    }
    if (working && !WorkCalendar.isWeekend(day)) {
      throw new IllegalArgumentException(day + "本来就是工作日，不需补班");
    }
    return new SpecialDay(year, day, working, name);
  }
}

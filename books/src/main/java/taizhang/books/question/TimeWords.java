package taizhang.books.question;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import taizhang.books.period.Period;

/**
 * The words for time in a question: 今年, 去年上半年, 2023年3月, 1—10月, 三季度, 截至6月底.
 *
 * @param rest the text without them
 * @param period the period named, null where none is
 * @param asOf the last day to be read, null where none is named
 */
record TimeWords(String rest, @Nullable Period period, @Nullable LocalDate asOf) {

  private static final String MARK = "(?<mark>截至|截止到|截止|到)?";
  private static final String YEAR =
      "(?:(?<year>(?:19|20)\\d{2})(?![0-9万亿元户人])年?度?(?:(?:-|至|到)(?<yearTo>\\d{4})年?)?|(?<yearWord>今年|本年度?|去年|上年度?|前年))?";
  private static final String PART =
      "(?:(?<half>上|下)半年|第?(?<quarter>[1-4一二三四])季度"
          + "|(?<month>\\d{1,2}|本|上个?|这个|十[一二]?|[一二三四五六七八九])月份?"
          + "(?:(?:(?<day>\\d{1,2})[日号]|(?<end>底|末))|(?:-|至|到)(?<monthTo>\\d{1,2})月份?)?"
          + "|(?:-|至|到)?(?<months>\\d{1,2})(?:-|至|到)(?<monthsTo>\\d{1,2})月份?)?";
  private static final Pattern SPAN = Pattern.compile(MARK + YEAR + PART + "(?<yearEnd>底|末)?");
  private static final Pattern TODAY =
      Pattern.compile("(?:截至|截止到|截止|到)?(?:今天|今日|目前|现在|当前|此刻)(?:为止)?");
  private static final String DIGITS = "一二三四五六七八九";

  /** Finds the words for time in a text whose digits and dashes are plain. */
  static TimeWords in(String text, LocalDate today) {
    Matcher now = TODAY.matcher(text);
    if (now.find()) {
      TimeWords others = in(now.replaceFirst(""), today);
      return new TimeWords(others.rest(), others.period(), today);
    }
    Matcher m = SPAN.matcher(text);
    for (int from = 0; from <= text.length() && m.find(from); from = m.end() + 1) {
      if (saysSomething(m)) {
        try {
          return read(m, text, today);
        } catch (DateTimeException | IllegalArgumentException e) {
          return new TimeWords(text, null, null);
        }
      }
      if (m.end() > m.start()) {
        continue;
      }
    }
    return new TimeWords(text, null, null);
  }

  private static boolean saysSomething(Matcher m) {
    return m.group("year") != null
        || m.group("yearWord") != null
        || m.group("half") != null
        || m.group("quarter") != null
        || m.group("month") != null
        || m.group("months") != null;
  }

  private static TimeWords read(Matcher m, String text, LocalDate today) {
    String rest = text.substring(0, m.start()) + text.substring(m.end());
    Period period = period(m, today);
    boolean upTo = m.group("mark") != null || m.group("end") != null;
    if (!upTo && m.group("yearEnd") == null) {
      return new TimeWords(rest, period, null);
    }
    return new TimeWords(rest, Period.year(period.to().getYear()), period.to());
  }

  private static Period period(Matcher m, LocalDate today) {
    Integer year = year(m, today);
    String half = m.group("half");
    String quarter = m.group("quarter");
    if (half != null || quarter != null) {
      int of = year == null ? today.getYear() : year;
      return Period.parse(half == null ? of + "-Q" + digit(quarter) : of + "-H" + half(half));
    }
    if (m.group("months") != null) {
      return months(
          year, Integer.parseInt(m.group("months")), Integer.parseInt(m.group("monthsTo")), today);
    }
    if (m.group("month") != null) {
      return month(m, year, today);
    }
    int first = year == null ? today.getYear() : year;
    String last = m.group("yearTo");
    return last == null ? Period.year(first) : Period.parse(first + "/" + last);
  }

  private static Period month(Matcher m, @Nullable Integer year, LocalDate today) {
    String word = m.group("month");
    if (word.startsWith("本") || word.startsWith("这")) {
      return Period.month(YearMonth.from(today));
    }
    if (word.startsWith("上")) {
      return Period.month(YearMonth.from(today).minusMonths(1));
    }
    int month = number(word);
    String to = m.group("monthTo");
    if (to != null) {
      return months(year, month, Integer.parseInt(to), today);
    }
    Period whole = months(year, month, month, today);
    if (m.group("day") == null) {
      return whole;
    }
    LocalDate day = whole.from().withDayOfMonth(Integer.parseInt(m.group("day")));
    return new Period(day, day);
  }

  /** A month without a year is the last one of that name, not one to come. */
  private static Period months(@Nullable Integer year, int first, int last, LocalDate today) {
    int of =
        year != null ? year : first > today.getMonthValue() ? today.getYear() - 1 : today.getYear();
    return new Period(YearMonth.of(of, first).atDay(1), YearMonth.of(of, last).atEndOfMonth());
  }

  private static @Nullable Integer year(Matcher m, LocalDate today) {
    if (m.group("year") != null) {
      return Integer.valueOf(m.group("year"));
    }
    String word = m.group("yearWord");
    if (word == null) {
      return null;
    }
    return switch (word.charAt(0)) {
      case '去', '上' -> today.getYear() - 1;
      case '前' -> today.getYear() - 2;
      default -> today.getYear();
    };
  }

  private static int half(String word) {
    return word.equals("上") ? 1 : 2;
  }

  private static int digit(String word) {
    int at = DIGITS.indexOf(word);
    return at < 0 ? Integer.parseInt(word) : at + 1;
  }

  private static int number(String word) {
    if (word.charAt(0) != '十') {
      return digit(word);
    }
    return 10 + (word.length() == 1 ? 0 : digit(word.substring(1)));
  }
}

package taizhang.books.calendar;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long something may take (办理时限), as rules write it: {@code 5 workdays}, {@code 15 days},
 * {@code 3 months}, {@code 2 hours} by the clock, {@code 4 workhours} of office hours, {@code by
 * 12-31} of the year it begins in, or {@code on FIELD}, a day that the record itself names.
 */
public sealed interface Limit {

  /** Working days after the day of receipt. */
  record Workdays(int days) implements Limit {}

  /** Days of the calendar after the day of receipt; where the last is no working day, the next. */
  record Days(int days) implements Limit {}

  /** Months after the day of receipt; where the last day is no working day, the next. */
  record Months(int months) implements Limit {}

  /** Hours by the clock. */
  record Hours(int hours) implements Limit {}

  /** Office hours. */
  record WorkHours(int hours) implements Limit {}

  /** A day of the year in which it begins, or of the next where that has passed; stands fast. */
  record By(MonthDay day) implements Limit {}

  /** The day a date field of the record names; stands fast. */
  record On(String field) implements Limit {}

  /** What is written, for telling what could be. */
  String FORMS = "5 workdays, 15 days, 3 months, 2 hours, 4 workhours, by 12-31, on FIELD";

  /**
   * Reads a limit.
   *
   * @throws IllegalArgumentException where it is none, saying what could be written
   */
  static Limit parse(String text) {
    Matcher counted = Forms.COUNTED.matcher(text);
    if (counted.matches()) {
      return of(Integer.parseInt(counted.group(1)), counted.group(2));
    }
    Matcher by = Forms.BY.matcher(text);
    if (by.matches()) {
      try {
        return new By(MonthDay.of(Integer.parseInt(by.group(1)), Integer.parseInt(by.group(2))));
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("no such day of the year: " + text, e);
      }
    }
    Matcher on = Forms.ON.matcher(text);
    if (on.matches()) {
      return new On(on.group(1));
    }
    throw new IllegalArgumentException("'" + text + "' is no limit; write such as " + FORMS);
  }

  private static Limit of(int amount, String unit) {
    return switch (unit.charAt(unit.length() - 1) == 's' ? unit : unit + "s") {
      case "workdays" -> new Workdays(amount);
      case "days" -> new Days(amount);
      case "months" -> new Months(amount);
      case "hours" -> new Hours(amount);
      default -> new WorkHours(amount);
    };
  }

  /** A limit longer by so many of its own units; one that names a day is moved by days. */
  default Limit plus(int more) {
    return switch (this) {
      case Workdays(int days) -> new Workdays(days + more);
      case Days(int days) -> new Days(days + more);
      case Months(int months) -> new Months(months + more);
      case Hours(int hours) -> new Hours(hours + more);
      case WorkHours(int hours) -> new WorkHours(hours + more);
      case By _, On _ -> this;
    };
  }

  /** The unit in Chinese, as in 延期3个工作日. */
  default String unit() {
    return switch (this) {
      case Workdays _ -> "个工作日";
      case Days _, By _, On _ -> "日";
      case Months _ -> "个月";
      case Hours _ -> "小时";
      case WorkHours _ -> "个工作小时";
    };
  }

  /** The limit in Chinese: 5个工作日, 12月31日前. */
  default String chinese() {
    return switch (this) {
      case Workdays(int days) -> days + unit();
      case Days(int days) -> days + unit();
      case Months(int months) -> months + unit();
      case Hours(int hours) -> hours + unit();
      case WorkHours(int hours) -> hours + unit();
      case By(MonthDay day) -> day.getMonthValue() + "月" + day.getDayOfMonth() + "日前";
      case On _ -> "限定日期";
    };
  }

  /** How limits are written. */
  final class Forms {
    static final Pattern COUNTED =
        Pattern.compile("(0|[1-9]\\d{0,3}) (workdays?|days?|months?|hours?|workhours?)");
    static final Pattern BY = Pattern.compile("by (\\d{2})-(\\d{2})");
    static final Pattern ON = Pattern.compile("on ([a-z][a-z0-9_]*)");

    private Forms() {}
  }
}

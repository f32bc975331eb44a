package taizhang.books.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells why something falls due when it does. */
final class Reasons {

  private final Reckoner reckoner;
  private final LocalDateTime at;
  private final LocalDateTime counted;
  private final Limit limit;
  private final int extension;
  private final List<Pause> pauses;
  private final List<String> parts = new ArrayList<>();

  Reasons(
      Reckoner reckoner,
      LocalDateTime at,
      LocalDateTime counted,
      Limit limit,
      int extension,
      List<Pause> pauses) {
    this.reckoner = reckoner;
    this.at = at;
    this.counted = counted;
    this.limit = limit;
    this.extension = extension;
    this.pauses = pauses;
  }

  /**
   * The text.
   *
   * @param last the last day counted
   * @param due the moment it falls due, null while suspended
   * @param guessed the first day of which the notice is not out, null where there is none
   */
  String text(LocalDate last, @Nullable LocalDateTime due, @Nullable LocalDate guessed) {
    parts.add(limit.chinese() + "，自" + day(counted.toLocalDate()) + from() + "起");
    if (!counted.equals(at)) {
      parts.add(day(at.toLocalDate()) + at.toLocalTime() + "收到，不在办公时间，顺延至下一工作日");
    }
    if (extension > 0) {
      parts.add("同意延期" + extension + limit.unit());
    }
    LocalDate first = counted.toLocalDate().plusDays(1);
    if (counts()) {
      ranges(first, last, this::rests).forEach(range -> parts.add(range + "放假"));
      ranges(first, last, this::madeUp).forEach(range -> parts.add(range + "补班计入"));
    }
    pauses.forEach(this::pause);
    if (due != null && !due.toLocalDate().equals(last)) {
      parts.add("届满日" + day(last) + "为休息日，顺延至" + day(due.toLocalDate()));
    }
    if (guessed != null) {
      int year = reckoner.calendar().missing(guessed);
      parts.add(year + "年放假安排尚未公布，暂按周一至周五推算");
    }
    return String.join("；", parts);
  }

  private String from() {
    boolean byHour = limit instanceof Limit.Hours || limit instanceof Limit.WorkHours;
    boolean timed = byHour && counted.equals(at);
    return timed ? counted.toLocalTime().toString() : "";
  }

  private boolean counts() {
    return limit instanceof Limit.Workdays || limit instanceof Limit.WorkHours;
  }

  private void pause(Pause pause) {
    LocalDateTime to = pause.to();
    parts.add(
        to == null
            ? day(pause.from().toLocalDate()) + "起暂停计时"
            : span(pause.from().toLocalDate(), to.toLocalDate()) + "暂停，不计");
  }

  private boolean rests(LocalDate day) {
    SpecialDay said = reckoner.calendar().said(day);
    return said != null && !said.working();
  }

  private boolean madeUp(LocalDate day) {
    SpecialDay said = reckoner.calendar().said(day);
    return said != null && said.working() && WorkCalendar.isWeekend(day);
  }

  /** Days that follow one another, as 10月1—8日. */
  private List<String> ranges(LocalDate first, LocalDate last, Predicate<LocalDate> wanted) {
    List<String> ranges = new ArrayList<>();
    LocalDate begin = null;
    for (LocalDate day = first; !day.isAfter(last.plusDays(1)); day = day.plusDays(1)) {
      boolean in = !day.isAfter(last) && wanted.test(day);
      if (in && begin == null) {
        begin = day;
      } else if (!in && begin != null) {
        ranges.add(span(begin, day.minusDays(1)));
        begin = null;
      }
    }
    return ranges;
  }

  private String span(LocalDate from, LocalDate to) {
    if (from.equals(to)) {
      return day(from);
    }
    boolean sameMonth = from.getMonth() == to.getMonth() && from.getYear() == to.getYear();
    return sameMonth
        ? year(from)
            + from.getMonthValue()
            + "月"
            + from.getDayOfMonth()
            + "—"
            + to.getDayOfMonth()
            + "日"
        : day(from) + "至" + day(to);
  }

  private String day(LocalDate day) {
    return year(day) + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }

  private String year(LocalDate day) {
    return day.getYear() == at.getYear() ? "" : day.getYear() + "年";
  }
}

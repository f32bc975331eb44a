package taizhang.books.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which days are worked. Monday to Friday, except what the State Council's yearly notice says: days
 * of rest, and weekend days worked in exchange (调休). Of a year whose notice is not out, Monday to
 * Friday is a guess, and {@link #knows} says so.
 */
public final class WorkCalendar {

  /** From this day of December on, next year's notice can rule: 元旦 has begun on December 29. */
  private static final int LAST_DAYS = 28;

  /** Where the calendar holds: days begin and end in Beijing time. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final String FILE = "holidays.tsv";

  private final Map<LocalDate, SpecialDay> special;
  private final Set<Integer> years;

  private WorkCalendar(Map<LocalDate, SpecialDay> special, Set<Integer> years) {
    this.special = Map.copyOf(special);
    this.years = Set.copyOf(years);
  }

  private static final class Published {
    static final WorkCalendar CALENDAR = read();
  }

  /** All years published when this program was built, from 2004 on. */
  public static WorkCalendar published() {
    return Published.CALENDAR;
  }

  /** A calendar of no year: Monday to Friday, all of it a guess. */
  public static WorkCalendar empty() {
    return new WorkCalendar(Map.of(), Set.of());
  }

  private static WorkCalendar read() {
    InputStream in = WorkCalendar.class.getResourceAsStream(FILE);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(in, FILE), StandardCharsets.UTF_8))) {
      List<SpecialDay> days =
          lines.lines().filter(line -> !line.startsWith("#")).map(WorkCalendar::day).toList();
      Set<Integer> years = new TreeSet<>();
      days.forEach(day -> years.add(day.year()));
      return new WorkCalendar(byDay(days), years);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SpecialDay day(String line) {
    String[] parts = line.split("\t", -1);
    return new SpecialDay(
        Integer.parseInt(parts[0]), LocalDate.parse(parts[1]), parts[2].equals("work"), parts[3]);
  }

  private static Map<LocalDate, SpecialDay> byDay(Collection<SpecialDay> days) {
    Map<LocalDate, SpecialDay> byDay = new HashMap<>();
    days.forEach(day -> byDay.put(day.day(), day));
    return byDay;
  }

  /** This calendar with a year's notice, in place of what it knew of that year. */
  public WorkCalendar with(int year, Collection<SpecialDay> days) {
    Map<LocalDate, SpecialDay> next = new HashMap<>(special);
    next.values().removeIf(day -> day.year() == year);
    next.putAll(byDay(days));
    Set<Integer> more = new TreeSet<>(years);
    more.add(year);
    return new WorkCalendar(next, more);
  }

  /** What a year's notice says, by day; empty where it is not out. */
  public List<SpecialDay> of(int year) {
    return special.values().stream()
        .filter(day -> day.year() == year)
        .sorted((a, b) -> a.day().compareTo(b.day()))
        .toList();
  }

  /** The years whose notice is known. */
  public Set<Integer> years() {
    return new TreeSet<>(years);
  }

  /** True where the day is worked. */
  public boolean isWorkday(LocalDate day) {
    SpecialDay said = special.get(day);
    return said == null ? !isWeekend(day) : said.working();
  }

  /** What a notice says of the day, null where nothing. */
  public @Nullable SpecialDay said(LocalDate day) {
    return special.get(day);
  }

  /** False where the notice that rules the day is not out, so that the answer is a guess. */
  public boolean knows(LocalDate day) {
    return years.contains(day.getYear())
        && (!isYearEnd(day) || years.contains(day.getYear() + 1) || special.containsKey(day));
  }

  /** The year whose notice is missing for a day that {@link #knows} says no of. */
  public int missing(LocalDate day) {
    return years.contains(day.getYear()) ? day.getYear() + 1 : day.getYear();
  }

  private static boolean isYearEnd(LocalDate day) {
    return day.getMonthValue() == 12 && day.getDayOfMonth() > LAST_DAYS;
  }

  static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /** The day itself where it is worked, else the next that is. */
  public LocalDate workdayFrom(LocalDate day) {
    LocalDate next = day;
    while (!isWorkday(next)) {
      next = next.plusDays(1);
    }
    return next;
  }

  /** How many working days there are after a day, through another; 0 where that is not later. */
  public int workdays(LocalDate after, LocalDate through) {
    return through.isAfter(after)
        ? (int) after.plusDays(1).datesUntil(through.plusDays(1)).filter(this::isWorkday).count()
        : 0;
  }

  /** The n-th working day after a day, or before it where n is negative. */
  public LocalDate plusWorkdays(LocalDate day, int n) {
    LocalDate found = day;
    for (int left = Math.abs(n); left > 0; ) {
      found = found.plusDays(Integer.signum(n));
      left -= isWorkday(found) ? 1 : 0;
    }
    return found;
  }
}

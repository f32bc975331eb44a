package taizhang.server.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import taizhang.books.period.Period;

/** How work of a kind falls over the months of a year, as weights from January to December. */
enum Rhythm {
  STEADY(8, 7, 9, 9, 9, 9, 8, 8, 9, 8, 9, 8),
  /** Investors pay as building goes on; quarters end high. */
  FUNDS(4, 4, 9, 6, 7, 12, 6, 7, 12, 9, 10, 14),
  /** Building stops in winter and during the harvest. */
  CONSTRUCTION(1, 1, 5, 9, 11, 7, 8, 10, 12, 14, 13, 9),
  /** Trees are planted before they wake and after the leaves fall. */
  PLANTING(3, 12, 26, 14, 3, 1, 1, 1, 3, 10, 16, 10),
  /** After each harvest. */
  HARVEST(1, 1, 2, 3, 6, 20, 10, 4, 8, 24, 16, 5),
  /** Contributions are collected at the turn of the year. */
  COLLECTION(10, 8, 6, 5, 4, 4, 4, 4, 8, 14, 18, 15),
  /** After the spring festival. */
  RETURN(2, 26, 40, 16, 6, 3, 2, 2, 1, 1, 1, 0),
  /** Before winter. */
  WINTER(2, 1, 2, 3, 4, 5, 7, 10, 16, 22, 18, 10),
  /** Accounts are settled when the year ends. */
  YEAR_END(3, 3, 4, 4, 5, 8, 6, 6, 9, 10, 16, 26);

  private final double[] weights;

  Rhythm(double... weights) {
    this.weights = weights;
  }

  /** The word in recipes. */
  static Rhythm of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  double weight(YearMonth month) {
    return weights[month.getMonthValue() - 1];
  }

  /** Days inside a period, as many per month as the rhythm says, in a drawn order. */
  List<LocalDate> days(Period period, int count, Dice dice) {
    List<YearMonth> months = months(period);
    double[] share = months.stream().mapToDouble(this::weight).toArray();
    if (Arrays.stream(share).sum() == 0) {
      Arrays.fill(share, 1);
    }
    long[] counts = Shares.apportion(count, share, 0, Long.MAX_VALUE);
    List<LocalDate> days = new ArrayList<>(count);
    for (int m = 0; m < counts.length; m++) {
      for (long i = 0; i < counts[m]; i++) {
        days.add(day(months.get(m), period, dice));
      }
    }
    List<LocalDate> drawn = new ArrayList<>(count);
    for (int n : dice.shuffled(count)) {
      drawn.add(days.get(n));
    }
    return drawn;
  }

  /** The months a period touches. */
  static List<YearMonth> months(Period period) {
    List<YearMonth> months = new ArrayList<>();
    YearMonth last = YearMonth.from(period.to());
    for (YearMonth m = YearMonth.from(period.from()); !m.isAfter(last); m = m.plusMonths(1)) {
      months.add(m);
    }
    return months;
  }

  /** A day of a month inside a period, seldom a day of rest. */
  static LocalDate day(YearMonth month, Period period, Dice dice) {
    LocalDate from = month.atDay(1).isBefore(period.from()) ? period.from() : month.atDay(1);
    LocalDate to = month.atEndOfMonth().isAfter(period.to()) ? period.to() : month.atEndOfMonth();
    LocalDate day = from;
    for (int tries = 0; tries < 4; tries++) {
      day = LocalDate.ofEpochDay(dice.between(from.toEpochDay(), to.toEpochDay()));
      if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
        return day;
      }
    }
    return day;
  }
}

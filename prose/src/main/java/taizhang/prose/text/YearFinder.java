package taizhang.prose.text;

import java.util.List;

/**
 * Finds the years of a report: by its headings, else by the day it was given, else by what its
 * first pages say.
 */
final class YearFinder {

  private static final int FIRST_LINES = 8;
  private static final int FIRST_PAGES = 40;

  private YearFinder() {}

  static Years of(List<Line> lines, PartFinder parts, int given) {
    Delivered delivered = delivered(lines);
    int plan = yearIn(parts.planHeading());
    int review = given > 0 ? given : yearIn(parts.reviewHeading());
    if (review == 0 && delivered.year() > 0) {
      review = delivered.month() >= 10 ? delivered.year() : delivered.year() - 1;
    }
    if (review == 0) {
      review = plan > 0 ? plan - 1 : told(lines);
    }
    if (review == 0) {
      return Years.UNKNOWN;
    }
    boolean late =
        delivered.year() > 0 ? delivered.year() == review : parts.reviewHeading().contains("今年");
    if (plan == 0) {
      plan = planned(lines, parts, review);
    }
    return new Years(review, plan > 0 ? plan : review + 1, late);
  }

  /** The year the first lines of the plan name as their own, or 0. */
  private static int planned(List<Line> lines, PartFinder parts, int review) {
    int read = 0;
    for (Line line : lines) {
      if (line.number() >= parts.plan().line() && read < 4) {
        read++;
        String text = line.text();
        for (int i = text.indexOf('年'); i >= 0 && i < 2000; i = text.indexOf('年', i + 1)) {
          int year = yearEnding(text, i);
          boolean own = i <= 4 || "到至比“从由".indexOf(text.charAt(i - 5)) < 0;
          if (own && (year == review || year == review + 1)) {
            return year;
          }
        }
      }
    }
    return 0;
  }

  private record Delivered(int year, int month) {}

  /** ——2024年1月8日在某县第十八届人民代表大会第三次会议上 */
  private static Delivered delivered(List<Line> lines) {
    for (Line line : lines.subList(0, Math.min(FIRST_LINES, lines.size()))) {
      String text = line.text();
      int year = text.length() > 80 ? -1 : text.indexOf('年');
      int month = text.indexOf('月', Math.max(year, 0));
      if (year >= 4 && month > year && month - year <= 4 && text.indexOf('日', month) > 0) {
        int y = yearEnding(text, year);
        int m = digits(text, year + 1, month);
        if (y > 0 && m >= 1 && m <= 12) {
          return new Delivered(y, m);
        }
      }
    }
    return new Delivered(0, 0);
  }

  /** The year the first pages call the past one, else the one they name most, else the title's. */
  private static int told(List<Line> lines) {
    int[] counts = new int[200];
    int most = 0;
    int title = 0;
    for (Line line : lines.subList(0, Math.min(FIRST_PAGES, lines.size()))) {
      String text = line.text();
      title = title == 0 && Reports.title(line) ? anyYear(text) : title;
      for (int i = text.indexOf('年'); i >= 0; i = text.indexOf('年', i + 1)) {
        int year = yearEnding(text, i);
        if (year > 0) {
          counts[year - 1900] += past(text, i - 4) ? 1000 : 1;
          most = most == 0 || counts[year - 1900] > counts[most - 1900] ? year : most;
        }
      }
    }
    return most > 0 ? most : title;
  }

  private static boolean past(String text, int at) {
    return text.startsWith("过去的", at - 3)
        || text.startsWith("刚刚过去", at - 5)
        || text.startsWith("过去", at - 2);
  }

  /** The first year with 年 after it, or 0. */
  static int yearIn(String text) {
    for (int i = text.indexOf('年'); i >= 0; i = text.indexOf('年', i + 1)) {
      int year = yearEnding(text, i);
      if (year > 0) {
        return year;
      }
    }
    return 0;
  }

  /** The first run of four digits that can be a year, 年 or not. */
  private static int anyYear(String text) {
    for (int i = 4; i <= text.length(); i++) {
      int year = yearEnding(text, i);
      if (year > 0) {
        return year;
      }
    }
    return 0;
  }

  /** The year whose four digits end before {@code end}, or 0. */
  static int yearEnding(String text, int end) {
    if (end < 4 || end > 4 && Glyphs.digit(text.charAt(end - 5))) {
      return 0;
    }
    int year = digits(text, end - 4, end);
    return year >= 1949 && year < 2100 ? year : 0;
  }

  private static int digits(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      if (!Glyphs.digit(text.charAt(i))) {
        return 0;
      }
      value = value * 10 + Glyphs.digitValue(text.charAt(i));
    }
    return value;
  }
}

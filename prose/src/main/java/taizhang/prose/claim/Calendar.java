package taizhang.prose.claim;

import taizhang.prose.text.Glyphs;

/** Years, months and five-year plans as periods. */
final class Calendar {

  private Calendar() {}

  /** The year whose four digits start at {@code at}, or 0. */
  static int year(String text, int at) {
    if (at < 0 || at + 4 > text.length() || at > 0 && Glyphs.digit(text.charAt(at - 1))) {
      return 0;
    }
    int value = number(text, at, at + 4);
    return value >= 1949 && value < 2100 ? value : 0;
  }

  /** The number of the digits between two places, or 0 when there are others. */
  static int number(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      if (!Glyphs.digit(text.charAt(i))) {
        return 0;
      }
      value = value * 10 + Glyphs.digitValue(text.charAt(i));
    }
    return value;
  }

  /** Months of a year as a period; all twelve are the year. */
  static String months(int year, int from, int to) {
    if (from == 1 && to == 12) {
      return Integer.toString(year);
    }
    String first = month(year, from);
    return from == to ? first : first + "/" + month(year, to);
  }

  private static String month(int year, int month) {
    return year + (month < 10 ? "-0" : "-") + month;
  }

  /**
   * The first year of the five-year plan whose name ends with the 五 at {@code at}, or 0. Plans: 十五
   * began in 2001.
   */
  static int plan(String text, int at) {
    if (at < 1) {
      return 0;
    }
    char middle = text.charAt(at - 1);
    if (middle == '十') {
      return 2001;
    }
    if (at < 2 || text.charAt(at - 2) != '十') {
      return 0;
    }
    int number = "一二三四五六".indexOf(middle);
    return number < 0 ? 0 : 2006 + 5 * number;
  }
}

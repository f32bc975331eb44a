package taizhang.prose.commitment;

import taizhang.prose.text.Glyphs;
import taizhang.prose.text.Years;

/** When a promise falls due, as far as its own clause says so. */
final class Deadline {

  private static final String[] WORDS = {"年内", "年底前", "年度", "上半年", "下半年", "一季度", "春节前", "汛期前"};

  private static final String[] MONTHS = {"月底之前", "月底前", "月末前", "月份前", "月前"};

  private Deadline() {}

  /** The year, month or word of time a clause names, or an empty string. */
  static String in(String text, int from, int to, Years years) {
    int year = text.indexOf('年', from, to);
    if (year - 4 >= from && digits(text, year - 4, year)) {
      return text.substring(year - 4, year);
    }
    String month = month(text, from, to, years);
    if (!month.isEmpty()) {
      return month;
    }
    for (String word : WORDS) {
      int at = text.indexOf(word, from, to);
      if (at >= 0) {
        return word;
      }
    }
    return "";
  }

  /** The month a clause names as its end; before a month (9月前) is by the end of the one before. */
  private static String month(String text, int from, int to, Years years) {
    for (int at = text.indexOf('月', from, to); at >= 0; at = text.indexOf('月', at + 1, to)) {
      int start = at;
      while (start > from && at - start < 2 && Glyphs.digit(text.charAt(start - 1))) {
        start--;
      }
      int length = start == at ? 0 : months(text, start, to);
      if (length > 0) {
        boolean whole = text.startsWith("月底", at) || text.startsWith("月末", at);
        int month = Integer.parseInt(text.substring(start, at)) - (whole ? 0 : 1);
        if (month >= 1 && month <= 12) {
          return years.plan() == 0
              ? month + "月底前"
              : years.plan() + (month < 10 ? "-0" : "-") + month;
        }
      }
    }
    return "";
  }

  /** How long a month's end written at {@code from} is: 6月底前, 10月末前, 9月前; 0 where there is none. */
  static int months(String text, int from, int to) {
    int at = from;
    while (at < to && at - from < 2 && Glyphs.digit(text.charAt(at))) {
      at++;
    }
    if (at == from) {
      return 0;
    }
    for (String end : MONTHS) {
      if (at + end.length() < to && text.startsWith(end, at)) {
        return at + end.length() - from;
      }
    }
    return 0;
  }

  private static boolean digits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Glyphs.digit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}

package taizhang.prose.commitment;

import taizhang.prose.text.Glyphs;
import taizhang.prose.text.Years;

/** When a promise falls due, as far as its own clause says so. */
final class Deadline {

  private static final String[] WORDS = {"年内", "年底前", "年度", "上半年", "下半年", "一季度", "春节前", "汛期前"};

  private Deadline() {}

  /** The year, month or word of time a clause names, or an empty string. */
  static String in(String text, int from, int to, Years years) {
    int year = text.indexOf('年', from, to);
    if (year - 4 >= from && digits(text, year - 4, year)) {
      return text.substring(year - 4, year);
    }
    int month = text.indexOf("月底前", from, to);
    if (month > from && Glyphs.digit(text.charAt(month - 1))) {
      int start = month > from + 1 && Glyphs.digit(text.charAt(month - 2)) ? month - 2 : month - 1;
      String digits = text.substring(start, month);
      return years.plan() == 0
          ? digits + "月底前"
          : years.plan() + (digits.length() < 2 ? "-0" : "-") + digits;
    }
    for (String word : WORDS) {
      int at = text.indexOf(word, from, to);
      if (at >= 0) {
        return word;
      }
    }
    return "";
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

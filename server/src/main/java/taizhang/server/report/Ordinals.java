package taizhang.server.report;

/** Numbers of headings in characters: 一, 二, … 九十九. */
final class Ordinals {

  private static final String DIGITS = "零一二三四五六七八九";

  private Ordinals() {}

  static String of(int n) {
    String tens = n < 10 ? "" : (n < 20 ? "" : DIGITS.substring(n / 10, n / 10 + 1)) + "十";
    return n % 10 == 0 ? tens : tens + DIGITS.charAt(n % 10);
  }
}

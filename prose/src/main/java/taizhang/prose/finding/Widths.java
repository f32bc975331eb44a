package taizhang.prose.finding;

import taizhang.prose.text.Glyphs;

/**
 * Half-width marks in Chinese text and their full-width forms. An explicit map: a Unicode
 * normalisation would also turn ㎡ into m2.
 */
final class Widths {

  private static final String NARROW = ",;:!?()";
  private static final String WIDE = "，；：！？（）";

  private Widths() {}

  /**
   * Whether a half-width mark stands between Chinese characters; marks of numbers, times and ratios
   * are left alone.
   */
  static boolean narrow(String text, int at) {
    if (NARROW.indexOf(text.charAt(at)) < 0) {
      return false;
    }
    char before = at > 0 ? text.charAt(at - 1) : ' ';
    char after = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    return chinese(before) || chinese(after) && !(Glyphs.digit(before) && Glyphs.digit(after));
  }

  private static boolean chinese(char c) {
    return Glyphs.han(c) || "“”《》、。（）".indexOf(c) >= 0;
  }

  static char wide(char narrow) {
    return WIDE.charAt(NARROW.indexOf(narrow));
  }
}

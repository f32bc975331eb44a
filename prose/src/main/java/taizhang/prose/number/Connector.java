package taizhang.prose.number;

import taizhang.prose.text.Glyphs;

/** What joins the two ends of a range: a dash, 至, 到. */
final class Connector {

  private static final int LOOK_BACK = 24;

  private Connector() {}

  /**
   * The index of the second number's first digit when a connector stands at {@code from}, or -1.
   */
  static int end(String text, int start, int from, int to) {
    int i = ArabicNumeral.skipSpaces(text, from, to);
    if (i >= to) {
      return -1;
    }
    char c = text.charAt(i);
    if (Glyphs.rangeDash(c)) {
      i++;
      if (i < to && Glyphs.rangeDash(text.charAt(i))) {
        i++;
      }
    } else if ((c == '至' || c == '到') && !movesFrom(text, start)) {
      i++;
    } else {
      return -1;
    }
    i = ArabicNumeral.skipSpaces(text, i, to);
    return i < to && Glyphs.digit(text.charAt(i)) ? i : -1;
  }

  /** 由2个到16个 tells two states, not a range. */
  private static boolean movesFrom(String text, int start) {
    for (int i = start - 1;
        i >= 0 && i >= start - LOOK_BACK && !Glyphs.endsClause(text.charAt(i));
        i--) {
      if (text.charAt(i) == '由' || text.charAt(i) == '从') {
        return true;
      }
    }
    return false;
  }
}

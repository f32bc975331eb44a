package taizhang.prose.number;

import taizhang.prose.lexicon.Trie.Match;

/** The second part of 元/人, 人次/天, 公斤/亩, 元/人·月. */
final class PerUnit {

  private static final String BARE = "年月日天人亩户升";

  private PerUnit() {}

  /**
   * The index after the per-unit that starts at {@code from}, or {@code from} when there is none.
   */
  static int end(String text, int from, int to) {
    if (from + 1 >= to || text.charAt(from) != '/' && text.charAt(from) != '／') {
      return from;
    }
    int i = from + 1;
    Match<Unit> unit = Units.at(text, i, to);
    if (unit != null) {
      i += unit.length();
    } else if (BARE.indexOf(text.charAt(i)) >= 0) {
      i++;
    } else {
      return from;
    }
    if (i < to
        && (text.charAt(i) == '·' || text.charAt(i) == '/')
        && i + 1 < to
        && BARE.indexOf(text.charAt(i + 1)) >= 0) {
      return i + 2;
    }
    return i < to && "年月天日".indexOf(text.charAt(i)) >= 0 ? i + 1 : i;
  }
}

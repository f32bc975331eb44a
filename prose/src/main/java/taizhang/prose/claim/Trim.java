package taizhang.prose.claim;

import taizhang.prose.lexicon.Table;
import taizhang.prose.lexicon.Trie;
import taizhang.prose.lexicon.Trie.Match;
import taizhang.prose.text.Glyphs;

/** Cuts the words of {@code trim.tsv} off the phrase that names a claim. */
final class Trim {

  private static final Trie<Boolean> HEADS = side("head");
  private static final Trie<Boolean> TAILS = side("tail");

  /** Words that tell a change and name nothing. */
  private static final Trie<Boolean> CHANGES = side("change");

  private Trim() {}

  private static Trie<Boolean> side(String side) {
    Trie<Boolean> trie = new Trie<>();
    for (String[] row : Table.rows("trim.tsv", 2)) {
      if (row[1].equals(side)) {
        trie.put(row[0], true);
      }
    }
    return trie;
  }

  /** The words before a number, trimmed; verbs of reaching stay when a noun follows the number. */
  static String before(String text, int from, int end, boolean nounFollows) {
    int start = placed(text, from, end);
    for (int length = head(text, start, end); length > 0; length = head(text, start, end)) {
      start += length;
    }
    int stop = end;
    while (stop > start) {
      Match<Boolean> tail = TAILS.endingAt(text, stop, start);
      boolean verb =
          nounFollows && (text.startsWith("完成", stop - 2) || text.startsWith("实现", stop - 2));
      if (tail == null || verb) {
        break;
      }
      stop -= tail.length();
    }
    return start < stop ? text.substring(start, stop).strip() : "";
  }

  /** After the last 全镇共有 of the phrase, when enough is left behind it. */
  private static int placed(String text, int from, int end) {
    for (int i = end - 4; i > from; i--) {
      if (text.charAt(i) == '全' && "镇市县区乡省州旗".indexOf(text.charAt(i + 1)) >= 0) {
        return i;
      }
    }
    return from;
  }

  private static int head(String text, int start, int stop) {
    if (start >= stop) {
      return 0;
    }
    char c = text.charAt(start);
    if (Glyphs.space(c) || "、”—)）".indexOf(c) >= 0) {
      return 1;
    }
    Match<Boolean> head = HEADS.startingAt(text, start, stop);
    return head == null ? 0 : head.length();
  }

  /**
   * Where the first word stands that is no hedge, no word of time or change: {@code end} when there
   * is none.
   */
  static int firstNoun(String text, int from, int end) {
    int at = from;
    while (at < end) {
      Match<Boolean> change = CHANGES.startingAt(text, at, end);
      int length = change == null ? head(text, at, end) : change.length();
      if (length == 0) {
        return at;
      }
      at += length;
    }
    return end;
  }

  /** A phrase less the words of change at its end. */
  static String withoutChange(String phrase) {
    int stop = phrase.length();
    Match<Boolean> change = CHANGES.endingAt(phrase, stop, 0);
    while (change != null && stop > change.length()) {
      stop -= change.length();
      change = CHANGES.endingAt(phrase, stop, 0);
    }
    return phrase.substring(0, stop);
  }
}

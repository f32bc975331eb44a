package taizhang.prose.number;

import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.prose.lexicon.Table;
import taizhang.prose.lexicon.Trie;
import taizhang.prose.lexicon.Trie.Match;
import taizhang.prose.text.Glyphs;

/** The words of {@code approximators.tsv} before and after a number. */
final class Approximation {

  /** Characters which make another word of 约, 近, 上 that follows them: 签约, 附近, 以上. */
  private static final String NOT_AFTER = "节签集公合解制违预契条附最邻靠临隐履赴";

  private static final Trie<Approx> BEFORE = side("before");
  private static final Trie<Approx> AFTER = side("after");

  private Approximation() {}

  private static Trie<Approx> side(String side) {
    List<String[]> rows = Table.rows("approximators.tsv", 3);
    Trie<Approx> trie = new Trie<>();
    for (String[] row : rows) {
      if (row[1].equals(side) && !row[2].equals("none")) {
        trie.put(row[0], sense(row[2]));
      }
    }
    return trie;
  }

  private static Approx sense(String name) {
    return switch (name) {
      case "about" -> Approx.ABOUT;
      case "over" -> Approx.OVER;
      default -> Approx.UNDER;
    };
  }

  /** The word of approximation that ends at {@code start}, or null. */
  static @Nullable Match<Approx> before(String text, int start) {
    int end = start;
    while (end > 0
        && start - end < 3
        && (text.charAt(end - 1) == '了' || Glyphs.space(text.charAt(end - 1)))) {
      end--;
    }
    Match<Approx> match = BEFORE.endingAt(text, end, 0);
    if (match == null) {
      return null;
    }
    int from = end - match.length();
    if (match.length() == 1 && from > 0 && NOT_AFTER.indexOf(text.charAt(from - 1)) >= 0) {
      return null;
    }
    return new Match<>(match.value(), start - from);
  }

  /** The word of approximation that starts at {@code end}, or null. */
  static @Nullable Match<Approx> after(String text, int end, int to, Unit unit) {
    int from = ArabicNumeral.skipSpaces(text, end, to);
    Match<Approx> match = AFTER.startingAt(text, from, to);
    if (match == null || match.length() == 1 && !unit.name().equals("倍")) {
      return null;
    }
    return new Match<>(match.value(), from - end + match.length());
  }
}

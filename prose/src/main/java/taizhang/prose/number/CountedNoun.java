package taizhang.prose.number;

import org.jspecify.annotations.Nullable;
import taizhang.prose.lexicon.Table;
import taizhang.prose.lexicon.Trie;
import taizhang.prose.lexicon.Trie.Match;
import taizhang.prose.text.Glyphs;

/** A noun counted without a classifier: 27.4万农村贫困人口. Also 亿 that speaks of money: 突破6000亿大关. */
final class CountedNoun {

  private static final int FARTHEST = 12;
  private static final int HEDGES = 4;
  private static final int BUDGET = 24;
  private static final Trie<Unit> NOUNS =
      Trie.of(
          Table.rows("nouns.tsv", 3).stream().filter(row -> row[2].isEmpty()).toList(),
          row -> Units.named(row[1]));

  /** Nouns that, standing before a number without a unit, tell what it counts: 投资8000万. */
  private static final Trie<Unit> BEFORE =
      Trie.of(
          Table.rows("nouns.tsv", 3).stream().filter(row -> !row[2].isEmpty()).toList(),
          row -> Units.named(row[1]));

  private CountedNoun() {}

  /**
   * The unit a noun after the number, or before it, stands for, or null; without 万 or 亿 the noun
   * must follow at once.
   */
  static @Nullable Match<Unit> of(String text, int at, Numeral number, int to) {
    int from = ArabicNumeral.skipSpaces(text, number.end(), to);
    int last = number.scale() > 0 ? Math.min(to, from + FARTHEST) : Math.min(to, from + 1);
    for (int i = from; i < last; i++) {
      if (!Glyphs.han(text.charAt(i))) {
        break;
      }
      Match<Unit> noun = NOUNS.startingAt(text, i, to);
      if (noun != null) {
        return noun;
      }
    }
    Match<Unit> named = number.scale() >= 4 && ends(text, from, to) ? before(text, at) : null;
    if (named != null) {
      return named;
    }
    boolean told =
        number.scale() >= 8 && text.charAt(number.end() - 1) == '亿' && money(text, from, to);
    return told ? new Match<>(Units.named("元"), 0) : null;
  }

  private static boolean ends(String text, int from, int to) {
    return from >= to || "，。；、的,;）".indexOf(text.charAt(from)) >= 0 || money(text, from, to);
  }

  /** The noun before a number, hedges and verbs of reaching between them. */
  private static @Nullable Match<Unit> before(String text, int at) {
    for (int end = at; end > 0 && at - end <= HEDGES; end--) {
      Match<Unit> noun = BEFORE.endingAt(text, end, 0);
      if (noun != null) {
        return new Match<>(noun.value(), 0);
      }
      if ("约近超过达到逾为共计完成突破余额各类了".indexOf(text.charAt(end - 1)) < 0) {
        break;
      }
    }
    return budgeted(text, at) ? new Match<>(Units.named("元"), 0) : null;
  }

  /** 财政支出年初预算1184万，实现支出1504万: a clause about the budget speaks of money. */
  private static boolean budgeted(String text, int at) {
    for (int i = at - 1; i > 0 && at - i <= BUDGET && !Glyphs.endsSentence(text.charAt(i)); i--) {
      if (text.startsWith("预算", i) || text.startsWith("财政", i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean money(String text, int from, int to) {
    return from >= to
        || text.startsWith("大关", from)
        || text.startsWith("台阶", from)
        || text.startsWith("以上", from)
        || text.startsWith("左右", from)
        || "，。；、,;".indexOf(text.charAt(from)) >= 0;
  }
}

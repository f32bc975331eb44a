package taizhang.prose.number;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import taizhang.prose.lexicon.Table;
import taizhang.prose.lexicon.Trie;
import taizhang.prose.lexicon.Trie.Match;
import taizhang.prose.text.Glyphs;

/** The units and classifiers of {@code units.tsv}. */
public final class Units {

  private static final Trie<Unit> TRIE = Trie.of(Table.rows("units.tsv", 7), Units::unit);
  private static final Map<String, Unit> BY_NAME = byName();

  private Units() {}

  /**
   * The unit written at {@code from}, or null; a unit that the next character turns into another
   * word is none.
   */
  static @Nullable Match<Unit> at(String text, int from, int to) {
    if (from >= to) {
      return null;
    }
    Match<Unit> match = TRIE.startingAt(text, from, to);
    while (match != null) {
      int end = from + match.length();
      if (end >= to || stands(text, match, end)) {
        return match;
      }
      // a shorter unit may still stand: 个 when 个样 is followed by 板
      match = match.length() > 1 ? TRIE.startingAt(text, from, end - 1) : null;
    }
    return null;
  }

  private static boolean stands(String text, Match<Unit> match, int end) {
    char next = text.charAt(end);
    if (Glyphs.latin(text.charAt(end - 1)) && Glyphs.latinOrDigit(next)) {
      return false;
    }
    return match.value().standsBefore(text, end);
  }

  /**
   * The unit of that name, or one without dimension of its own when it is not in the table (元/人,
   * 人次/天).
   */
  public static Unit named(String name) {
    Unit unit = BY_NAME.get(name);
    return unit == null ? compound(name) : unit;
  }

  static Unit compound(String name) {
    return new Unit(name, name, BigDecimal.ONE, true, "", List.of());
  }

  private static Unit unit(String[] row) {
    List<String> but = row[6].isEmpty() ? List.of() : List.of(row[6].split(" "));
    return new Unit(row[1], row[2], new BigDecimal(row[3]), row[4].equals("y"), row[5], but);
  }

  private static Map<String, Unit> byName() {
    Map<String, Unit> units = new HashMap<>();
    for (String[] row : Table.rows("units.tsv", 7)) {
      if (row[0].equals(row[1]) || !units.containsKey(row[1])) {
        units.put(row[1], unit(row));
      }
    }
    return units;
  }
}

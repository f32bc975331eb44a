package taizhang.prose.text;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Names for places of a text that stay the same when the text is read again and when other places
 * of it are edited: made of a kind and the words around the place, never of line numbers. Equal
 * places are told apart by their order. One object serves one report.
 */
public final class Fingerprint {

  private static final int CONTEXT = 16;

  private final Map<String, Integer> counts = new HashMap<>();

  /** The name of the next place of that kind with these words, 16 hexadecimal digits. */
  public String of(String kind, String words) {
    String key = kind + '\u0000' + words;
    int nth = counts.merge(key, 1, Integer::sum);
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ nth) * 0x100000001b3L;
    hash ^= hash >>> 29;
    return HexFormat.of().toHexDigits(hash);
  }

  /**
   * The words of the same clause around a stretch of a line, at most 16 characters to each side.
   */
  public static String context(String line, int start, int end) {
    int from = start;
    while (from > 0 && start - from < CONTEXT && !Glyphs.endsClause(line.charAt(from - 1))) {
      from--;
    }
    int to = end;
    while (to < line.length() && to - end < CONTEXT && !Glyphs.endsClause(line.charAt(to))) {
      to++;
    }
    return line.substring(from, to);
  }
}

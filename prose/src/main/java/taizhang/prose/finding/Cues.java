package taizhang.prose.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import taizhang.prose.lexicon.Trie;
import taizhang.prose.lexicon.Trie.Match;

/**
 * Finds cue words in one pass, so that costly expressions run only near them. Several things may
 * share a cue.
 */
final class Cues<V> {

  private final Trie<List<V>> trie = new Trie<>();
  private final boolean[] begins = new boolean[0x10000];

  void put(String cue, V value) {
    Match<List<V>> present = trie.startingAt(cue, 0, cue.length());
    if (present != null && present.length() == cue.length()) {
      present.value().add(value);
    } else {
      List<V> values = new ArrayList<>(2);
      values.add(value);
      trie.put(cue, values);
      begins[cue.charAt(0)] = true;
    }
  }

  /** Gives each cue's value with the place where the cue stands. */
  void find(String text, BiConsumer<Integer, V> found) {
    for (int i = 0; i < text.length(); i++) {
      if (begins[text.charAt(i)]) {
        int to = text.length();
        for (Match<List<V>> match = trie.startingAt(text, i, to);
            match != null;
            match = trie.startingAt(text, i, to)) {
          for (V value : match.value()) {
            found.accept(i, value);
          }
          to = i + match.length() - 1;
        }
      }
    }
  }
}

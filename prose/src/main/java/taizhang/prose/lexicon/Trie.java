package taizhang.prose.lexicon;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A set of words with a value each, found by their longest match at a place of a text. Immutable
 * once filled; a look-up allocates nothing.
 */
public final class Trie<V> {

  private final Node<V> root = new Node<>();
  private final Node<V> reversed = new Node<>();

  /** A trie of the first column of a table, each word with what {@code value} makes of its row. */
  public static <V> Trie<V> of(Iterable<String[]> rows, Function<String[], V> value) {
    Trie<V> trie = new Trie<>();
    for (String[] row : rows) {
      trie.put(row[0], value.apply(row));
    }
    return trie;
  }

  /** Adds a word; an empty word is left out. */
  public void put(String word, V value) {
    if (word.isEmpty()) {
      return;
    }
    Node<V> forward = root;
    Node<V> backward = reversed;
    for (int i = 0; i < word.length(); i++) {
      forward = forward.grow(word.charAt(i));
      backward = backward.grow(word.charAt(word.length() - 1 - i));
    }
    forward.hold(value, word.length());
    backward.hold(value, word.length());
  }

  /** The longest word that starts at {@code from} and ends by {@code to}, or null. */
  public @Nullable Match<V> startingAt(CharSequence text, int from, int to) {
    Node<V> node = root;
    Match<V> best = null;
    for (int i = from; i < to; i++) {
      node = node.child(text.charAt(i));
      if (node == null) {
        break;
      }
      best = node.match == null ? best : node.match;
    }
    return best;
  }

  /** The longest word that ends at {@code end} and starts at {@code floor} or later, or null. */
  public @Nullable Match<V> endingAt(CharSequence text, int end, int floor) {
    Node<V> node = reversed;
    Match<V> best = null;
    for (int i = end - 1; i >= floor; i--) {
      node = node.child(text.charAt(i));
      if (node == null) {
        break;
      }
      best = node.match == null ? best : node.match;
    }
    return best;
  }

  /** Whether some word starts with this character. */
  public boolean begins(char c) {
    return root.child(c) != null;
  }

  /** A word that was found: its value and its length in characters. */
  public record Match<V>(V value, int length) {}

  private static final class Node<V> {
    private char[] keys = {};
    private Object[] children = {};
    private @Nullable Match<V> match;

    void hold(V value, int length) {
      match = new Match<>(value, length);
    }

    @SuppressWarnings("unchecked")
    @Nullable Node<V> child(char c) {
      int at = Arrays.binarySearch(keys, c);
      return at < 0 ? null : (Node<V>) children[at];
    }

    Node<V> grow(char c) {
      Node<V> present = child(c);
      if (present != null) {
        return present;
      }
      int at = -Arrays.binarySearch(keys, c) - 1;
      char[] widerKeys = new char[keys.length + 1];
      Object[] widerChildren = new Object[keys.length + 1];
      System.arraycopy(keys, 0, widerKeys, 0, at);
      System.arraycopy(keys, at, widerKeys, at + 1, keys.length - at);
      System.arraycopy(children, 0, widerChildren, 0, at);
      System.arraycopy(children, at, widerChildren, at + 1, keys.length - at);
      Node<V> node = new Node<>();
      widerKeys[at] = c;
      widerChildren[at] = node;
      keys = widerKeys;
      children = widerChildren;
      return node;
    }
  }
}

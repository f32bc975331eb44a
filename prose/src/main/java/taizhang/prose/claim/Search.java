package taizhang.prose.claim;

/**
 * Searches of bounded reach: none looks further than asked, so that a line of any length is read in
 * linear time.
 */
final class Search {

  /** No sentence is looked back over further than this. */
  static final int REACH = 400;

  private Search() {}

  /** The first place of a word that lies wholly between two places, or -1. */
  static int first(String text, String word, int from, int to) {
    int floor = Math.max(from, 0);
    if (floor + word.length() > to) {
      return -1;
    }
    return text.indexOf(word, floor, to);
  }

  /** The last place of a word that lies wholly between two places, or -1. */
  static int last(String text, String word, int from, int to) {
    for (int i = to - word.length(); i >= from && i >= 0; i--) {
      if (text.startsWith(word, i)) {
        return i;
      }
    }
    return -1;
  }

  static boolean has(String text, String word, int from, int to) {
    return first(text, word, from, to) >= 0;
  }
}

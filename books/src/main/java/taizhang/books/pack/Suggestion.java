package taizhang.books.pack;

import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Guesses which of the words allowed was meant. */
final class Suggestion {

  private static final int MOST_LISTED = 30;

  private Suggestion() {}

  /** {@code ; did you mean 'x'?} or, where nothing is near, what is allowed; for appending. */
  static String among(Collection<String> allowed, String word) {
    String near = nearest(allowed, word);
    if (near != null) {
      return "; did you mean '" + near + "'?" + (allowed.size() <= 12 ? " " + listed(allowed) : "");
    }
    return allowed.isEmpty() ? "" : " " + listed(allowed);
  }

  private static String listed(Collection<String> allowed) {
    String words = String.join(", ", allowed.stream().limit(MOST_LISTED).toList());
    return "(allowed: " + words + (allowed.size() > MOST_LISTED ? ", …)" : ")");
  }

  private static @Nullable String nearest(Collection<String> allowed, String word) {
    int most = Math.clamp((word.length() + 1) / 3, 1, 3);
    return allowed.stream()
        .filter(other -> Math.abs(other.length() - word.length()) <= most)
        .filter(other -> distance(word, other) <= most)
        .min(Comparator.comparing(other -> distance(word, other)))
        .orElse(null);
  }

  /** Letters to insert, drop, replace or swap with their neighbour. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : step(a, b, d, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(String a, String b, int[][] d, int i, int j) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
  }
}

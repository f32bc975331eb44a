package taizhang.books.posting;

/**
 * How a stated value is meant.
 *
 * @param comparator {@code =}, {@code ≥}, {@code ≤}, {@code ≈} or {@code ×}
 * @param status actual, estimate, target, bulletin or final
 */
public record Said(String comparator, String status) {

  private static final String ACTUAL = "actual";

  public Said {
    comparator =
        switch (comparator) {
          case "", "eq" -> "=";
          case "ge" -> "≥";
          case "le" -> "≤";
          case "about" -> "≈";
          case "times" -> "×";
          default -> comparator;
        };
    status = status.isEmpty() ? ACTUAL : status;
  }

  /** The key of the value's cell. */
  public String key() {
    return comparator + " " + status;
  }

  /** Reads {@link #key()}. */
  public static Said of(String key) {
    int gap = key.indexOf(' ');
    return gap < 0 ? new Said(key, "") : new Said(key.substring(0, gap), key.substring(gap + 1));
  }
}

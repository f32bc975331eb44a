package taizhang.server.web.read;

import java.util.List;
import java.util.function.Predicate;

/**
 * One page of a list.
 *
 * @param page from 1
 */
public record Slice<T>(List<T> rows, int page, int pages, int total) {

  static final int SIZE = 60;

  public Slice {
    rows = List.copyOf(rows);
  }

  /** The page that holds the row wanted, else the page with a number. */
  static <T> Slice<T> of(List<T> all, int page, Predicate<T> wanted) {
    int pages = Math.max(1, (all.size() + SIZE - 1) / SIZE);
    int shown = Math.clamp(page, 1, pages);
    for (int i = 0; i < all.size(); i++) {
      if (wanted.test(all.get(i))) {
        shown = i / SIZE + 1;
      }
    }
    int from = (shown - 1) * SIZE;
    return new Slice<>(
        all.subList(from, Math.min(all.size(), from + SIZE)), shown, pages, all.size());
  }
}

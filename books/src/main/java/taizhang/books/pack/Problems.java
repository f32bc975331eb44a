package taizhang.books.pack;

import java.util.List;
import java.util.TreeSet;

/** Collects what is wrong, so that all of it is told at once. */
final class Problems {

  private final TreeSet<PackProblem> found = new TreeSet<>();

  void add(Place place, String message) {
    found.add(new PackProblem(place.file(), place.line(), place.column(), place.path(), message));
  }

  /** True where nothing at or beneath a part of a pack has been found wrong so far. */
  boolean sound(Tree part) {
    return found.stream().noneMatch(part.place()::holds);
  }

  /**
   * Ends the reading where anything was found.
   *
   * @throws BrokenPacks with everything found
   */
  void raise() {
    if (!found.isEmpty()) {
      throw new BrokenPacks(List.copyOf(found));
    }
  }
}

package taizhang.books.access;

import java.util.Set;

/**
 * Part of what a person may see: these ledgers in these areas.
 *
 * @param ledgers full codes
 * @param areas codes; of every area where {@code everywhere}
 * @param everywhere true for the whole town, also where no area is written
 */
public record Reach(Set<String> ledgers, Set<String> areas, boolean everywhere) {

  public Reach {
    ledgers = Set.copyOf(ledgers);
    areas = Set.copyOf(areas);
  }
}

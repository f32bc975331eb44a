package taizhang.prose.review;

import org.jspecify.annotations.Nullable;
import taizhang.prose.finding.Finding;

/**
 * A finding with the decision on it.
 *
 * @param finding the finding of this reading
 * @param decision what was decided on it, or null while nobody has
 * @param carried whether the words around it were edited since, and the decision was carried over
 */
public record Decided(Finding finding, @Nullable Decision decision, boolean carried) {

  /** Whether somebody must still look at it. */
  public boolean open() {
    return decision == null;
  }
}

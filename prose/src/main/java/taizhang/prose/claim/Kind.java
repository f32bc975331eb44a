package taizhang.prose.claim;

import java.util.Locale;

/** Whether a number tells what was, what shall be, or what always holds. */
public enum Kind {
  ACTUAL,
  TARGET,
  /** Thresholds, capacities, distances, standing inventories. */
  STANDING;

  /** The name in results. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

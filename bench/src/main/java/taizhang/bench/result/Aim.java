package taizhang.bench.result;

import java.util.Locale;

/**
 * What a measure should reach.
 *
 * @param bound the number
 * @param least true where more is better
 */
public record Aim(double bound, boolean least) {

  /** No more than this. */
  public static Aim atMost(double bound) {
    return new Aim(bound, false);
  }

  /** No less than this. */
  public static Aim atLeast(double bound) {
    return new Aim(bound, true);
  }

  /** Whether a value reaches it, and if not by how much. */
  String verdict(double value) {
    if (least ? value >= bound : value <= bound) {
      return "met";
    }
    if (!least && value >= 2 * bound) {
      return String.format(Locale.ROOT, "**missed by %.1f ×**", value / bound);
    }
    double percent = Math.abs(1 - value / bound) * 100;
    return String.format(Locale.ROOT, "**missed by %.0f %%**", percent);
  }

  String text(String unit) {
    return (least ? "≥ " : "≤ ") + Amount.text(bound, unit);
  }
}

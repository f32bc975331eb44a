package taizhang.prose.finding;

import java.math.BigDecimal;
import java.math.MathContext;
import taizhang.prose.claim.Claim;

/**
 * The values a printed number may stand for: 5.67亿 stands for 5.665亿 to 5.675亿.
 *
 * @param low the least
 * @param high the greatest
 */
record Interval(BigDecimal low, BigDecimal high) {

  private static final MathContext PRECISION = MathContext.DECIMAL64;

  /** What a claim's number may stand for by its last printed digit. */
  static Interval of(Claim claim) {
    BigDecimal half = claim.value().ulp().divide(BigDecimal.TWO, PRECISION);
    return new Interval(claim.value().subtract(half), claim.value().add(half));
  }

  Interval plus(Interval other) {
    return new Interval(low.add(other.low), high.add(other.high));
  }

  /** The change from an earlier value to this one, in percent; both must be positive. */
  Interval changeFrom(Interval earlier) {
    return new Interval(percent(low, earlier.high), percent(high, earlier.low));
  }

  private static BigDecimal percent(BigDecimal later, BigDecimal earlier) {
    return later
        .divide(earlier, PRECISION)
        .subtract(BigDecimal.ONE)
        .multiply(BigDecimal.valueOf(100));
  }

  boolean meets(Interval other) {
    return low.compareTo(other.high) <= 0 && other.low.compareTo(high) <= 0;
  }

  /** Both ends with one decimal, for showing. */
  String shown() {
    return String.format(
        java.util.Locale.ROOT, "%.1f%%—%.1f%%", low.doubleValue(), high.doubleValue());
  }
}

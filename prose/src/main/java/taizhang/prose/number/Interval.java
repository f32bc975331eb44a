package taizhang.prose.number;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The values a printed number may stand for: 5.67亿 stands for 5.665亿 to 5.675亿.
 *
 * @param low the least
 * @param high the greatest
 */
public record Interval(BigDecimal low, BigDecimal high) {

  private static final MathContext PRECISION = MathContext.DECIMAL64;

  /**
   * What a printed number may stand for by its last digit; 5.67亿 is told from 567000000 by its
   * scale.
   */
  public static Interval of(BigDecimal printed) {
    BigDecimal half = printed.ulp().divide(BigDecimal.TWO, PRECISION);
    return new Interval(printed.subtract(half), printed.add(half));
  }

  /** Whether a value lies in it, ends included. */
  public boolean holds(BigDecimal value) {
    return low.compareTo(value) <= 0 && value.compareTo(high) <= 0;
  }

  /** The same in another unit. */
  public Interval times(BigDecimal factor) {
    return factor.signum() < 0
        ? new Interval(high.multiply(factor), low.multiply(factor))
        : new Interval(low.multiply(factor), high.multiply(factor));
  }

  /** The sum of two. */
  public Interval plus(Interval other) {
    return new Interval(low.add(other.low), high.add(other.high));
  }

  /** The change from an earlier value to this one, in percent; both must be positive. */
  public Interval changeFrom(Interval earlier) {
    return new Interval(percent(low, earlier.high), percent(high, earlier.low));
  }

  private static BigDecimal percent(BigDecimal later, BigDecimal earlier) {
    return later
        .divide(earlier, PRECISION)
        .subtract(BigDecimal.ONE)
        .multiply(BigDecimal.valueOf(100));
  }

  /** Whether the two have a value in common. */
  public boolean meets(Interval other) {
    return low.compareTo(other.high) <= 0 && other.low.compareTo(high) <= 0;
  }

  /** Both ends with one decimal, for showing. */
  public String shown() {
    return String.format(
        java.util.Locale.ROOT, "%.1f%%—%.1f%%", low.doubleValue(), high.doubleValue());
  }
}

package taizhang.prose.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import taizhang.prose.claim.Claim;
import taizhang.prose.claim.Kind;
import taizhang.prose.number.Interval;
import taizhang.prose.number.Unit;
import taizhang.prose.number.Units;

/**
 * Compares a claim with a figure of the books, within what its wording allows: an exact number
 * stands for all that round to it (4717万元 for 47,165,000 to 47,175,000 元); 余, 超过, 以上 for the number
 * and up to 15% more; 不足, 以内 for its mirror; 约, 近, 左右 for 5% to either side. A target's bound has
 * no far end: 以上 is met by any more.
 */
public final class Comparison {

  private static final BigDecimal STRETCH = new BigDecimal("1.15");
  private static final BigDecimal NEAR = new BigDecimal("0.05");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DIGITS = 2;

  private Comparison() {}

  /**
   * How a claim stands to a figure.
   *
   * @param book the figure, or null where the books have none; for a claim of growth the growth in
   *     percent
   * @param bookUnit its unit's name, such as 元
   */
  public static Outcome of(Claim claim, @Nullable BigDecimal book, String bookUnit) {
    if (book == null) {
      return new Outcome.NotInBooks();
    }
    Unit own = claim.unit();
    Unit theirs = Units.named(bookUnit);
    if (!own.dimension().equals(theirs.dimension()) && !counts(own, theirs)) {
      return new Outcome.OtherMeasure(own.name(), bookUnit);
    }
    BigDecimal inClaims = converted(book, theirs, own);
    return allowed(claim).holds(inClaims)
        ? new Outcome.Matches(inClaims)
        : differs(claim, inClaims);
  }

  /**
   * How a claim of growth in percent stands to two levels of the books; not in the books where
   * there is no earlier level or it is not positive.
   */
  public static Outcome growth(Claim claim, @Nullable BigDecimal now, @Nullable BigDecimal before) {
    if (now == null || before == null || before.signum() <= 0) {
      return new Outcome.NotInBooks();
    }
    BigDecimal percent =
        now.subtract(before).multiply(HUNDRED).divide(before, MathContext.DECIMAL64);
    return of(claim, percent, "%");
  }

  /** The values a claim's wording allows, in its unit. */
  static Interval allowed(Claim claim) {
    BigDecimal value = claim.value();
    if (claim.high() != null) {
      return new Interval(
          Interval.of(value.min(claim.high())).low(), Interval.of(value.max(claim.high())).high());
    }
    BigDecimal slack = value.abs().multiply(NEAR);
    return switch (claim.approx()) {
      case EXACT -> Interval.of(value);
      case ABOUT -> new Interval(value.subtract(slack), value.add(slack));
      case OVER -> bounded(claim, value.multiply(STRETCH), 1);
      case UNDER -> bounded(claim, value.divide(STRETCH, MathContext.DECIMAL64), -1);
    };
  }

  /** From the claim's value to another, or beyond all where a target sets the bound. */
  private static Interval bounded(Claim claim, BigDecimal end, int way) {
    BigDecimal value = claim.value();
    BigDecimal far = end;
    if (claim.kind() == Kind.TARGET) {
      int sign = value.signum() < 0 ? -way : way;
      far = BigDecimal.valueOf(sign).scaleByPowerOfTen(40);
    }
    return new Interval(value.min(far), value.max(far));
  }

  /** Things and households are counted alike: 家 and 个, 户 and 个. People are not. */
  private static boolean counts(Unit one, Unit other) {
    return counted(one) && counted(other);
  }

  private static boolean counted(Unit unit) {
    return unit.dimension().equals("count") || unit.dimension().equals("household");
  }

  private static BigDecimal converted(BigDecimal book, Unit from, Unit to) {
    return to.percent() || from.factor().compareTo(to.factor()) == 0
        ? book
        : book.multiply(from.factor()).divide(to.factor(), MathContext.DECIMAL64);
  }

  private static Outcome differs(Claim claim, BigDecimal book) {
    BigDecimal by = claim.value().subtract(book);
    BigDecimal percent =
        book.signum() == 0
            ? null
            : by.multiply(HUNDRED).divide(book.abs(), DIGITS, RoundingMode.HALF_UP);
    return new Outcome.Differs(book, by, percent);
  }
}

package taizhang.prose.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import taizhang.prose.text.Glyphs;

/** Fractions: 占全省的1/5, 三分之一. Told in percent; one that does not end is rounded to two decimals. */
final class Fraction {

  private Fraction() {}

  /**
   * The index after the fraction whose numerator is given, or -1. Only after 占, 的, 近, 超, 达 is n/m a
   * fraction.
   */
  static int end(String text, int at, Numeral numerator, int to) {
    int slash = numerator.end();
    if (slash + 1 >= to
        || text.charAt(slash) != '/'
        || !Glyphs.digit(text.charAt(slash + 1))
        || at == 0) {
      return -1;
    }
    if ("占的近超达约过".indexOf(text.charAt(at - 1)) < 0 && !listed(text, at)) {
      return -1;
    }
    Numeral denominator = ArabicNumeral.at(text, slash + 1, to);
    boolean proper = denominator.value().compareTo(numerator.value()) > 0;
    return proper && denominator.scale() == 0 ? denominator.end() : -1;
  }

  /** 占1/5、2/3、1/2: a further member of a list of fractions. */
  private static boolean listed(String text, int at) {
    int slash = at - 3;
    return slash > 0
        && "、和".indexOf(text.charAt(at - 1)) >= 0
        && Glyphs.digit(text.charAt(at - 2))
        && text.charAt(slash) == '/'
        && Glyphs.digit(text.charAt(slash - 1));
  }

  static Quantity quantity(String text, int at, int end, int to) {
    int slash = text.indexOf('/', at);
    BigDecimal numerator = ArabicNumeral.at(text, at, slash).value();
    BigDecimal denominator = ArabicNumeral.at(text, slash + 1, end).value();
    return of(text, at, end, numerator, denominator, to, false);
  }

  static Quantity of(
      String text,
      int at,
      int end,
      BigDecimal numerator,
      BigDecimal denominator,
      int to,
      boolean han) {
    BigDecimal percent =
        numerator.multiply(BigDecimal.valueOf(100)).divide(denominator, 2, RoundingMode.HALF_UP);
    Numeral number = new Numeral(end, percent, 0, false);
    return Assembly.quantity(text, at, end, number, null, Units.named("%"), to, han);
  }
}

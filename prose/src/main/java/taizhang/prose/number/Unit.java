package taizhang.prose.number;

import java.math.BigDecimal;

/**
 * A unit or classifier.
 *
 * @param name the name it goes by in results: {@code 平方米} for {@code ㎡}
 * @param dimension what it measures; only values of one dimension are compared
 * @param factor value × factor is in the dimension's base (亩 for areas, 公斤 for masses, 元 for money)
 * @param counts whether a Chinese numeral may count it
 * @param not characters which, following it, make another word of it
 */
public record Unit(String name, String dimension, BigDecimal factor, boolean counts, String not) {

  /** Whether the unit stands alone when the given character follows. */
  boolean standsBefore(char next) {
    return not.indexOf(next) < 0;
  }

  /** Whether this is a percentage. */
  public boolean percent() {
    return dimension.equals("ratio") || dimension.equals("permille");
  }

  /** Whether this is an amount of money in any currency. */
  public boolean money() {
    return dimension.equals("money") || dimension.equals("usd") || dimension.equals("eur");
  }
}

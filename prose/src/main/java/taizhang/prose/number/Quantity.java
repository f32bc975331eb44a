package taizhang.prose.number;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number with its unit at a place of a line.
 *
 * @param start index of its first character in the line
 * @param end index after its last character
 * @param value the value, or the lower end of a range
 * @param high the upper end of a range, or null
 * @param unit what it counts or measures
 * @param approx how firmly it is said
 * @param after index after the words of approximation that follow it
 * @param before index of the words of approximation that go before it
 * @param han whether a Chinese numeral says it
 */
public record Quantity(
    int start,
    int end,
    BigDecimal value,
    @Nullable BigDecimal high,
    Unit unit,
    Approx approx,
    int before,
    int after,
    boolean han) {

  /** The value as results print it: plain decimal digits, {@code a..b} for a range. */
  public String printed() {
    String low = plain(value);
    return high == null ? low : low + ".." + plain(high);
  }

  private static String plain(BigDecimal number) {
    String digits = number.toPlainString();
    if (digits.indexOf('.') < 0) {
      return digits;
    }
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return digits.substring(0, digits.charAt(end - 1) == '.' ? end - 1 : end);
  }

  /** The value in the base of the unit's dimension, for comparing 公顷 with 亩. */
  public BigDecimal inBase() {
    return value.multiply(unit.factor());
  }
}

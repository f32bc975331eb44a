package taizhang.prose.number;

import java.math.BigDecimal;

/**
 * A number as written, before its unit.
 *
 * @param end index after its last character
 * @param value its value, multipliers 万, 亿 applied
 * @param scale the power of ten the multipliers put to it: 4 for 万
 * @param loose whether 余, 多 stands inside it
 */
record Numeral(int end, BigDecimal value, int scale, boolean loose) {

  Numeral scaled(int power) {
    return new Numeral(end, value.scaleByPowerOfTen(power), power, loose);
  }
}

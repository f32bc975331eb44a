package taizhang.books.wording;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Small whole numbers in Chinese characters, as counts are written: 两艘, 五个, 十二个. */
final class Numerals {

  private static final String DIGITS = "零一二三四五六七八九";

  private Numerals() {}

  /** The count before a measure word, or null where digits are the custom: fractions, 100 on. */
  static @Nullable String count(BigDecimal number) {
    if (number.stripTrailingZeros().scale() > 0
        || number.signum() < 0
        || number.compareTo(new BigDecimal(100)) >= 0) {
      return null;
    }
    int n = number.intValueExact();
    if (n == 2) {
      return "两";
    }
    if (n < 10) {
      return String.valueOf(DIGITS.charAt(n));
    }
    String tens = n < 20 ? "" : String.valueOf(DIGITS.charAt(n / 10));
    return tens + "十" + (n % 10 == 0 ? "" : DIGITS.charAt(n % 10));
  }

  /** Reads what {@link #count} writes; null where it is no such count. */
  static @Nullable BigDecimal read(String text) {
    if (text.isEmpty()) {
      return null;
    }
    int ten = text.indexOf('十');
    if (ten < 0) {
      int digit = text.length() == 1 ? digit(text.charAt(0)) : -1;
      return digit < 0 ? null : new BigDecimal(digit);
    }
    int tens = ten == 0 ? 1 : ten == 1 ? digit(text.charAt(0)) : -1;
    int ones =
        ten == text.length() - 1 ? 0 : ten == text.length() - 2 ? digit(text.charAt(ten + 1)) : -1;
    return tens < 0 || ones < 0 ? null : new BigDecimal(tens * 10 + ones);
  }

  private static int digit(char c) {
    return c == '两' ? 2 : DIGITS.indexOf(c);
  }
}

package taizhang.prose.number;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import taizhang.prose.text.Glyphs;

/** Chinese numerals: 二十三, 一百零五, 三千万, 二〇二四, 十余. */
final class HanNumeral {

  private static final int LONGEST = 16;

  private HanNumeral() {}

  /** The numeral at {@code at}, or null when the characters make none. */
  static @Nullable Numeral at(String text, int at, int to) {
    long total = 0;
    long section = 0;
    long digit = -1;
    int i = at;
    int plain = 0;
    boolean placed = false;
    for (; i < to && i - at < LONGEST && Glyphs.hanNumeral(text.charAt(i)); i++) {
      char c = text.charAt(i);
      int value = Glyphs.hanDigit(c);
      if (value >= 0) {
        digit = digit < 0 || c == '零' ? value : digit * 10 + value;
        plain++;
      } else if (c == '半') {
        return null;
      } else if (place(c) <= 1000) {
        section += (digit < 0 ? 1 : digit) * place(c);
        digit = -1;
        placed = true;
      } else {
        section += Math.max(digit, 0);
        total = (total + (section == 0 ? 1 : section)) * place(c);
        section = 0;
        digit = -1;
        placed = true;
      }
    }
    if (text.charAt(at) == '零' || text.charAt(at) == '〇') {
      return null;
    }
    if (plain > 1 && !placed && plain != i - at || plain > 4 && !placed) {
      return null;
    }
    return loose(text, i, to, total + section + Math.max(digit, 0));
  }

  private static Numeral loose(String text, int end, int to, long value) {
    BigDecimal exact = BigDecimal.valueOf(value);
    if (end + 1 < to && (text.charAt(end) == '余' || text.charAt(end) == '多')) {
      int power = text.charAt(end + 1) == '万' ? 4 : text.charAt(end + 1) == '亿' ? 8 : 0;
      int next = end + 1 + (power > 0 ? 1 : 0);
      if (Units.at(text, next, to) != null) {
        return new Numeral(next, exact.scaleByPowerOfTen(power), power, true);
      }
    }
    return new Numeral(end, exact, 0, false);
  }

  private static long place(char c) {
    return switch (c) {
      case '十' -> 10;
      case '百' -> 100;
      case '千' -> 1000;
      case '万' -> 10_000;
      default -> 100_000_000;
    };
  }
}

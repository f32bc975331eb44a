package taizhang.prose.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import taizhang.prose.text.Glyphs;

/**
 * Arabic numerals of either width with separators, decimals and the Chinese multipliers after them.
 */
final class ArabicNumeral {

  private static final int LONGEST = 30;

  private ArabicNumeral() {}

  /** The numeral whose first digit stands at {@code at}. */
  static Numeral at(String text, int at, int to) {
    long whole = 0;
    int digits = 0;
    int decimals = 0;
    int i = at;
    StringBuilder wide = null;
    boolean point = false;
    for (; i < to; i++) {
      char c = text.charAt(i);
      if (Glyphs.digit(c)) {
        if (digits == 17 && wide == null) {
          wide = new StringBuilder().append(whole);
        }
        if (wide != null && wide.length() < LONGEST) {
          wide.append((char) ('0' + Glyphs.digitValue(c)));
        }
        whole = whole * 10 + Glyphs.digitValue(c);
        digits++;
        decimals += point ? 1 : 0;
      } else if (!point
          && (c == '.' || c == '．')
          && i + 1 < to
          && Glyphs.digit(text.charAt(i + 1))) {
        point = true;
      } else if (!point && c == '.' && splitByTypist(text, i, to)) {
        point = true;
        i++;
      } else if (point || !groups(text, at, i, to)) {
        break;
      }
    }
    BigDecimal value =
        wide == null
            ? BigDecimal.valueOf(whole, decimals)
            : new BigDecimal(new BigInteger(wide.toString()), decimals);
    return multiplied(text, i, to, value);
  }

  /**
   * Whether the comma at {@code i} parts thousands: one to three digits before it, three after, and
   * so on to the end.
   */
  private static boolean groups(String text, int at, int i, int to) {
    if (text.charAt(i) != ',' || i + 3 >= to || i == at) {
      return false;
    }
    int before = 0;
    for (int k = i - 1; k >= at && Glyphs.digit(text.charAt(k)); k--) {
      before++;
    }
    boolean first = i - before == at;
    boolean fits = first ? before <= 3 : before == 3;
    boolean three =
        Glyphs.digit(text.charAt(i + 1))
            && Glyphs.digit(text.charAt(i + 2))
            && Glyphs.digit(text.charAt(i + 3));
    return fits && three && (i + 4 >= to || !Glyphs.digit(text.charAt(i + 4)));
  }

  /** 增长8. 9％: a space that slipped in after the point, told by the percent sign that follows. */
  private static boolean splitByTypist(String text, int point, int to) {
    int i = point + 1;
    if (i + 2 >= to || !Glyphs.space(text.charAt(i)) || !Glyphs.digit(text.charAt(i + 1))) {
      return false;
    }
    for (i++; i < to && Glyphs.digit(text.charAt(i)); i++) {
      continue;
    }
    return i < to && "%％‰".indexOf(text.charAt(i)) >= 0;
  }

  private static Numeral multiplied(String text, int at, int to, BigDecimal value) {
    int i = at;
    int power = 0;
    boolean loose = false;
    while (i < to) {
      int next = skipSpaces(text, i, to);
      if (next >= to) {
        break;
      }
      char c = text.charAt(next);
      if ((c == '多' || c == '余' || c == '来' && power == 0) && loosens(text, next + 1, to)) {
        loose = true;
        i = next + 1;
        continue;
      }
      int step = multiplier(text, next, to);
      if (step == 0) {
        break;
      }
      power += step;
      i = next + 1;
    }
    return compound(text, new Numeral(i, value.scaleByPowerOfTen(power), power, loose), to);
  }

  /** 1亿2000万: a smaller multiple follows at once. */
  private static Numeral compound(String text, Numeral first, int to) {
    if (first.scale() != 8 || first.end() >= to || !Glyphs.digit(text.charAt(first.end()))) {
      return first;
    }
    Numeral second = at(text, first.end(), to);
    if (second.scale() != 4) {
      return first;
    }
    return new Numeral(second.end(), first.value().add(second.value()), 4, second.loose());
  }

  private static boolean loosens(String text, int next, int to) {
    int at = skipSpaces(text, next, to);
    return at < to
        && (text.charAt(at) == '万'
            || text.charAt(at) == '亿'
            || Units.at(text, at, to) != null
            || text.charAt(at) == '年');
  }

  private static int multiplier(String text, int at, int to) {
    return switch (text.charAt(at)) {
      case '万' -> 4;
      case '亿' -> 8;
      case '千' -> small(text, at, to, 3);
      case '百' -> small(text, at, to, 2);
      default -> 0;
    };
  }

  /** 千 and 百 multiply only when they do not begin a unit (千瓦, 百分点). */
  private static int small(String text, int at, int to, int power) {
    if (Units.at(text, at, to) != null || at + 1 >= to) {
      return 0;
    }
    char next = text.charAt(at + 1);
    boolean counted = next == '万' || next == '亿' || next == '多' || next == '余';
    return counted || Units.at(text, at + 1, to) != null ? power : 0;
  }

  static int skipSpaces(String text, int from, int to) {
    int i = from;
    while (i < to && i < from + 3 && Glyphs.space(text.charAt(i))) {
      i++;
    }
    return i;
  }
}

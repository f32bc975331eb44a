package taizhang.prose.number;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.prose.lexicon.Trie.Match;
import taizhang.prose.text.Glyphs;

/** Quantities without a number of their own: 翻一番 is twice, 无一人 is nobody, 居全省第4位 a rank. */
final class SpecialReading {

  private SpecialReading() {}

  static @Nullable Quantity at(String text, int at, int to) {
    return switch (text.charAt(at)) {
      case '翻' -> doubled(text, at, to);
      case '第' -> rank(text, at, to);
      default -> nobody(text, at, to);
    };
  }

  private static @Nullable Quantity doubled(String text, int at, int to) {
    int from = at + 1;
    if (from < to && text.charAt(from) == '了') {
      from++;
    }
    if (from < to && Glyphs.digit(text.charAt(from))) {
      Numeral times = ArabicNumeral.at(text, from, to);
      return times.end() < to && text.charAt(times.end()) == '番'
          ? times(text, at, times.end() + 1, times.value().doubleValue(), to)
          : null;
    }
    if (from + 1 < to && Glyphs.hanNumeral(text.charAt(from)) && text.charAt(from + 1) == '番') {
      int times = Glyphs.hanDigit(text.charAt(from));
      return times < 1 ? null : times(text, at, from + 2, times, to);
    }
    boolean plain =
        text.startsWith("番", from)
            && (from + 1 >= to || "，。；、的,;”".indexOf(text.charAt(from + 1)) >= 0);
    return plain ? times(text, at, from + 1, 1, to) : null;
  }

  private static @Nullable Quantity times(String text, int at, int end, double times, int to) {
    if (times > 60) {
      return null;
    }
    BigDecimal value =
        times == Math.rint(times)
            ? BigDecimal.valueOf(1L << (int) times)
            : BigDecimal.valueOf(Math.round(Math.pow(2, times) * 100), 2);
    return Assembly.quantity(
        text, at, end, new Numeral(end, value, 0, false), null, Units.named("倍"), to, true);
  }

  private static @Nullable Quantity nobody(String text, int at, int to) {
    if (!text.startsWith("无一", at)) {
      return null;
    }
    Match<Unit> unit = Units.at(text, at + 2, to);
    if (unit == null || "人名户例起".indexOf(unit.value().name()) < 0) {
      return null;
    }
    int end = at + 2 + unit.length();
    return Assembly.quantity(
        text, at, end, new Numeral(end, BigDecimal.ZERO, 0, false), null, unit.value(), to, true);
  }

  /** A rank is told only after a verb of ranking and with 位 or 名; other ordinals are names. */
  private static @Nullable Quantity rank(String text, int at, int to) {
    int from = at + 1;
    if (from >= to || !ranked(text, at)) {
      return null;
    }
    char c = text.charAt(from);
    Numeral number = null;
    if (Glyphs.digit(c)) {
      number = ArabicNumeral.at(text, from, to);
    } else if (Glyphs.hanNumeral(c)) {
      number = HanNumeral.at(text, from, to);
    }
    if (number == null || number.end() >= to || "位名".indexOf(text.charAt(number.end())) < 0) {
      return null;
    }
    int end = number.end() + 1;
    Unit unit = new Unit(text.substring(end - 1, end), "rank", BigDecimal.ONE, true, "", List.of());
    return Assembly.quantity(text, from, end, number, null, unit, to, !Glyphs.digit(c));
  }

  private static boolean ranked(String text, int at) {
    for (int i = at - 1; i >= 0 && i >= at - 12 && !Glyphs.endsClause(text.charAt(i)); i--) {
      if ("居列排位升跃进".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}

package taizhang.prose.number;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import taizhang.prose.lexicon.Trie.Match;
import taizhang.prose.text.Glyphs;

/**
 * What an Arabic number at a place says, ranges and per-unit measures included.
 *
 * @param quantity the quantity, or null when the number counts nothing
 * @param end where the scan goes on when there is none
 */
record ArabicReading(@Nullable Quantity quantity, int end) {

  /**
   * A road number or a rank goes before these digits, or a letter does: 省道104, 第3, G60, PM2.5, 8+N.
   */
  static boolean partOfName(String text, int at) {
    if (at == 0) {
      return false;
    }
    char before = text.charAt(at - 1);
    if (Glyphs.latin(before) || "第+＋×前每·".indexOf(before) >= 0) {
      return before != '×' && before != '前' || at < 2 || "目以之年此生提".indexOf(text.charAt(at - 2)) < 0;
    }
    if (before == '道' && at > 1) {
      return "国省县乡".indexOf(text.charAt(at - 2)) >= 0 && !measured(text, at);
    }
    return before == '-' && at > 1 && Glyphs.latin(text.charAt(at - 2));
  }

  /** 国省道400公里 is a length, 省道104 a road. */
  private static boolean measured(String text, int at) {
    Numeral number = ArabicNumeral.at(text, at, text.length());
    int unitAt = ArabicNumeral.skipSpaces(text, number.end(), text.length());
    Match<Unit> unit = Units.at(text, unitAt, text.length());
    return unit != null
        && (unit.value().dimension().equals("length") || unit.value().dimension().equals("count"));
  }

  static int skipName(String text, int at, int to) {
    int i = at;
    while (i < to && (Glyphs.latinOrDigit(text.charAt(i)) || text.charAt(i) == '.')) {
      i++;
    }
    return i;
  }

  /** The index of a minus sign before the number, or {@code at}. */
  static int signed(String text, int at) {
    if (at == 0) {
      return at;
    }
    char sign = text.charAt(at - 1);
    if (sign != '-' && sign != '－' && sign != '−') {
      return at;
    }
    boolean free =
        at == 1
            || Glyphs.han(text.charAt(at - 2)) && !"至到年月日".contains(text.substring(at - 2, at - 1));
    return free && !Glyphs.hanNumeral(at == 1 ? ' ' : text.charAt(at - 2)) ? at - 1 : at;
  }

  static ArabicReading at(String text, int at, int signed, int to) {
    Numeral first = ArabicNumeral.at(text, at, to);
    int unitAt = ArabicNumeral.skipSpaces(text, first.end(), to);
    Match<Unit> unit = Units.at(text, unitAt, to);
    if (unit == null) {
      return withoutUnit(text, at, first, to);
    }
    if (signed < at && !unit.value().percent()) {
      signed = at;
    }
    BigDecimal value = signed < at ? first.value().negate() : first.value();
    Numeral signedFirst = new Numeral(first.end(), value, first.scale(), first.loose());
    ArabicReading range =
        rangeAfterUnit(text, signed, signedFirst, unitAt + unit.length(), unit.value(), to);
    return range != null ? range : single(text, signed, signedFirst, unitAt, unit, to);
  }

  private static ArabicReading single(
      String text, int at, Numeral number, int unitAt, Match<Unit> match, int to) {
    int end = unitAt + match.length();
    Unit unit = match.value();
    if (rejected(text, at, number, unitAt, end, unit, to)) {
      return new ArabicReading(null, end);
    }
    int per = PerUnit.end(text, end, to);
    if (per > end) {
      unit = Units.named(unit.name() + text.substring(end, per).replace('／', '/'));
      end = per;
    }
    return new ArabicReading(Assembly.quantity(text, at, end, number, null, unit, to, false), end);
  }

  /**
   * Whether number and unit only look like a quantity: 2023年-like grades, 3成 before a verb, a bus
   * line, 十大-like titles.
   */
  private static boolean rejected(
      String text, int at, Numeral number, int unitAt, int end, Unit unit, int to) {
    char written = text.charAt(unitAt);
    if (written == '成') {
      return end < to && "，。；、以的左多上)）,;之".indexOf(text.charAt(end)) < 0;
    }
    if (unit.dimension().equals("index")) {
      return number.value().scale() <= 0 && number.scale() == 0 && number.value().intValue() <= 24;
    }
    boolean hyphenated =
        at > 0
            && Glyphs.rangeDash(text.charAt(at - 1))
            && at > 1
            && Glyphs.latin(text.charAt(at - 2));
    return hyphenated;
  }

  /** 15%—20%, 8个至10个. */
  private static @Nullable ArabicReading rangeAfterUnit(
      String text, int at, Numeral first, int unitEnd, Unit unit, int to) {
    int low = unitEnd;
    if (text.startsWith("左右", low)) {
      low += 2;
    }
    int next = Connector.end(text, at, low, to);
    if (next < 0) {
      return null;
    }
    Numeral second = ArabicNumeral.at(text, next, to);
    int unitAt = ArabicNumeral.skipSpaces(text, second.end(), to);
    Match<Unit> match = Units.at(text, unitAt, to);
    if (match == null || !match.value().name().equals(unit.name())) {
      return null;
    }
    int end = unitAt + match.length();
    return new ArabicReading(Assembly.quantity(text, at, end, first, second, unit, to, false), end);
  }

  private static ArabicReading withoutUnit(String text, int at, Numeral first, int to) {
    int next = Connector.end(text, at, first.end(), to);
    if (next >= 0) {
      return rangeBeforeUnit(text, at, first, next, to);
    }
    Match<Unit> noun = CountedNoun.of(text, at, first, to);
    if (noun != null) {
      return new ArabicReading(
          Assembly.quantity(text, at, first.end(), first, null, noun.value(), to, false),
          first.end());
    }
    int share = Fraction.end(text, at, first, to);
    return share > 0
        ? new ArabicReading(Fraction.quantity(text, at, share, to), share)
        : new ArabicReading(null, first.end());
  }

  /** 5—10亿元, 30到50个: unit and multiplier are written once and serve both. */
  private static ArabicReading rangeBeforeUnit(
      String text, int at, Numeral first, int next, int to) {
    Numeral second = ArabicNumeral.at(text, next, to);
    int unitAt = ArabicNumeral.skipSpaces(text, second.end(), to);
    Match<Unit> match = Units.at(text, unitAt, to);
    if (match == null) {
      return new ArabicReading(null, second.end());
    }
    Numeral low = first.scale() == 0 && second.scale() > 0 ? first.scaled(second.scale()) : first;
    int end = unitAt + match.length();
    return new ArabicReading(
        Assembly.quantity(text, at, end, low, second, match.value(), to, false), end);
  }
}

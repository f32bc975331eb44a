package taizhang.prose.number;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import taizhang.prose.lexicon.Table;
import taizhang.prose.lexicon.Trie;
import taizhang.prose.lexicon.Trie.Match;
import taizhang.prose.text.Glyphs;

/**
 * What a Chinese numeral at a place says. Most Chinese numerals of a report are slogans, ordinals
 * and set phrases; only one that counts with a classifier is a quantity.
 *
 * @param quantity the quantity, or null
 * @param end where the scan goes on when there is none
 */
record HanReading(@Nullable Quantity quantity, int end) {

  private static final int CLAUSE = 20;
  private static final Trie<Boolean> SLOGANS = Trie.of(Table.rows("slogans.tsv", 1), row -> true);
  private static final Trie<Boolean> ONE_AFTER = Trie.of(Table.rows("one.tsv", 1), row -> true);
  private static final Trie<Boolean> GROUPS = Trie.of(Table.rows("groups.tsv", 1), row -> true);

  static HanReading at(String text, int at, int to) {
    if (text.startsWith("百分之", at)) {
      return percent(text, at, to);
    }
    Numeral number = HanNumeral.at(text, at, to);
    if (number == null) {
      return half(text, at, to);
    }
    if (text.startsWith("分之", number.end())) {
      return fraction(text, at, number, to);
    }
    if (at > 0 && "第每这那各首初某前哪头几数另".indexOf(text.charAt(at - 1)) >= 0) {
      return new HanReading(null, number.end());
    }
    return bareMultiplier(text, at) ? bare(text, at, number, to) : counted(text, at, number, to);
  }

  private static HanReading counted(String text, int at, Numeral number, int to) {
    Match<Unit> unit = Units.at(text, number.end(), to);
    if (unit == null || !unit.value().counts() || setPhrase(text, at, number, unit, to)) {
      return new HanReading(null, number.end());
    }
    int end = number.end() + unit.length();
    return new HanReading(
        Assembly.quantity(text, at, end, number, null, unit.value(), to, true), end);
  }

  private static boolean setPhrase(String text, int at, Numeral number, Match<Unit> unit, int to) {
    if (SLOGANS.startingAt(text, number.end(), to) != null) {
      return true;
    }
    int end = number.end() + unit.length();
    String name = unit.value().name();
    if (text.charAt(number.end()) == '成') {
      return number.value().intValue() > 9
          || end < to
              && "，。；、以的左多上)）,;之".indexOf(text.charAt(end)) < 0
              && Approximation.before(text, at) == null;
    }
    if (name.equals("大")) {
      return GROUPS.startingAt(text, end, to) == null;
    }
    boolean one = number.end() - at == 1 && text.charAt(at) == '一';
    boolean anywhere =
        unit.value().dimension().equals("duration") || unit.value().dimension().equals("months");
    return one
        && (anywhere || ONE_AFTER.endingAt(text, at, 0) == null && !closes(text, at, end, to));
  }

  /** 新建桥梁一座: the count closes a clause that opens with a verb of bringing about. */
  private static boolean closes(String text, int at, int end, int to) {
    if (end < to && !Glyphs.endsClause(text.charAt(end)) && text.charAt(end) != '、') {
      return false;
    }
    int from = at;
    while (from > 0
        && at - from < CLAUSE
        && !Glyphs.endsClause(text.charAt(from - 1))
        && text.charAt(from - 1) != '、') {
      from--;
    }
    return at - from > 3 && ONE_AFTER.startingAt(text, from, at) != null;
  }

  /** 千, 万, 亿 with no digit before: 千家万户 counts nothing, 突破千亿元 does. */
  private static boolean bareMultiplier(String text, int at) {
    return "百千万亿".indexOf(text.charAt(at)) >= 0;
  }

  private static HanReading bare(String text, int at, Numeral number, int to) {
    Match<Approx> before = Approximation.before(text, at);
    Match<Unit> unit = Units.at(text, number.end(), to);
    if (unit == null && before != null && text.startsWith("大关", number.end())) {
      unit = new Match<>(Units.named("元"), 0);
    }
    if (unit == null || before == null && !number.loose() && !bounded(text, number, unit, to)) {
      return new HanReading(null, number.end());
    }
    int end = number.end() + unit.length();
    boolean counts = number.loose() || unit.value().money() || unit.value().counts();
    boolean names = end < to && "级强佳优".indexOf(text.charAt(end)) >= 0 || !counts;
    return names
        ? new HanReading(null, end)
        : new HanReading(
            Assembly.quantity(text, at, end, number, null, unit.value(), to, true), end);
  }

  /** 亿元以上项目: an amount with a bound behind it. */
  private static boolean bounded(String text, Numeral number, Match<Unit> unit, int to) {
    return unit.value().money()
        && Approximation.after(text, number.end() + unit.length(), to, unit.value()) != null;
  }

  private static HanReading percent(String text, int at, int to) {
    int from = at + 3;
    Numeral number =
        from < to && Glyphs.hanNumeral(text.charAt(from)) ? HanNumeral.at(text, from, to) : null;
    if (number == null || at > 0 && text.charAt(at - 1) == '个') {
      return new HanReading(null, from);
    }
    int end = number.end();
    BigDecimal value = number.value();
    if (end + 1 < to && text.charAt(end) == '点' && Glyphs.hanDigit(text.charAt(end + 1)) >= 0) {
      int scale = 0;
      for (end++; end < to && Glyphs.hanDigit(text.charAt(end)) >= 0 && scale < 9; end++) {
        value = value.add(BigDecimal.valueOf(Glyphs.hanDigit(text.charAt(end)), ++scale));
      }
    }
    Numeral percent = new Numeral(end, value, 0, false);
    return new HanReading(
        Assembly.quantity(text, at, end, percent, null, Units.named("%"), to, true), end);
  }

  private static HanReading fraction(String text, int at, Numeral denominator, int to) {
    int from = denominator.end() + 2;
    Numeral numerator =
        from < to && Glyphs.hanNumeral(text.charAt(from)) ? HanNumeral.at(text, from, to) : null;
    if (numerator == null || numerator.value().signum() == 0 || denominator.value().signum() == 0) {
      return new HanReading(null, from);
    }
    int end = numerator.end();
    return new HanReading(
        Fraction.of(text, at, end, numerator.value(), denominator.value(), to, true), end);
  }

  private static HanReading half(String text, int at, int to) {
    boolean half =
        text.startsWith("一半", at)
            && (at + 2 >= to || "，。；、以的左,;".indexOf(text.charAt(at + 2)) >= 0);
    int end = at + (text.startsWith("一半", at) ? 2 : 1);
    if (!half) {
      return new HanReading(null, end);
    }
    return new HanReading(
        Fraction.of(text, at, end, BigDecimal.ONE, BigDecimal.TWO, to, true), end);
  }
}

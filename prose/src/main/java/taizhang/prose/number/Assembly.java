package taizhang.prose.number;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import taizhang.prose.lexicon.Trie.Match;

/** Puts number, unit and the words of approximation around them together. */
final class Assembly {

  private Assembly() {}

  static Quantity quantity(
      String text,
      int at,
      int end,
      Numeral number,
      @Nullable Numeral high,
      Unit unit,
      int to,
      boolean han) {
    Match<Approx> before = Approximation.before(text, at);
    Match<Approx> after = Approximation.after(text, end, to, unit);
    boolean loose = number.loose() || high != null && high.loose();
    Approx approx = Approx.EXACT;
    if (before != null) {
      approx = before.value();
    } else if (loose) {
      approx = Approx.OVER;
    } else if (after != null) {
      approx = after.value();
    }
    // 成 is ten percent; no other unit of the ratio is written with a factor
    BigDecimal factor = unit.percent() ? unit.factor() : BigDecimal.ONE;
    return new Quantity(
        at,
        end,
        number.value().multiply(factor),
        high == null ? null : high.value().multiply(factor),
        unit,
        approx,
        before == null ? at : at - before.length(),
        after == null ? end : end + after.length(),
        han);
  }
}

package taizhang.books.wording;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import taizhang.books.pack.Print;

/**
 * Writes figures as officials do: 4717万元, 2.53亿元, 20余次, 超过8.62万人次, 近200人次, 两艘, 无一人. Approximate
 * wording is used only where it is true; otherwise the figure is written exactly.
 */
public final class Wording {

  /** An approximation further from the figure than this would mislead. */
  static final BigDecimal STRETCH = new BigDecimal("1.15");

  /** How far 约 may be from the figure. */
  static final BigDecimal NEAR = new BigDecimal("0.05");

  private final BigDecimal value;
  private final Print print;
  private final Unit unit;

  /** How many base units one printed unit is. */
  private final BigDecimal one;

  private Wording(BigDecimal value, String base, Print print) {
    this.value = value;
    this.print = print;
    this.unit = Unit.of(print.unit() == null ? base : print.unit());
    this.one = unit.in(base);
  }

  /**
   * Writes a value.
   *
   * @param value null where there is no figure
   * @param base the unit the value is in
   * @throws IllegalArgumentException where the unit to print measures something else
   */
  public static Printed write(@Nullable BigDecimal value, String base, Print print) {
    if (value == null) {
      return Printed.MISSING;
    }
    Wording wording = new Wording(value, base, print);
    Printed approximate =
        switch (print.approx()) {
          case "over" -> wording.over();
          case "under" -> wording.under();
          case "about" -> wording.about();
          default -> null;
        };
    return approximate == null ? wording.exact() : approximate;
  }

  /** Writes a growth rate with its direction: 增长10.6%, 下降3.2%, 持平. */
  public static Printed growth(@Nullable BigDecimal value, String base, Print print) {
    if (value == null) {
      return Printed.MISSING;
    }
    Printed size = write(value.abs(), base, print);
    BigDecimal stated = size.stated();
    if (stated == null || stated.signum() == 0) {
      return new Printed("持平", "持平", BigDecimal.ZERO, "exact");
    }
    String way = value.signum() < 0 ? "下降" : "增长";
    return new Printed(
        way + size.text(),
        way + size.bare(),
        value.signum() < 0 ? stated.negate() : stated,
        size.approx());
  }

  /** Writes a factor in doublings where it is one: 翻一番, 翻两番; else 增长到1.5倍. */
  public static Printed doubling(@Nullable BigDecimal value) {
    if (value == null) {
      return Printed.MISSING;
    }
    for (int n = 1; n <= 4; n++) {
      if (value.compareTo(new BigDecimal(1 << n)) == 0) {
        String text = "翻" + (n == 2 ? "两" : Numerals.count(new BigDecimal(n))) + "番";
        return new Printed(text, text, value, "exact");
      }
    }
    Printed times = write(value, "倍", Print.PLAIN);
    return new Printed("增长到" + times.text(), "增长到" + times.bare(), times.stated(), times.approx());
  }

  private Printed exact() {
    BigDecimal shown = shown(value, RoundingMode.HALF_UP);
    String count = print.chinese() && unit.word().isEmpty() ? Numerals.count(shown) : null;
    if (count != null) {
      String words = shown.signum() == 0 && !unit.base().equals("%") ? "无一" : count;
      return new Printed(words + unit.base(), words, shown.multiply(one), "exact");
    }
    return words("", shown, "", "exact");
  }

  private @Nullable Printed over() {
    BigDecimal shown = cut(RoundingMode.FLOOR);
    BigDecimal stated = shown.multiply(one);
    boolean holds =
        stated.signum() > 0
            && value.compareTo(stated) > 0
            && value.compareTo(stated.multiply(STRETCH)) <= 0;
    if (!holds) {
      return null;
    }
    return takesYu(shown) ? words("", shown, "余", "over") : words("超过", shown, "", "over");
  }

  /** 余 follows 万, 亿 or a round number: 1万余方, 20余次, but 超过25个, 超过8.62万人次. */
  private boolean takesYu(BigDecimal shown) {
    boolean whole = shown.stripTrailingZeros().scale() <= 0;
    boolean measured = unit.base().equals("%") || unit.base().isEmpty();
    boolean round = !unit.word().isEmpty() || shown.remainder(BigDecimal.TEN).signum() == 0;
    return whole && round && !measured;
  }

  private @Nullable Printed under() {
    BigDecimal shown = cut(RoundingMode.CEILING);
    BigDecimal stated = shown.multiply(one);
    boolean holds =
        value.signum() > 0
            && value.compareTo(stated) < 0
            && value.multiply(STRETCH).compareTo(stated) >= 0;
    return holds ? words("近", shown, "", "under") : null;
  }

  private @Nullable Printed about() {
    BigDecimal shown = cut(RoundingMode.HALF_UP);
    BigDecimal stated = shown.multiply(one);
    boolean holds =
        value.compareTo(stated) != 0
            && value.subtract(stated).abs().compareTo(stated.abs().multiply(NEAR)) <= 0;
    return holds ? words("约", shown, "", "about") : null;
  }

  /** The value in printed units, brought to a multiple of the step, or to the decimals kept. */
  private BigDecimal cut(RoundingMode mode) {
    BigDecimal step = print.step();
    if (step == null) {
      return shown(value, mode);
    }
    BigDecimal stepped = value.divide(step, 0, mode).multiply(step);
    return stepped.divide(one, MathContext.DECIMAL128);
  }

  private BigDecimal shown(BigDecimal amount, RoundingMode mode) {
    BigDecimal scaled = amount.divide(one, MathContext.DECIMAL128);
    return print.decimals() == null ? scaled : scaled.setScale(print.decimals(), mode);
  }

  private Printed words(String before, BigDecimal shown, String after, String approx) {
    String bare = before + plain(shown) + unit.word() + after;
    return new Printed(bare + unit.base(), bare, shown.multiply(one), approx);
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}

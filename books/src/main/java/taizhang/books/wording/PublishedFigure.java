package taizhang.books.wording;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A figure as it was published, to be held against a computed one.
 *
 * @param text as published: 4717万元, 20余次, 无一人
 * @param value what it states, in the base unit
 * @param one how many base units one printed unit is
 * @param decimals decimals published
 * @param approx exact, over, about or under
 */
public record PublishedFigure(
    String text, BigDecimal value, BigDecimal one, int decimals, String approx) {

  private static final Pattern WORDS =
      Pattern.compile(
          "(?<before>近|约|超过|超|逾|不足|增长到|增长|下降)?"
              + "(?<number>-?\\d[\\d,]*(?:\\.\\d+)?|[零一二两三四五六七八九十]+)"
              + "(?<word>万亿|万|亿)?(?<yu>余|多)?(?<base>.*?)(?<after>以上|以下|左右)?");

  /**
   * Reads a published figure.
   *
   * @param text as published
   * @param base the unit of its value in the books
   * @param approx exact, over, about or under; null to take it from the words
   * @throws IllegalArgumentException where the text is no figure
   */
  public static PublishedFigure read(String text, String base, @Nullable String approx) {
    BigDecimal fixed = fixed(text);
    if (fixed != null) {
      return new PublishedFigure(text, fixed, BigDecimal.ONE, 0, said(approx, "exact"));
    }
    Matcher m = WORDS.matcher(text);
    if (!m.matches()) {
      throw new IllegalArgumentException("not a figure: " + text);
    }
    BigDecimal number = number(m.group("number"));
    if (number == null) {
      throw new IllegalArgumentException("not a number: " + text);
    }
    BigDecimal one = one(m.group("word"), m.group("base"), base);
    BigDecimal signed = "下降".equals(m.group("before")) ? number.negate() : number;
    return new PublishedFigure(
        text, signed.multiply(one), one, Math.max(number.scale(), 0), said(approx, words(m)));
  }

  private static @Nullable BigDecimal fixed(String text) {
    return switch (text) {
      case "翻一番" -> new BigDecimal(2);
      case "翻两番" -> new BigDecimal(4);
      case "持平" -> BigDecimal.ZERO;
      default -> text.startsWith("无一") ? BigDecimal.ZERO : null;
    };
  }

  private static @Nullable BigDecimal number(String text) {
    boolean digits = text.charAt(0) == '-' || Character.isDigit(text.charAt(0));
    return digits ? new BigDecimal(text.replace(",", "")) : Numerals.read(text);
  }

  /** Units of the same kind are converted; any other wording of what is counted is taken as is. */
  private static BigDecimal one(@Nullable String word, String counted, String base) {
    Unit unit = Unit.of((word == null ? "" : word) + counted);
    try {
      return unit.in(base);
    } catch (IllegalArgumentException e) {
      return unit.scale();
    }
  }

  private static String words(Matcher m) {
    String before = m.group("before") == null ? "" : m.group("before");
    String after = m.group("after") == null ? "" : m.group("after");
    if (m.group("yu") != null || before.startsWith("超") || before.equals("逾")) {
      return "over";
    }
    return switch (before + after) {
      case "以上" -> "over";
      case "约", "左右" -> "about";
      case "近", "不足", "以下" -> "under";
      default -> "exact";
    };
  }

  private static String said(@Nullable String approx, String words) {
    return approx == null || approx.isEmpty() ? words : approx;
  }

  /**
   * True where a computed value, printed in this figure's own unit and decimals, gives this figure;
   * for approximate wording, where the wording is true of it.
   */
  public boolean agreesWith(BigDecimal computed) {
    return switch (approx) {
      case "over" ->
          computed.compareTo(value) >= 0
              && computed.compareTo(value.multiply(Wording.STRETCH)) <= 0;
      case "under" ->
          computed.compareTo(value) <= 0
              && computed.multiply(Wording.STRETCH).compareTo(value) >= 0;
      case "about" ->
          computed.subtract(value).abs().compareTo(value.abs().multiply(Wording.NEAR)) <= 0;
      default -> rounded(computed).compareTo(rounded(value)) == 0;
    };
  }

  private BigDecimal rounded(BigDecimal amount) {
    return amount.divide(one, MathContext.DECIMAL128).setScale(decimals, RoundingMode.HALF_UP);
  }
}

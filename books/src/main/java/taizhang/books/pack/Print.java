package taizhang.books.pack;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a figure is written in official prose.
 *
 * @param unit unit printed, such as 万元 or 亿元; null for the base unit
 * @param decimals decimals kept after rounding half up, trailing zeros dropped; null for as many as
 *     there are
 * @param step for approximate wording, the figure is cut down to a multiple of this many base
 *     units; else null
 * @param approx {@code exact}, {@code over} (余), {@code about} (约) or {@code under} (近)
 * @param chinese true to write small whole numbers in characters (五个, 两艘)
 */
public record Print(
    @Nullable String unit,
    @Nullable Integer decimals,
    @Nullable BigDecimal step,
    String approx,
    boolean chinese) {

  public static final Print PLAIN = new Print(null, null, null, "exact", false);
}

package taizhang.books.figure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import taizhang.books.pack.Formula;
import taizhang.books.pack.Indicator;

/** What a careful reader asks about a figure, though it is what the books say. */
public final class Plausibility {

  /** Of this many, not one otherwise is asked about. */
  private static final BigDecimal MANY = BigDecimal.valueOf(1000);

  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  private Plausibility() {}

  /**
   * The indicator counted in full whose size decides whether a figure is too good to be left
   * unasked; null where the figure is not exactly 100 percent of something.
   */
  public static @Nullable String whole(Indicator indicator, @Nullable BigDecimal value) {
    return indicator.formula() instanceof Formula.Share(String ignored, String whole)
            && value != null
            && value.compareTo(ALL) == 0
        ? whole
        : null;
  }

  /**
   * True where exactly all of that many is worth a question: of thousands, hardly ever all agree.
   */
  public static boolean many(@Nullable BigDecimal whole) {
    return whole != null && whole.compareTo(MANY) >= 0;
  }
}

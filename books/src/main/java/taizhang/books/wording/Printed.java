package taizhang.books.wording;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure in words.
 *
 * @param text as it stands in the prose: 4717万元, 20余次, 两艘
 * @param bare the same without what is counted: 4717万, 20余, 两
 * @param stated the value those words state, in the figure's base unit; null where there is none
 * @param approx the wording used in the end: exact, over, about or under
 */
public record Printed(String text, String bare, @Nullable BigDecimal stated, String approx) {

  /** A figure that is not there. Never 0 in its place. */
  public static final Printed MISSING = new Printed("——", "——", null, "exact");

  /** The same figure with a word behind it that says how it is meant: 以上, 左右. */
  public Printed followedBy(String word, String approx) {
    return new Printed(text + word, bare + word, stated, approx);
  }

  /** The same figure in words that were printed before. */
  public Printed as(String words) {
    return new Printed(words, words, stated, approx);
  }
}

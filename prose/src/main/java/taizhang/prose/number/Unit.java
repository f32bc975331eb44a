package taizhang.prose.number;

import java.math.BigDecimal;
import java.util.List;

/**
 * A unit or classifier.
 *
 * @param name the name it goes by in results: {@code 平方米} for {@code ㎡}
 * @param dimension what it measures; only values of one dimension are compared
 * @param factor value × factor is in the dimension's base (亩 for areas, 公斤 for masses, 元 for money)
 * @param counts whether a Chinese numeral may count it
 * @param not characters which, following it, make another word of it: 个体
 * @param but words with such a character that do not: 个体育公园
 */
public record Unit(
    String name,
    String dimension,
    BigDecimal factor,
    boolean counts,
    String not,
    List<String> but) {

  /** Whether the unit stands alone when it ends at that place of the text. */
  boolean standsBefore(String text, int end) {
    return not.indexOf(text.charAt(end)) < 0
        || but.stream().anyMatch(word -> text.startsWith(word, end));
  }

  /** Whether this is a percentage. */
  public boolean percent() {
    return dimension.equals("ratio") || dimension.equals("permille");
  }

  /** Whether this is an amount of money in any currency. */
  public boolean money() {
    return dimension.equals("money") || dimension.equals("usd") || dimension.equals("eur");
  }
}

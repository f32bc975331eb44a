package taizhang.prose.compare;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How a claim stands to the books. Values are in the claim's unit. */
public sealed interface Outcome {

  /**
   * The books say the same, as far as the wording goes.
   *
   * @param book what they say
   */
  record Matches(BigDecimal book) implements Outcome {}

  /**
   * The books say otherwise.
   *
   * @param book what they say
   * @param by the claim less the books: positive where the report says more
   * @param percent the same in percent of the books, or null when they say 0
   */
  record Differs(BigDecimal book, BigDecimal by, @Nullable BigDecimal percent) implements Outcome {}

  /** The books have no figure for it. */
  record NotInBooks() implements Outcome {}

  /**
   * Claim and books measure different things.
   *
   * @param claimUnit the claim's unit
   * @param bookUnit the books' unit
   */
  record OtherMeasure(String claimUnit, String bookUnit) implements Outcome {}
}

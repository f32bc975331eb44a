package taizhang.prose.claim;

import org.jspecify.annotations.Nullable;
import taizhang.prose.number.Approx;
import taizhang.prose.number.Quantity;
import taizhang.prose.text.Clause;

/**
 * A claim in the making: a quantity, where it stands among the others of its clause, and what has
 * been found out so far.
 */
final class Draft {

  final Quantity quantity;
  final Clause clause;

  /** Where the words that belong to it alone begin and end. */
  final int from;

  final int to;

  Approx approx;

  Role role = Role.LEVEL;
  boolean decrease;
  Kind kind = Kind.ACTUAL;

  /** Whether no noun of its own names it, so that it speaks of the claim before it. */
  boolean dependent;

  /** The words before the number that name it, without what is taken over from its neighbours. */
  String own = "";

  String subject = "";
  String period = "";
  @Nullable Draft parent;
  @Nullable Draft previous;

  /** Its number among the claims of the text. */
  int number;

  Draft(Quantity quantity, Clause clause, int from, int to) {
    this.quantity = quantity;
    this.approx = quantity.approx();
    this.clause = clause;
    this.from = from;
    this.to = to;
  }

  /** Where its clause begins, or as far back as is looked at. */
  int clauseFrom() {
    return Math.max(clause.start(), quantity.start() - Search.REACH);
  }

  boolean sameSentence(Draft other) {
    return clause.sentence() == other.clause.sentence();
  }
}

package taizhang.books.posting;

import java.math.BigDecimal;

/**
 * What a record adds to one cell.
 *
 * @param amount how much, exact
 * @param mark 1 where a stated value stands, -1 where a pending entry withdraws one, else 0; always
 *     0 for what is summed
 */
public record Contribution(BigDecimal amount, int mark) {

  /** Nothing. */
  public static final Contribution NONE = new Contribution(BigDecimal.ZERO, 0);

  static Contribution of(Cell cell, BigDecimal amount) {
    return new Contribution(amount, cell.stated() ? 1 : 0);
  }

  Contribution less(Contribution other) {
    return new Contribution(amount.subtract(other.amount), mark - other.mark);
  }

  boolean isNothing() {
    return mark == 0 && amount.signum() == 0;
  }
}

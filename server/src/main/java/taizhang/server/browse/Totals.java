package taizhang.server.browse;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What the records of a selection come to.
 *
 * @param count how many there are
 * @param pending how many of them wait for review; 0 where the ledger asks for none
 * @param sums the sum of each open amount, quantity and number by field, in the field's unit
 */
public record Totals(long count, long pending, Map<String, BigDecimal> sums) {

  public Totals {
    sums = Map.copyOf(sums);
  }
}

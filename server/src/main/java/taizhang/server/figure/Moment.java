package taizhang.server.figure;

import java.time.LocalDate;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;

/**
 * A point of a town's books, settled: no default is left open.
 *
 * @param town whose books
 * @param rules the rules in force
 * @param newest seq of the newest entry there is
 * @param seq newest entry read
 * @param day last day read
 * @param sums monthly sums read ahead, where many figures are read
 */
record Moment(Town town, TownRules rules, long newest, long seq, LocalDate day, MonthlySums sums) {

  /** True where entries were made since that are not to be read. */
  boolean past() {
    return seq < newest;
  }

  /** The same point with sums read ahead. */
  Moment with(MonthlySums ahead) {
    return new Moment(town, rules, newest, seq, day, ahead);
  }
}

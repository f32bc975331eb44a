package taizhang.server.figure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;

/**
 * A point of a town's books, settled: no default is left open.
 *
 * @param town whose books
 * @param rules the rules in force
 * @param newest seq of the newest entry there is
 * @param seq newest entry read
 * @param after where only what stands after a day is looked at, that day
 * @param day last day read
 * @param ahead what was read ahead, where many figures are read
 */
record Moment(
    Town town,
    TownRules rules,
    long newest,
    long seq,
    @Nullable LocalDate after,
    LocalDate day,
    Ahead ahead) {

  /** True where entries were made since that are not to be read. */
  boolean past() {
    return seq < newest;
  }

  /** The same point with what was read ahead. */
  Moment with(Ahead read) {
    return new Moment(town, rules, newest, seq, after, day, read);
  }

  /** The same point, of which only what stands after a day is looked at. */
  Moment after(LocalDate other) {
    return new Moment(town, rules, newest, seq, other, day, ahead);
  }
}

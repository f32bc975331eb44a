package taizhang.books.conform;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Value;
import taizhang.books.pack.Ledger;

/**
 * A history with the readings it must give: worked by hand, or by another model of the books.
 *
 * @param name what it shows
 * @param areas parent by code, null for the town
 * @param ledgers the one ledger all records are of, and behind it what later adoptions make of it
 * @param log what happens, by seq
 * @param readings what must be answered
 */
public record Case(
    String name,
    SequencedMap<String, @Nullable String> areas,
    List<Ledger> ledgers,
    List<Item> log,
    List<Reading> readings) {

  public Case {
    ledgers = List.copyOf(ledgers);
    log = List.copyOf(log);
    readings = List.copyOf(readings);
  }

  /** One thing that happens. */
  public sealed interface Item {
    /** Its place in the case's own order. */
    long seq();
  }

  /** An entry of a record. */
  public record Write(
      long seq,
      EntryKind kind,
      String record,
      @Nullable String area,
      @Nullable LocalDate effectiveOn,
      Map<String, Value> patch,
      @Nullable Long ofVersion,
      @Nullable String state)
      implements Item {}

  /** Everything up to a day is closed from here on. */
  public record Close(long seq, LocalDate through) implements Item {}

  /**
   * Other posting rules hold from here on.
   *
   * @param ledger index into {@link Case#ledgers}
   */
  public record Adopt(long seq, int ledger) implements Item {}

  /**
   * A question and its answer.
   *
   * @param from first day; null for stocks read up to {@code to}
   * @param newest newest entry read, null for all
   * @param day last day read, null for all
   * @param all true to count what is not yet reviewed
   * @param belongs true to read by the day amounts belong to
   * @param expect the value, null where there must be none
   */
  public record Reading(
      String indicator,
      String area,
      @Nullable LocalDate from,
      LocalDate to,
      @Nullable Long newest,
      @Nullable LocalDate day,
      boolean all,
      boolean belongs,
      @Nullable BigDecimal expect) {}
}

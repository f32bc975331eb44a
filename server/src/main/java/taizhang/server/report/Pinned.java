package taizhang.server.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a report that was circulated: its words and numbers as they were, whatever the books
 * say since.
 *
 * @param record its record in the ledger of versions
 * @param version the record's newest entry
 * @param number 1 for the first of its year
 * @param state code of its state in the lifecycle of the ledger
 * @param outline the outline it was composed from
 * @param seq newest entry it read
 * @param day last day it read
 * @param printed its numbers in reading order
 */
public record Pinned(
    long record,
    long version,
    int number,
    String state,
    Outline outline,
    long seq,
    LocalDate day,
    List<PinnedNumber> printed) {

  public Pinned {
    printed = List.copyOf(printed);
  }

  /**
   * A number as it was printed.
   *
   * @param citation the citation's own text, to tell whether the place still says the same
   * @param value in the indicator's base unit, null where there was none
   * @param text as printed
   * @param seq newest entry read for it; later than the version's where it was refreshed alone
   * @param day last day read for it
   */
  public record PinnedNumber(
      String citation, @Nullable String value, String text, long seq, LocalDate day) {}

  /**
   * A number that the books give otherwise now.
   *
   * @param n its number on the paper
   * @param title the indicator's
   * @param was as printed in the version
   * @param now as it would be printed
   * @param entries how many entries changed it; 0 where it moved by the calendar alone
   */
  public record Difference(int n, String title, String was, String now, long entries) {}
}

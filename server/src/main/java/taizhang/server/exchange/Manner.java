package taizhang.server.exchange;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.EntryKind;
import taizhang.server.ledger.Author;

/**
 * How the rows of a table are meant.
 *
 * @param by who enters it
 * @param kind what a row says of a record there is: it changed, or the book was wrong
 * @param on day changes hold from where a row names none; null for today, or the ledger's own date
 * @param reason why, which corrections need
 */
public record Manner(Author by, EntryKind kind, @Nullable LocalDate on, @Nullable String reason) {

  public Manner {
    if (kind != EntryKind.CHANGE && kind != EntryKind.CORRECT) {
      throw new IllegalArgumentException("a table changes or corrects records, not " + kind);
    }
  }
}

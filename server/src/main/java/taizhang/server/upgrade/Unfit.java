package taizhang.server.upgrade;

import java.util.List;
import taizhang.books.pack.Ledger;
import taizhang.books.refusal.Problem;
import taizhang.server.ledger.RecordRow;

/**
 * The records of a ledger that no longer fit what is declared.
 *
 * @param ledger as it is declared, or was last
 * @param count records in which something has to be mended
 * @param kept records that only hold what is declared no longer, and need nothing
 * @param first some of them, those to be mended first, as far as whoever asks may read them
 */
public record Unfit(Ledger ledger, long count, long kept, List<Found> first) {

  public Unfit {
    first = List.copyOf(first);
  }

  /** A record and what of it does not fit. */
  public record Found(RecordRow row, List<Problem> problems) {
    public Found {
      problems = List.copyOf(problems);
    }
  }
}

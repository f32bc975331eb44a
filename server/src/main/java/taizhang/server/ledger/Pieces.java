package taizhang.server.ledger;

import java.util.ArrayList;
import java.util.List;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Submission;

/**
 * Cuts a batch into what is appended at once: 200 at most, and alone what changes the rules for
 * those after it.
 */
final class Pieces {

  private Pieces() {}

  static List<List<Submission>> of(List<Submission> batch) {
    List<List<Submission>> pieces = new ArrayList<>();
    int from = 0;
    for (int n = 0; n < batch.size(); n++) {
      boolean alone = alone(batch.get(n));
      if (alone && n > from) {
        pieces.add(batch.subList(from, n));
        from = n;
      }
      if (alone || n + 1 - from == Entries.PIECE) {
        pieces.add(batch.subList(from, n + 1));
        from = n + 1;
      }
    }
    if (from < batch.size()) {
      pieces.add(batch.subList(from, batch.size()));
    }
    return pieces;
  }

  private static boolean alone(Submission submission) {
    boolean renewal =
        submission.ledger().equals(SystemLedger.ADOPTION) && submission.kind() != EntryKind.OPEN;
    return renewal || submission.ledger().equals(SystemLedger.CLOSURE);
  }
}

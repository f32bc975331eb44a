package taizhang.server.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import taizhang.books.derive.Following;
import taizhang.books.entry.Entry;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;

/**
 * Fields reckoned from others while entries are appended: what they come to is written beside each
 * entry, and where an entry changes what they came to later, those versions are corrected.
 */
final class Derived {

  private static final String WHY = "随登记重新计算";

  private static final String FILLED = "启用新版本后补算";

  private Derived() {}

  /** The entry with what its reckoned fields come to. */
  static Entry written(Entry entry, RecordWork work) {
    if (!Following.any(work.ledger)) {
      return entry;
    }
    List<Entry> entries = new ArrayList<>(work.entries());
    entries.add(entry);
    Map<String, Value> beside = Following.of(work.ledger, entries).beside(entry);
    return beside.isEmpty() ? entry : entry.with(beside);
  }

  /**
   * The correction of the first version that does not say what follows by what is declared now;
   * null where all do.
   */
  static @Nullable Draft due(int index, RecordWork work) {
    Long stale =
        Following.any(work.ledger) && !work.history().isEmpty()
            ? Following.of(work.ledger, work.entries()).stale()
            : null;
    return stale == null ? null : own(index, work, EntryKind.CORRECT, stale);
  }

  /** An entry that follows by itself and says why. */
  static Draft own(int index, RecordWork work, EntryKind kind, @Nullable Long version) {
    Submission submission =
        new Submission(
            work.ledger.code(),
            kind,
            work.id,
            null,
            version,
            null,
            null,
            Map.of(),
            null,
            FILLED,
            null);
    Draft draft = new Draft(index, submission, work.ledger, Map.of(), null);
    draft.follows = true;
    return draft;
  }

  /** The correction of the first version that no longer says what follows; null where all do. */
  static @Nullable Draft follows(Draft draft, RecordWork work) {
    boolean idle = work.history().isEmpty() || draft.submission.kind().silent();
    if (idle || !Following.any(work.ledger)) {
      return null;
    }
    Long stale = Following.of(work.ledger, work.entries()).stale();
    return stale == null ? null : ClockWork.correction(draft, work, stale, WHY);
  }
}

package taizhang.server.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import taizhang.books.derive.Following;
import taizhang.books.entry.Entry;
import taizhang.books.entry.Value;

/**
 * Fields reckoned from others while entries are appended: what they come to is written beside each
 * entry, and where an entry changes what they came to later, those versions are corrected.
 */
final class Derived {

  private static final String WHY = "随登记重新计算";

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

package taizhang.server.demo;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;

/**
 * A submission whose references to other records are still handles.
 *
 * @param record what it is about
 * @param step its place in what is said of the record: 0 opens
 * @param kind what it says
 * @param ledger full code of the ledger
 * @param area for an opening, the code of its area
 * @param on the day it holds from, null to leave it to the ledger
 * @param day the day it is sorted by: when the clerk would have entered it
 * @param patch the fields it sets
 * @param state the state a move enters
 * @param reason why
 */
record Draft(
    Handle record,
    int step,
    EntryKind kind,
    String ledger,
    @Nullable String area,
    @Nullable LocalDate on,
    LocalDate day,
    Map<String, Content> patch,
    @Nullable String state,
    @Nullable String reason) {

  Draft {
    patch = new TreeMap<>(patch);
  }

  /** Its idempotency key: the same in every run, so that a second finds what the first left. */
  String key() {
    return "demo:" + record.group() + "." + step + ":" + record.n();
  }

  /** The submission, once the records it refers to are in the books. */
  Submission submission(Handles handles) {
    Map<String, Value> values = new TreeMap<>();
    patch.forEach((field, content) -> {
      switch (content) {
        case Content.Held(Value value) -> values.put(field, value);
        case Content.Pointer(Handle to) -> values.put(field, Value.of(handles.number(to)));
        case Content.Blank() -> {}
      }
    });
    Long number = kind == EntryKind.OPEN ? null : handles.number(record);
    return new Submission(ledger, kind, number, null, null, area, on, values, state, reason, key());
  }
}

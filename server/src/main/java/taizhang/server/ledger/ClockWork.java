package taizhang.server.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import taizhang.books.calendar.Reckoner;
import taizhang.books.calendar.WorkCalendar;
import taizhang.books.entry.Entry;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Image;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.matter.Clocks;
import taizhang.books.matter.Handling;
import taizhang.books.matter.Running;
import taizhang.books.pack.Clock;
import taizhang.books.pack.Lifecycle;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;

/**
 * The clocks of records while entries are appended: what they come to is written beside each entry,
 * and where an entry changes what they came to later, those versions are corrected.
 */
final class ClockWork {

  private static final String WHY = "期限随登记重新推算";

  private final Reckoner reckoner;

  ClockWork(Reckoner reckoner) {
    this.reckoner = reckoner;
  }

  private static boolean runs(RecordWork work) {
    Lifecycle lifecycle = work.ledger.lifecycle();
    return lifecycle != null && !lifecycle.clocks().isEmpty();
  }

  private Clocks clocks(RecordWork work, List<Entry> entries) {
    return Clocks.of(Objects.requireNonNull(work.ledger.lifecycle()), reckoner, entries);
  }

  /** The entry with what its clocks come to. */
  Entry timed(Entry entry, RecordWork work) {
    if (!runs(work)) {
      return entry;
    }
    List<Entry> entries = new ArrayList<>(work.entries());
    entries.add(entry);
    Map<String, Value> beside = clocks(work, entries).beside(entry);
    return beside.isEmpty() ? entry : entry.with(beside);
  }

  /** The correction of the first version that no longer says what follows; null where all do. */
  @Nullable Draft follows(Draft draft, RecordWork work) {
    if (!runs(work) || work.history().isEmpty() || draft.submission.kind().silent()) {
      return null;
    }
    Long stale = clocks(work, work.entries()).stale();
    return stale == null ? null : correction(draft, work, stale, WHY);
  }

  /** The correction of a version for what follows from a draft. */
  static Draft correction(Draft draft, RecordWork work, long stale, String why) {
    String said = draft.submission.reason();
    Submission correction =
        new Submission(
            work.ledger.code(),
            EntryKind.CORRECT,
            work.id,
            null,
            stale,
            null,
            null,
            Map.of(),
            null,
            said == null || said.isBlank() ? why : said,
            null);
    return new Draft(draft.index, correction, work.ledger, Map.of(), null);
  }

  /** What is wrong with an extension that an entry asks for or grants; null where nothing. */
  @Nullable Problem extension(Draft draft, RecordWork work, Author author, Instant now) {
    if (!runs(work) || work.isNew() || work.history().isEmpty()) {
      return null;
    }
    for (Running running : clocks(work, work.entries()).now()) {
      Clock.Extension extension = running.clock().extension();
      if (extension != null) {
        Problem problem = extension(draft, work, author, now, running, extension);
        if (problem != null) {
          return problem;
        }
      }
    }
    return null;
  }

  private static @Nullable Problem extension(
      Draft draft,
      RecordWork work,
      Author author,
      Instant now,
      Running running,
      Clock.Extension extension) {
    LocalDateTime moment = LocalDateTime.ofInstant(now, WorkCalendar.ZONE);
    String title = running.clock().title();
    boolean late =
        !running.runs() || running.deadline() == null || !running.deadline().keeps(moment);
    if (draft.patch.get(extension.asks()) instanceof Value.Text && late) {
      return Problem.of(ProblemCode.EXTENSION_LATE, title).in(extension.asks());
    }
    if (!(draft.patch.get(extension.grants()) instanceof Value.Text)) {
      return null;
    }
    Image image = work.history().latest().image();
    BigDecimal asked = image.decimal(extension.asks());
    BigDecimal granted = image.with(draft.patch).decimal(extension.grants());
    if (asked == null || granted == null || granted.compareTo(asked) > 0) {
      return Problem.of(ProblemCode.EXTENSION_UNASKED, title, asked == null ? 0 : asked)
          .in(extension.grants());
    }
    return author.by().equals(Handling.setBy(work.entries(), extension.asks()))
        ? Problem.of(ProblemCode.OTHER_PERSON, "批准延期", "申请延期").in(extension.grants())
        : null;
  }
}

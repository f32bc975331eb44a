package taizhang.server.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.Attachment;
import taizhang.books.entry.Entry;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.History;
import taizhang.books.entry.Image;
import taizhang.books.entry.Version;
import taizhang.books.pack.Ledger;
import taizhang.books.posting.Contribution;
import taizhang.books.posting.Posting;
import taizhang.books.posting.Postings;
import taizhang.books.posting.StagedCell;

/** One record while entries are added to it. */
final class RecordWork {

  final long id;
  final Ledger ledger;
  private final List<Entry> entries;
  private @Nullable Map<StagedCell, Contribution> posted;
  private final boolean opened;
  private History history;
  byte @Nullable [] key;

  RecordWork(long id, Ledger ledger, List<Entry> entries) {
    this.id = id;
    this.ledger = ledger;
    this.entries = new ArrayList<>(entries);
    this.opened = entries.isEmpty();
    this.history = History.fold(entries);
  }

  /** Adds an entry and says what it posts. */
  List<Posting> add(Entry entry, @Nullable LocalDate closedThrough) {
    Map<StagedCell, Contribution> before =
        posted == null ? Postings.of(entries, ledger.post(), ledger.review()) : posted;
    entries.add(entry);
    history = History.fold(entries);
    Map<StagedCell, Contribution> after = Postings.of(entries, ledger.post(), ledger.review());
    List<Posting> postings = Postings.between(before, after, closedThrough);
    posted = after;
    return postings;
  }

  History history() {
    return history;
  }

  /** Its entries in the order of the books. */
  List<Entry> entries() {
    return Collections.unmodifiableList(entries);
  }

  /** The area it lives in; of a void record, where it last was. */
  @Nullable String area() {
    History shown = history.isEmpty() ? beforeVoid() : history;
    return shown.isEmpty() ? null : shown.latest().area();
  }

  /** What was entered since the last review, in the order of the books. */
  Stream<Entry> unreviewed() {
    int from = entries.size();
    while (from > 0 && entries.get(from - 1).kind() != EntryKind.REVIEW) {
      from--;
    }
    return entries.subList(from, entries.size()).stream().filter(e -> e.kind() != EntryKind.RETURN);
  }

  /** True where an entry laid a file beside it that is still there. */
  boolean hasFile(long seq) {
    return Attachment.standing(entries).stream().anyMatch(file -> file.seq() == seq);
  }

  boolean isNew() {
    return entries.isEmpty();
  }

  Entry newest() {
    return entries.getLast();
  }

  /** True where an entry is a version that can be corrected. */
  boolean hasVersion(long seq) {
    return history.versions().stream().anyMatch(v -> v.seq() == seq);
  }

  /** The record's row as it stands after the last entry; of a void record, what it last was. */
  RecordStore.Row row(@Nullable String duplicate) {
    History shown = history.isEmpty() ? beforeVoid() : history;
    Version latest = shown.latest();
    long reviewed =
        entries.stream()
            .filter(e -> e.kind() == EntryKind.REVIEW)
            .mapToLong(Entry::seq)
            .max()
            .orElse(0);
    return new RecordStore.Row(
        id,
        ledger.code(),
        latest.area(),
        latest.state(),
        shown.versions().getFirst().on(),
        newest().seq(),
        reviewed,
        history.isEmpty(),
        ImageText.write(latest.image()),
        history.isEmpty() ? null : duplicate,
        opened);
  }

  private History beforeVoid() {
    List<Entry> kept = entries.stream().filter(e -> e.kind() != EntryKind.VOID).toList();
    return History.fold(kept);
  }

  Image image() {
    return history.isEmpty() ? beforeVoid().latest().image() : history.latest().image();
  }
}

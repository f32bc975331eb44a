package taizhang.server.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.Entry;
import taizhang.books.figure.Posted;
import taizhang.books.pack.Ledger;
import taizhang.books.posting.Cell;
import taizhang.books.posting.Contribution;
import taizhang.books.posting.Posting;
import taizhang.books.posting.Postings;
import taizhang.books.posting.Stage;
import taizhang.books.posting.StagedCell;

/** Replays one record after the other and compares it with what is kept of it. */
final class RecordReplay {

  private final Timeline timeline;
  private final RecordCursor kept;
  private final Replay.Listener listener;
  private long records;
  private long postings;

  RecordReplay(Timeline timeline, RecordCursor kept, Replay.Listener listener) {
    this.timeline = timeline;
    this.kept = kept;
    this.listener = listener;
  }

  long records() {
    return records;
  }

  long postings() {
    return postings;
  }

  /** A record with all its entries. */
  void record(List<Entry> entries) {
    records++;
    Entry first = entries.getFirst();
    RecordStore.@Nullable Row row = kept.next();
    if (row == null || row.id() != first.record()) {
      listener.differs("record", first.seq(), "record " + first.record() + " is not kept");
      return;
    }
    Ledger newest = timeline.ledger(first.ledger(), Long.MAX_VALUE);
    Ledger declared = newest == null ? timeline.ledger(first.ledger(), first.seq()) : newest;
    if (declared == null) {
      listener.differs("record", first.seq(), "no pack declared " + first.ledger());
      return;
    }
    compareRow(
        new RecordWork(first.record(), declared, entries).row(row.duplicate()), row, entries);
    comparePostings(first.record(), replayed(entries));
  }

  private void compareRow(RecordStore.Row expected, RecordStore.Row row, List<Entry> entries) {
    boolean same =
        expected.ledger().equals(row.ledger())
            && Objects.equals(expected.area(), row.area())
            && Objects.equals(expected.state(), row.state())
            && Objects.equals(expected.openedOn(), row.openedOn())
            && expected.version() == row.version()
            && expected.reviewed() == row.reviewed()
            && expected.voided() == row.voided()
            && ImageText.read(expected.image()).equals(ImageText.read(row.image()));
    if (!same) {
      listener.differs(
          "record", entries.getLast().seq(), "record " + row.id() + " is not what its entries say");
    }
  }

  /** What the record must have posted: at each of its entries, and at each renewal of its pack. */
  private List<Posted> replayed(List<Entry> entries) {
    List<Posted> expected = new ArrayList<>();
    Map<StagedCell, Contribution> posted = Map.of();
    String code = entries.getFirst().ledger();
    String pack = code.substring(0, code.indexOf('.'));
    TreeMap<Long, Integer> events = new TreeMap<>();
    for (int n = 0; n < entries.size(); n++) {
      events.put(entries.get(n).seq(), n + 1);
    }
    timeline.renewals(pack, entries.getFirst().seq()).forEach(seq -> events.putIfAbsent(seq, -1));
    int known = 0;
    for (Map.Entry<Long, Integer> event : events.entrySet()) {
      known = event.getValue() < 0 ? known : event.getValue();
      long seq = event.getKey();
      Ledger ledger = timeline.ledger(code, seq);
      Map<StagedCell, Contribution> after =
          ledger == null
              ? Map.of()
              : Postings.of(entries.subList(0, known), ledger.post(), ledger.review());
      for (Posting p : Postings.between(posted, after, timeline.closedThrough(pack, seq))) {
        expected.add(new Posted(seq, entries.getFirst().record(), p));
      }
      posted = after;
    }
    return expected;
  }

  private void comparePostings(long record, List<Posted> expected) {
    List<Posted> found = kept.postings(record);
    postings += found.size();
    Map<Object, BigDecimal> rest = new HashMap<>();
    expected.forEach(p -> rest.merge(place(p), p.posting().amount(), BigDecimal::add));
    found.forEach(p -> rest.merge(place(p), p.posting().amount().negate(), BigDecimal::add));
    boolean same =
        expected.size() == found.size() && rest.values().stream().allMatch(v -> v.signum() == 0);
    if (!same) {
      long seq =
          rest.entrySet().stream()
              .filter(e -> e.getValue().signum() != 0)
              .mapToLong(e -> ((Place) e.getKey()).seq())
              .min()
              .orElse(0);
      listener.differs(
          "posting", seq, "record " + record + " has posted other than its entries say");
    }
  }

  private record Place(long seq, Cell cell, Stage stage, java.time.LocalDate on, int mark) {}

  private static Place place(Posted p) {
    Posting posting = p.posting();
    return new Place(p.seq(), posting.cell(), posting.stage(), posting.on(), posting.mark());
  }

  /** After the last record: none may be kept beyond it. */
  void finish() {
    RecordStore.@Nullable Row row = kept.next();
    if (row != null) {
      listener.differs("record", row.version(), "record " + row.id() + " has no entries");
    }
  }
}

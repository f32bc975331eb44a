package taizhang.server.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import taizhang.books.derive.Following;
import taizhang.books.entry.Entry;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.History;
import taizhang.books.entry.Image;
import taizhang.books.entry.Receipt;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.figure.Algebra;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Posted;
import taizhang.books.figure.Reckoning;
import taizhang.books.matter.Handling;
import taizhang.books.pack.Acceptance;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.IndicatorKind;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.PostingRule;
import taizhang.books.posting.Postings;
import taizhang.books.refusal.Problem;

/** One town's books in memory, by the pure core: what a load would come to in the real ones. */
final class RecordedBooks implements Appending {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  /** Loaded once for all tests that only read. */
  private static final Map<String, RecordedBooks> LOADED = new HashMap<>();

  private final DemoTown town;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Receipt> keys = new HashMap<>();
  private final Map<Long, List<Entry>> records = new LinkedHashMap<>();
  private final Map<String, List<Posted>> posted = new HashMap<>();
  private boolean summed;

  RecordedBooks(DemoTown town) {
    this.town = town;
  }

  /** A town's books with all its records, as they come from its recipes. */
  static synchronized RecordedBooks of(DemoTown town) {
    return LOADED.computeIfAbsent(
        town.code(),
        code -> {
          RecordedBooks books = new RecordedBooks(town);
          new DemoLoader(books, DemoFiles.READ, LoadProgress.SILENT).load(town);
          return books;
        });
  }

  @Override
  public List<Receipt> appendAll(String code, String by, List<Submission> batch) {
    return batch.stream().map(submission -> append(by, submission)).toList();
  }

  private Receipt append(String by, Submission s) {
    String key = by + " " + Objects.requireNonNull(s.key());
    Receipt before = keys.get(key);
    if (before != null) {
      return new Receipt(before.seq(), before.record(), true);
    }
    long seq = entries.size() + 1L;
    long record = s.record() == null ? seq : s.record();
    Ledger ledger = ledger(s.ledger());
    Map<String, Value> patch = withCopies(ledger, s.patch());
    String state =
        s.kind() == EntryKind.OPEN && ledger.lifecycle() != null
            ? ledger.lifecycle().opening(Image.EMPTY.with(patch), "2026-01-01")
            : s.state();
    Entry entry = entry(s, seq, record, patch, state, by, effectiveOn(s, ledger, patch));
    entries.add(entry);
    List<Entry> own = records.computeIfAbsent(record, r -> new ArrayList<>());
    if (s.kind() == EntryKind.MOVE) {
      assertMove(ledger, own, s, by);
    }
    own.add(entry);
    Map<String, Value> follows = Following.of(ledger, own).beside(entry);
    if (!follows.isEmpty()) {
      patch.putAll(follows);
      entry = entry(s, seq, record, patch, state, by, effectiveOn(s, ledger, patch));
      own.set(own.size() - 1, entry);
      entries.set(entries.size() - 1, entry);
    }
    refuse(ledger, own, s);
    Receipt receipt = new Receipt(seq, record, false);
    keys.put(key, receipt);
    return receipt;
  }

  /** The lifecycle has the move, and it is not barred to who makes it. */
  private static void assertMove(Ledger ledger, List<Entry> own, Submission s, String by) {
    String from = History.fold(own).latest().state();
    boolean open =
        Objects.requireNonNull(ledger.lifecycle()).movesFrom(from).values().stream()
            .anyMatch(
                move -> move.to().equals(s.state()) && Handling.ownState(move, own, by) == null);
    if (!open) {
      throw new AssertionError(by + " cannot move from " + from + " by " + s);
    }
  }

  private static @Nullable LocalDate effectiveOn(
      Submission s, Ledger ledger, Map<String, Value> patch) {
    boolean own = s.effectiveOn() == null && s.kind() == EntryKind.OPEN;
    return own && ledger.opensOn() != null
        ? Image.EMPTY.with(patch).date(ledger.opensOn())
        : s.effectiveOn();
  }

  private Entry entry(
      Submission s,
      long seq,
      long record,
      Map<String, Value> patch,
      @Nullable String state,
      String by,
      @Nullable LocalDate on) {
    return new Entry(
        town.code(),
        seq,
        s.ledger(),
        record,
        s.kind(),
        s.ofVersion(),
        s.area(),
        on,
        patch,
        state,
        0,
        by,
        Instant.EPOCH,
        s.reason(),
        by,
        s.key());
  }

  private static void refuse(Ledger ledger, List<Entry> own, Submission s) {
    List<Problem> problems = new ArrayList<>(Acceptance.ofPatch(ledger, s.patch()));
    History history = History.fold(own);
    if (!history.isEmpty() && problems.isEmpty()) {
      problems.addAll(
          Acceptance.ofImage(ledger, history.latest().image(), history.latest().state(), TODAY));
    }
    if (s.kind() == EntryKind.REVIEW && !ledger.review()) {
      throw new AssertionError(ledger.code() + " is not reviewed: " + s);
    }
    if (!problems.isEmpty()) {
      throw new AssertionError(problems + " in " + s);
    }
  }

  private Map<String, Value> withCopies(Ledger ledger, Map<String, Value> patch) {
    Map<String, Value> whole = new TreeMap<>(patch);
    for (Field field : ledger.fields().values()) {
      if (field.type() == FieldType.REF && patch.get(field.name()) instanceof Value.Text(var id)) {
        List<Entry> referred = Objects.requireNonNull(records.get(Long.valueOf(id)), id);
        assertLedger(field, referred.getFirst());
        Image image = History.fold(referred).latest().image();
        field
            .copies()
            .forEach(copy -> whole.put(copy, image.fields().getOrDefault(copy, Value.cleared())));
      }
    }
    return whole;
  }

  private static void assertLedger(Field field, Entry referred) {
    if (!referred.ledger().equals(field.ledger())) {
      throw new AssertionError(field.name() + " refers to " + referred.ledger());
    }
  }

  private static Ledger ledger(String code) {
    return Objects.requireNonNull(DemoFiles.PACKS.ledger(code), code);
  }

  /** All entries in order. */
  List<Entry> entries() {
    return entries;
  }

  /** The records of a ledger as they ended, without the void ones. */
  List<History> records(String ledger) {
    return records.values().stream()
        .filter(own -> own.getFirst().ledger().equals(ledger))
        .map(History::fold)
        .filter(history -> !history.isEmpty())
        .toList();
  }

  /** What stands behind an indicator. */
  List<Posted> posted(String indicator) {
    if (!summed) {
      summed = true;
      records.forEach((id, own) -> sum(id, own));
    }
    return posted.getOrDefault(indicator, List.of());
  }

  private void sum(long id, List<Entry> own) {
    Ledger ledger = ledger(own.getFirst().ledger());
    var after = Postings.of(own, ledger.post(), ledger.review());
    long seq = own.getLast().seq();
    Postings.between(Map.of(), after, null)
        .forEach(posting ->
            posted
                .computeIfAbsent(posting.cell().indicator(), i -> new ArrayList<>())
                .add(new Posted(seq, id, posting)));
  }

  /** A figure's value, null where there is none. */
  @Nullable BigDecimal value(FigureQuery query) {
    String area = query.area() == null ? town.town().code() : query.area();
    boolean target = query.indicator().endsWith(PostingRule.TARGET);
    Indicator indicator = target ? null : DemoFiles.PACKS.indicator(query.indicator());
    IndicatorKind kind = indicator == null ? IndicatorKind.STATED : indicator.kind();
    return switch (kind) {
      case COMPUTED ->
          new Algebra(new Parts())
              .value(Objects.requireNonNull(Objects.requireNonNull(indicator).formula()), query);
      case STATED -> {
        var stated = Reckoning.stated(query, posted(query.indicator()), area);
        yield stated == null ? null : stated.value();
      }
      case FLOW, STOCK, DISTINCT ->
          Reckoning.read(kind, query, posted(query.indicator()), within(area), TODAY);
    };
  }

  private Set<String> within(String area) {
    Set<String> codes =
        area.equals(town.town().code())
            ? town.areas().stream().map(DemoArea::code).collect(Collectors.toSet())
            : new java.util.HashSet<>();
    codes.add(area);
    return codes;
  }

  private final class Parts implements Algebra.Reader {
    @Override
    public @Nullable BigDecimal value(FigureQuery query) {
      return RecordedBooks.this.value(query);
    }

    @Override
    public List<String> areasBelow(FigureQuery query) {
      return town.areas().stream().map(DemoArea::code).toList();
    }

    @Override
    public LocalDate day(FigureQuery query) {
      return TODAY;
    }
  }
}

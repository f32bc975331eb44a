package taizhang.server.conform;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import taizhang.books.conform.Case;
import taizhang.books.conform.CaseBooks;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Receipt;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Point;
import taizhang.books.period.Period;
import taizhang.server.figure.Figures;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.SystemLedger;

/** The books of one case in the scratch town. */
final class ScratchBooks implements CaseBooks {

  private static final String TOWN = DatabaseConformance.SCRATCH;
  private static final String BY = "conform";
  private static final String LEDGER = "case.record";
  private static final LocalDate FAR_BACK = LocalDate.of(1, 1, 1);
  private static final LocalDate FAR_AHEAD = LocalDate.of(9999, 12, 31);

  private final Case shown;
  private final Entries entries;
  private final Figures figures;
  private final String root;
  private final Map<String, Long> records = new HashMap<>();

  /** The case's own numbering to the seq on the chain. */
  private final TreeMap<Long, Long> seqs = new TreeMap<>();

  private final long adoption;

  ScratchBooks(Case shown, Entries entries, Figures figures, String systemPack) {
    this.shown = shown;
    this.entries = entries;
    this.figures = figures;
    this.root =
        shown.areas().entrySet().stream()
            .filter(e -> e.getValue() == null)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no area is the town"))
            .getKey();
    adopt("system", systemPack);
    shown.areas().forEach(this::area);
    this.adoption = adopt("case", CasePack.yaml(shown, 0)).record();
    seqs.put(0L, adoption);
  }

  private Receipt adopt(String pack, String yaml) {
    return open(
        SystemLedger.ADOPTION,
        Map.of("pack", Value.of(pack), "version", Value.of(1), "yaml", Value.of(yaml)));
  }

  private void area(String code, @Nullable String parent) {
    Map<String, Value> fields = new TreeMap<>();
    fields.put("code", Value.of(code));
    fields.put("name", Value.of(code));
    fields.put("level", Value.of("town"));
    fields.put("valid_from", Value.of("1900-01-01"));
    if (parent != null) {
      fields.put("parent", Value.of(parent));
    }
    open(SystemLedger.AREA, fields);
  }

  private Receipt open(String ledger, Map<String, Value> fields) {
    return entries.append(
        TOWN, BY, Submission.open(ledger, root, LocalDate.of(1900, 1, 1), fields));
  }

  @Override
  public void append(Case.Item item) {
    long seq =
        switch (item) {
          case Case.Close close ->
              open(SystemLedger.CLOSURE, Map.of("through", Value.of(close.through()))).seq();
          case Case.Adopt adopt -> readopt(adopt.ledger());
          case Case.Write write -> write(write);
        };
    seqs.put(item.seq(), seq);
  }

  private long readopt(int ledger) {
    Map<String, Value> fields =
        Map.of("version", Value.of(ledger + 1), "yaml", Value.of(CasePack.yaml(shown, ledger)));
    return entries
        .append(
            TOWN,
            BY,
            Submission.change(SystemLedger.ADOPTION, adoption, LocalDate.of(1900, 1, 1), fields))
        .seq();
  }

  private long write(Case.Write write) {
    boolean review = shown.ledgers().getFirst().review();
    if (write.kind() == EntryKind.REVIEW && !review) {
      return seqs.lastEntry().getValue();
    }
    Receipt receipt = entries.append(TOWN, BY, submission(write));
    records.putIfAbsent(write.record(), receipt.record());
    return receipt.seq();
  }

  private Submission submission(Case.Write write) {
    return new Submission(
        LEDGER,
        write.kind(),
        records.get(write.record()),
        null,
        write.ofVersion() == null ? null : seqs.get(write.ofVersion()),
        write.area(),
        write.effectiveOn(),
        write.patch(),
        write.state(),
        write.kind() == EntryKind.CORRECT || write.kind() == EntryKind.VOID ? "案例" : null,
        null);
  }

  @Override
  public @Nullable BigDecimal read(Case.Reading reading) {
    Long newest = reading.newest();
    Long seq = newest == null ? null : Objects.requireNonNull(seqs.floorEntry(newest)).getValue();
    LocalDate from = reading.from() == null ? FAR_BACK : reading.from();
    LocalDate day = reading.day() == null ? FAR_AHEAD : reading.day();
    FigureQuery query =
        new FigureQuery(
            "case." + reading.indicator(),
            reading.area(),
            new Period(from, reading.to()),
            new Point(seq, day),
            reading.all(),
            reading.belongs(),
            "");
    return figures.read(TOWN, query).value();
  }
}

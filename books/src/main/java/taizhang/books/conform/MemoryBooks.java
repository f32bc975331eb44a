package taizhang.books.conform;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import taizhang.books.area.Area;
import taizhang.books.area.AreaTree;
import taizhang.books.entry.Entry;
import taizhang.books.entry.EntryKind;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Point;
import taizhang.books.figure.Posted;
import taizhang.books.figure.Reckoning;
import taizhang.books.pack.IndicatorKind;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.PostingRule;
import taizhang.books.period.Period;
import taizhang.books.posting.Postings;

/** The books of one case in memory, by the pure core alone. */
final class MemoryBooks implements CaseBooks {

  private static final LocalDate FAR_BACK = LocalDate.of(1, 1, 1);
  private static final LocalDate FAR_AHEAD = LocalDate.of(9999, 12, 31);

  private final Case shown;
  private final AreaTree areas;
  private final Map<String, List<Entry>> entries = new LinkedHashMap<>();
  private final Map<String, Long> numbers = new HashMap<>();
  private final List<Posted> posted = new ArrayList<>();
  private Ledger ledger;
  private @Nullable LocalDate closedThrough;

  MemoryBooks(Case shown) {
    this.shown = shown;
    this.ledger = shown.ledgers().getFirst();
    List<Area> all = new ArrayList<>();
    shown.areas().forEach((c, p) -> all.add(new Area(c, c, "any", p, null, null, null)));
    this.areas = new AreaTree(all);
  }

  @Override
  public void append(Case.Item item) {
    switch (item) {
      case Case.Close(long seq, LocalDate through) ->
          closedThrough =
              closedThrough == null || through.isAfter(closedThrough) ? through : closedThrough;
      case Case.Adopt(long seq, int n) -> adopt(seq, shown.ledgers().get(n));
      case Case.Write write -> write(write);
    }
  }

  private void write(Case.Write write) {
    List<Entry> own = entries.computeIfAbsent(write.record(), r -> new ArrayList<>());
    long record = numbers.computeIfAbsent(write.record(), r -> write.seq());
    var before = Postings.of(own, ledger.post(), ledger.review());
    own.add(entry(write, record));
    var after = Postings.of(own, ledger.post(), ledger.review());
    Postings.between(before, after, closedThrough)
        .forEach(posting -> posted.add(new Posted(write.seq(), record, posting)));
  }

  private Entry entry(Case.Write write, long record) {
    return new Entry(
        "case",
        write.seq(),
        ledger.code(),
        record,
        write.kind(),
        write.kind() == EntryKind.CORRECT ? write.ofVersion() : null,
        write.area(),
        write.effectiveOn(),
        write.patch(),
        write.state(),
        0,
        "case",
        Instant.EPOCH,
        null,
        "case",
        null);
  }

  private void adopt(long seq, Ledger next) {
    entries.forEach((name, own) -> {
      var before = Postings.of(own, ledger.post(), ledger.review());
      var after = Postings.of(own, next.post(), next.review());
      long record = numbers.getOrDefault(name, 0L);
      Postings.between(before, after, closedThrough)
          .forEach(posting -> posted.add(new Posted(seq, record, posting)));
    });
    ledger = next;
  }

  @Override
  public @Nullable BigDecimal read(Case.Reading reading) {
    LocalDate from = reading.from() == null ? FAR_BACK : reading.from();
    FigureQuery query =
        new FigureQuery(
            reading.indicator(),
            reading.area(),
            new Period(from, reading.to()),
            new Point(reading.newest(), reading.day()),
            reading.all(),
            reading.belongs(),
            "");
    IndicatorKind kind = kind(reading.indicator());
    if (kind == IndicatorKind.STATED) {
      Reckoning.Stated stated = Reckoning.stated(query, posted, reading.area());
      return stated == null ? null : stated.value();
    }
    Set<String> within = new HashSet<>(areas.within(reading.area()));
    LocalDate through = reading.day() == null ? FAR_AHEAD : reading.day();
    return Reckoning.read(kind, query, posted, within, through);
  }

  private IndicatorKind kind(String indicator) {
    return shown.ledgers().stream()
        .flatMap(l -> l.post().stream())
        .filter(rule -> rule.to().equals(indicator))
        .map(PostingRule::kind)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nothing posts to " + indicator));
  }
}

package taizhang.server.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Point;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.figure.Figures;
import taizhang.server.figure.LatestFigures;
import taizhang.server.ledger.Author;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.RecordRows;
import taizhang.server.report.Pinned.Difference;
import taizhang.server.report.Pinned.PinnedNumber;

/**
 * The versions of a report that were circulated. Each pins the point of the books it was read at
 * and the words it printed; what has changed since is listed, and taken over one number at a time.
 */
@Service
public class Versions {

  static final String VERSION = "report.version";

  /**
   * Papers kept at hand: they never change, and reading an old point of the books takes a while.
   */
  private static final int PAPERS = 24;

  /** A version's paper: the record, and the entry that last changed it. */
  private record PaperKey(String town, long record, long version) {}

  private final Figures figures;
  private final LatestFigures latest;
  private final RecordRows rows;
  private final Entries entries;
  private final Reports reports;
  private final Map<PaperKey, Composition> papers =
      Collections.synchronizedMap(
          new LinkedHashMap<PaperKey, Composition>(PAPERS, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<PaperKey, Composition> eldest) {
              return size() > PAPERS;
            }
          });

  Versions(
      Figures figures, LatestFigures latest, RecordRows rows, Entries entries, Reports reports) {
    this.figures = figures;
    this.latest = latest;
    this.rows = rows;
    this.entries = entries;
    this.reports = reports;
  }

  /** The versions of a year, newest first. */
  public List<VersionHead> list(String town, int year) {
    return rows(town, year).stream()
        .map(Versions::head)
        .sorted(Comparator.comparingInt(VersionHead::number).reversed())
        .toList();
  }

  /** The version with a number; refused where there is none. */
  public Pinned find(String town, int year, int number) {
    return rows(town, year).stream()
        .filter(row -> row.image().text("number").equals(Integer.toString(number)))
        .map(Versions::pinned)
        .findFirst()
        .orElseThrow(
            () -> Refusal.of(ProblemCode.UNKNOWN_FACT, year + "年报告第" + number + "稿", "请从报告页选版次"));
  }

  private List<RecordRow> rows(String town, int year) {
    return rows.with(town, List.of(VERSION), "year", Integer.toString(year));
  }

  /** Circulates the draft as it reads now. */
  public Pinned circulate(String town, int year, Author by) {
    Composition report = reports.compose(town, year, Point.NOW);
    int number = list(town, year).stream().mapToInt(VersionHead::number).max().orElse(0) + 1;
    Map<String, Value> fields =
        Map.of(
            "year", Value.of(year),
            "number", Value.of(number),
            "title", Value.of(report.outline().title()),
            "outline", Value.of(report.outline().text()),
            "pinned_seq", Value.of(report.seq()),
            "pinned_on", Value.of(report.day()),
            "printed", Value.of(PinnedText.write(PinnedText.of(report))));
    String area = figures.rules(town).areas().root().code();
    entries.appendAll(town, by, List.of(Submission.open(VERSION, area, null, fields)));
    return find(town, year, number);
  }

  /**
   * Moves a version on.
   *
   * @param state the state it enters
   * @param missing citations without a figure
   * @param errors findings of the checker that nobody answered and that block publication
   * @param waived why it goes on in spite of them, empty for no such reason
   * @throws Refusal where its lifecycle does not let it, or the version was changed meanwhile
   */
  public void move(
      Pinned pinned,
      String state,
      int missing,
      int errors,
      String waived,
      String reason,
      Author by,
      LocalDate today) {
    Map<String, Value> fields =
        Map.of(
            "missing", Value.of(missing),
            "errors", Value.of(errors),
            "waived", waived.isBlank() ? Value.cleared() : Value.of(waived.strip()));
    Submission move =
        new Submission(
            VERSION,
            EntryKind.MOVE,
            pinned.record(),
            pinned.version(),
            null,
            null,
            today,
            fields,
            state,
            reason.isBlank() ? null : reason.strip(),
            null);
    entries.appendAll(pinned.outline().town(), by, List.of(move));
  }

  /** What the books give otherwise now than the version printed. */
  public List<Difference> differences(Pinned pinned) {
    String town = pinned.outline().town();
    Composition now = reports.compose(pinned.outline(), Point.NOW);
    List<Composition.Number> changed =
        now.numbers().stream()
            .filter(number -> !pinned.printed().get(number.n() - 1).text().equals(number.text()))
            .toList();
    List<FigureQuery> queries = new ArrayList<>();
    List<Long> seqs = new ArrayList<>();
    for (Composition.Number number : changed) {
      queries.add(number.citation().query(pinned.outline().period(), Point.NOW));
      seqs.add(pinned.printed().get(number.n() - 1).seq());
    }
    List<Long> entriesSince = latest.entriesSince(town, queries, seqs);
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < changed.size(); i++) {
      differences.add(difference(pinned, changed.get(i), entriesSince.get(i)));
    }
    return differences;
  }

  private static Difference difference(Pinned pinned, Composition.Number now, long entries) {
    String was = pinned.printed().get(now.n() - 1).text();
    return new Difference(now.n(), now.indicator().title(), was, now.text(), entries);
  }

  /** Takes one number of a version over from the books as they are now. */
  public Pinned refresh(Pinned pinned, int n, Author by) {
    String town = pinned.outline().town();
    Composition.Number fresh = reports.number(pinned.outline(), n, Point.NOW);
    if (fresh == null) {
      throw Refusal.of(ProblemCode.UNKNOWN_FACT, "第" + n + "个数", "报告里没有这个数");
    }
    List<PinnedNumber> printed = new ArrayList<>(pinned.printed());
    printed.set(n - 1, PinnedText.of(fresh, fresh.figure().seq()));
    Submission correction =
        Submission.correct(
            VERSION,
            pinned.record(),
            Map.of("printed", Value.of(PinnedText.write(printed))),
            "更新第" + n + "个数：" + pinned.printed().get(n - 1).text() + " → " + fresh.text());
    entries.appendAll(town, by, List.of(correction));
    return find(town, pinned.outline().year(), pinned.number());
  }

  /** The version's paper: its own words, figures read at its point, numbers as it printed them. */
  public Composition paper(Pinned pinned) {
    PaperKey key = new PaperKey(pinned.outline().town(), pinned.record(), pinned.version());
    Composition known = papers.get(key);
    if (known == null) {
      Composition read = reports.compose(pinned.outline(), new Point(pinned.seq(), pinned.day()));
      known = read.printing(pinned.printed().stream().map(PinnedNumber::text).toList());
      papers.put(key, known);
    }
    return known;
  }

  static VersionHead head(RecordRow row) {
    return new VersionHead(
        row.id(),
        Integer.parseInt(row.image().text("number")),
        row.state(),
        Long.parseLong(row.image().text("pinned_seq")),
        LocalDate.parse(row.image().text("pinned_on")));
  }

  private static Pinned pinned(RecordRow row) {
    VersionHead head = head(row);
    return new Pinned(
        row.id(),
        row.version(),
        head.number(),
        row.state(),
        OutlineReader.read("报告版本" + row.id(), row.image().text("outline")),
        head.seq(),
        head.day(),
        PinnedText.read(row.image().text("printed")));
  }
}

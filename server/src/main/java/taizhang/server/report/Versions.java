package taizhang.server.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Point;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.figure.Figures;
import taizhang.server.figure.Source;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.RecordView;
import taizhang.server.ledger.Records;
import taizhang.server.report.Pinned.Difference;
import taizhang.server.report.Pinned.PinnedNumber;

/**
 * The versions of a report that were circulated. Each pins the point of the books it was read at
 * and the words it printed; what has changed since is listed, and taken over one number at a time.
 */
@Service
public class Versions {

  static final String VERSION = "report.version";

  private static final int MOST = 500;

  private final Figures figures;
  private final Records records;
  private final Entries entries;
  private final Reports reports;

  Versions(Figures figures, Records records, Entries entries, Reports reports) {
    this.figures = figures;
    this.records = records;
    this.entries = entries;
    this.reports = reports;
  }

  /** The versions of a year, newest first. */
  public List<Pinned> list(String town, int year) {
    if (figures.rules(town).packs().ledger(VERSION) == null) {
      return List.of();
    }
    return records.ids(town, VERSION, MOST, 0).stream()
        .map(id -> records.find(town, id))
        .filter(view -> view.image().text("year").equals(Integer.toString(year)))
        .map(Versions::pinned)
        .sorted(Comparator.comparingInt(Pinned::number).reversed())
        .toList();
  }

  /** The version with a number; refused where there is none. */
  public Pinned find(String town, int year, int number) {
    return list(town, year).stream()
        .filter(pinned -> pinned.number() == number)
        .findFirst()
        .orElseThrow(
            () -> Refusal.of(ProblemCode.UNKNOWN_FACT, year + "年报告第" + number + "稿", "请从报告页选版次"));
  }

  /** Circulates the draft as it reads now. */
  public Pinned circulate(String town, int year, String by) {
    Composition report = reports.compose(town, year, Point.NOW);
    int number = list(town, year).stream().mapToInt(Pinned::number).max().orElse(0) + 1;
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
    entries.append(town, by, Submission.open(VERSION, area, null, fields));
    return find(town, year, number);
  }

  /** What the books give otherwise now than the version printed. */
  public List<Difference> differences(Pinned pinned) {
    String town = pinned.outline().town();
    Composition now = reports.compose(pinned.outline(), Point.NOW);
    List<Difference> differences = new ArrayList<>();
    for (Composition.Number number : now.numbers()) {
      PinnedNumber was = pinned.printed().get(number.n() - 1);
      if (!was.text().equals(number.text())) {
        differences.add(
            new Difference(
                number.n(),
                number.indicator().title(),
                was.text(),
                number.text(),
                entriesSince(town, pinned.outline(), number, was)));
      }
    }
    return differences;
  }

  /** Takes one number of a version over from the books as they are now. */
  public Pinned refresh(Pinned pinned, int n, String by) {
    String town = pinned.outline().town();
    Composition.Number fresh = reports.number(pinned.outline(), n, Point.NOW);
    if (fresh == null) {
      throw Refusal.of(ProblemCode.UNKNOWN_FACT, "第" + n + "个数", "报告里没有这个数");
    }
    List<PinnedNumber> printed = new ArrayList<>(pinned.printed());
    printed.set(n - 1, PinnedText.of(fresh, fresh.figure().seq()));
    entries.append(
        town,
        by,
        Submission.correct(
            VERSION,
            pinned.record(),
            Map.of("printed", Value.of(PinnedText.write(printed))),
            "更新第" + n + "个数：" + pinned.printed().get(n - 1).text() + " → " + fresh.text()));
    return find(town, pinned.outline().year(), pinned.number());
  }

  /** The version's paper: its own words, figures read at its point, numbers as it printed them. */
  public Composition paper(Pinned pinned) {
    Composition read = reports.compose(pinned.outline(), new Point(pinned.seq(), pinned.day()));
    return read.printing(pinned.printed().stream().map(PinnedNumber::text).toList());
  }

  private long entriesSince(
      String town, Outline outline, Composition.Number number, PinnedNumber was) {
    FigureQuery query = number.citation().query(outline.period(), Point.NOW);
    return figures.sources(town, query, MOST, 0).stream()
        .mapToLong(Source::seq)
        .filter(seq -> seq > was.seq())
        .distinct()
        .count();
  }

  private static Pinned pinned(RecordView view) {
    return new Pinned(
        view.id(),
        Integer.parseInt(view.image().text("number")),
        view.state(),
        OutlineReader.read("报告版本" + view.id(), view.image().text("outline")),
        Long.parseLong(view.image().text("pinned_seq")),
        LocalDate.parse(view.image().text("pinned_on")),
        PinnedText.read(view.image().text("printed")));
  }
}

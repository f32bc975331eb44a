package taizhang.server.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.figure.Point;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.figure.Figures;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.RecordView;
import taizhang.server.ledger.Records;

/** The annual reports of a town: their drafts, kept as records on the town's books. */
@Service
public class Reports {

  static final String DOCUMENT = "report.document";

  private static final int MOST = 500;

  private final Figures figures;
  private final Records records;
  private final Entries entries;
  private final Composer composer;

  Reports(Figures figures, Records records, Entries entries) {
    this.figures = figures;
    this.records = records;
    this.entries = entries;
    this.composer = new Composer(figures::readAll, town -> figures.rules(town).packs()::indicator);
  }

  /** The reports of a town, newest first; none where it does not keep them. */
  public List<ReportHead> list(String town) {
    if (figures.rules(town).packs().ledger(DOCUMENT) == null) {
      return List.of();
    }
    return records.ids(town, DOCUMENT, MOST, 0).stream()
        .map(id -> head(records.find(town, id)))
        .sorted(Comparator.comparingInt(ReportHead::year).reversed())
        .toList();
  }

  /**
   * The draft of a year.
   *
   * @throws Refusal where there is none
   */
  public Outline outline(String town, int year) {
    return parsed(records.find(town, head(town, year).record()));
  }

  /** Composes the draft of a year. */
  public Composition compose(String town, int year, Point at) {
    return compose(outline(town, year), at);
  }

  /** Composes an outline. */
  public Composition compose(Outline outline, Point at) {
    return composer.compose(outline, at);
  }

  /** One number of an outline; null where it has no such number. */
  public Composition.@Nullable Number number(Outline outline, int n, Point at) {
    return composer.number(outline, n, at);
  }

  /**
   * Keeps an outline as the draft of its year; a draft that says the same already stays untouched.
   *
   * @return the record of the draft
   * @throws Refusal where the outline cites what the town's packs do not declare
   */
  public long save(Outline outline, String by) {
    composer.check(outline);
    String town = outline.town();
    ReportHead known = find(town, outline.year());
    Map<String, Value> fields =
        Map.of(
            "year", Value.of(outline.year()),
            "title", Value.of(outline.title()),
            "outline", Value.of(outline.text()));
    if (known == null) {
      String area = figures.rules(town).areas().root().code();
      return entries.append(town, by, Submission.open(DOCUMENT, area, null, fields)).record();
    }
    if (!text(records.find(town, known.record())).equals(outline.text())) {
      entries.append(town, by, Submission.correct(DOCUMENT, known.record(), fields, "修改文稿"));
    }
    return known.record();
  }

  private ReportHead head(String town, int year) {
    ReportHead head = find(town, year);
    if (head == null) {
      throw Refusal.of(ProblemCode.UNKNOWN_FACT, year + "年政府工作报告", "先登记报告文稿");
    }
    return head;
  }

  private @Nullable ReportHead find(String town, int year) {
    return list(town).stream().filter(head -> head.year() == year).findFirst().orElse(null);
  }

  private static ReportHead head(RecordView view) {
    return new ReportHead(
        view.id(), Integer.parseInt(view.image().text("year")), view.image().text("title"));
  }

  private static String text(RecordView view) {
    return view.image().text("outline");
  }

  private static Outline parsed(RecordView view) {
    return OutlineReader.read("报告文稿" + view.id(), text(view));
  }
}

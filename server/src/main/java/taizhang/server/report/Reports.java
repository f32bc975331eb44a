package taizhang.server.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.figure.Point;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.figure.Figures;
import taizhang.server.figure.LatestFigures;
import taizhang.server.ledger.Author;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.RecordRows;

/** The annual reports of a town: their drafts, kept as records on the town's books. */
@Service
public class Reports {

  static final String DOCUMENT = "report.document";

  private final Figures figures;
  private final RecordRows rows;
  private final Entries entries;
  private final Composer composer;

  Reports(Figures figures, LatestFigures latest, RecordRows rows, Entries entries) {
    this.figures = figures;
    this.rows = rows;
    this.entries = entries;
    this.composer = new Composer(latest::readAll, town -> figures.rules(town).packs()::indicator);
  }

  /** The reports of a town, newest first; none where it does not keep them. */
  public List<ReportHead> list(String town) {
    List<ReportHead> found = new ArrayList<>();
    rows.each(figures.rules(town).operator(town), DOCUMENT, row -> found.add(head(row)));
    found.sort(Comparator.comparingInt(ReportHead::year).reversed());
    return found;
  }

  /**
   * The draft of a year.
   *
   * @throws Refusal where there is none
   */
  public Outline outline(String town, int year) {
    Draft draft = find(town, year);
    if (draft == null) {
      throw absent(year);
    }
    return draft.outline();
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
  public long save(Outline outline, Author by) {
    composer.check(outline);
    Draft known = find(outline.town(), outline.year());
    if (known == null) {
      String area = figures.rules(outline.town()).areas().root().code();
      Submission opening = Submission.open(DOCUMENT, area, null, fields(outline));
      return entries.appendAll(outline.town(), by, List.of(opening)).getFirst().record();
    }
    if (!known.outline().text().equals(outline.text())) {
      save(known, outline, by, "修改文稿");
    }
    return known.record();
  }

  /**
   * Writes a draft anew.
   *
   * @param seen the draft as its writer saw it
   * @throws Refusal where it was written by somebody else meanwhile, or the outline cites what is
   *     not declared
   */
  void save(Draft seen, Outline outline, Author by, String reason) {
    composer.declared(outline);
    Submission written =
        new Submission(
            DOCUMENT,
            EntryKind.CORRECT,
            seen.record(),
            seen.version(),
            null,
            null,
            null,
            fields(outline),
            null,
            reason,
            null);
    entries.appendAll(outline.town(), by, List.of(written));
  }

  Composer composer() {
    return composer;
  }

  private static Map<String, Value> fields(Outline outline) {
    return Map.of(
        "year", Value.of(outline.year()),
        "title", Value.of(outline.title()),
        "outline", Value.of(outline.text()));
  }

  private @Nullable Draft find(String town, int year) {
    List<RecordRow> found = rows.with(town, List.of(DOCUMENT), "year", Integer.toString(year));
    return found.isEmpty() ? null : draft(found.getFirst());
  }

  static Refusal absent(int year) {
    return Refusal.of(ProblemCode.UNKNOWN_FACT, year + "年政府工作报告", "先登记报告文稿");
  }

  static Draft draft(RecordRow row) {
    String text = row.image().text("outline");
    return new Draft(row.id(), row.version(), OutlineReader.read("报告文稿" + row.id(), text));
  }

  static ReportHead head(RecordRow row) {
    return new ReportHead(
        row.id(), Integer.parseInt(row.image().text("year")), row.image().text("title"));
  }
}

package taizhang.server.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.entry.Image;
import taizhang.books.pack.Lifecycle;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.prose.review.Decision;
import taizhang.prose.review.Verdict;
import taizhang.server.figure.Figures;
import taizhang.server.ledger.RecordEntries;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.RecordRows;

/**
 * Everything about a year's report, read with one statement. Read as the operator would: how much
 * of it a person may see, the report's own {@link Readership} says.
 */
@Service
public class Dossiers {

  static final String ASSIGNMENT = "report.assignment";
  static final String COMMENT = "report.comment";
  static final String RULING = "report.ruling";

  private static final List<String> LEDGERS =
      List.of(Reports.DOCUMENT, Versions.VERSION, ASSIGNMENT, COMMENT, RULING);

  private final RecordRows rows;
  private final RecordEntries entries;
  private final Figures figures;

  Dossiers(RecordRows rows, RecordEntries entries, Figures figures) {
    this.rows = rows;
    this.entries = entries;
    this.figures = figures;
  }

  /**
   * What there is about a year's report. Who may see how much of it, {@link Readership} says.
   *
   * @throws Refusal where there is no report of that year
   */
  public Dossier open(String town, int year) {
    Draft draft = null;
    List<VersionHead> versions = new ArrayList<>();
    List<Assignment> assignments = new ArrayList<>();
    List<Comment> comments = new ArrayList<>();
    List<Decision> rulings = new ArrayList<>();
    for (RecordRow row : rows.with(town, LEDGERS, "year", Integer.toString(year))) {
      switch (row.ledger()) {
        case Reports.DOCUMENT -> draft = Reports.draft(row);
        case Versions.VERSION -> versions.add(Versions.head(row));
        case ASSIGNMENT -> assignments.add(assignment(row));
        case COMMENT -> comments.add(comment(row));
        default -> rulings.add(ruling(row.image()));
      }
    }
    if (draft == null) {
      throw Reports.absent(year);
    }
    versions.sort(Comparator.comparingInt(VersionHead::number).reversed());
    return new Dossier(
        draft,
        versions,
        assignments,
        comments,
        rulings,
        Objects.requireNonNull(figures.rules(town).ledger(Versions.VERSION).lifecycle()));
  }

  /** The reports of a town, newest first; none where it does not keep them. */
  public List<ReportYear> years(String town) {
    if (figures.rules(town).packs().ledger(Reports.DOCUMENT) == null) {
      return List.of();
    }
    Clearance all = figures.rules(town).operator(town);
    Map<Integer, ReportHead> heads = new TreeMap<>(Comparator.reverseOrder());
    rows.each(all, Reports.DOCUMENT, row -> heads.put(year(row), Reports.head(row)));
    Map<Integer, List<VersionHead>> versions = byYear(all, Versions.VERSION, Versions::head);
    Map<Integer, List<Assignment>> asked = byYear(all, ASSIGNMENT, Dossiers::assignment);
    Map<Long, List<String>> writers =
        entries.writers(town, heads.values().stream().map(ReportHead::record).toList());
    Lifecycle circulation =
        Objects.requireNonNull(figures.rules(town).ledger(Versions.VERSION).lifecycle());
    List<ReportYear> years = new ArrayList<>();
    heads.forEach((year, head) ->
        years.add(
            new ReportYear(
                head,
                versions.getOrDefault(year, List.of()).reversed(),
                asked.getOrDefault(year, List.of()),
                writers.getOrDefault(head.record(), List.of()),
                circulation)));
    return years;
  }

  private <T> Map<Integer, List<T>> byYear(
      Clearance all, String ledger, Function<RecordRow, T> read) {
    Map<Integer, List<T>> found = new HashMap<>();
    rows.each(
        all,
        ledger,
        row -> found.computeIfAbsent(year(row), y -> new ArrayList<>()).add(read.apply(row)));
    return found;
  }

  private static int year(RecordRow row) {
    return Integer.parseInt(row.image().text("year"));
  }

  static Assignment assignment(RecordRow row) {
    Image image = row.image();
    return new Assignment(
        row.id(),
        Integer.parseInt(image.text("year")),
        image.text("paragraph"),
        image.text("words"),
        image.text("department"),
        LocalDate.parse(image.text("due")),
        row.state());
  }

  private static Comment comment(RecordRow row) {
    Image image = row.image();
    String answers = image.text("answers");
    return new Comment(
        row.id(),
        image.text("paragraph"),
        image.text("text"),
        answers.isEmpty() ? 0 : Long.parseLong(answers),
        row.state());
  }

  private static Decision ruling(Image image) {
    return new Decision(
        image.text("fingerprint"),
        image.text("rule"),
        image.text("words"),
        image.text("context"),
        image.text("figures"),
        Verdict.DISMISS,
        image.text("reason"));
  }

  /** Refuses a paragraph that the report does not have. */
  static Outline.Paragraph paragraph(Dossier dossier, String id) {
    Outline.Paragraph paragraph = dossier.draft().outline().paragraph(id);
    if (paragraph == null) {
      throw Refusal.of(ProblemCode.UNKNOWN_FACT, "段落" + id, "文稿里已没有这一段，请回到报告页");
    }
    return paragraph;
  }
}

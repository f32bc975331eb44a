package taizhang.server.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.pack.Lifecycle;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.prose.finding.Finding;
import taizhang.prose.review.Decision;
import taizhang.server.figure.Figures;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.RecordRows;

/**
 * What stands beside the paragraphs of a report: who answers for them, what was said about them,
 * which findings of the checker were let stand. All of it is kept as records of the report's pack.
 */
@Service
public class Margins {

  private static final int WORDS = 20;

  private final Dossiers dossiers;
  private final Figures figures;
  private final Entries entries;
  private final RecordRows rows;

  Margins(Dossiers dossiers, Figures figures, Entries entries, RecordRows rows) {
    this.dossiers = dossiers;
    this.figures = figures;
    this.entries = entries;
    this.rows = rows;
  }

  /** Asks a department for a paragraph; asking again moves the day. */
  public void assign(Readership who, int year, String paragraph, String department, LocalDate due) {
    who.mustWrite();
    Dossier dossier = dossiers.open(who.who().town(), year);
    Outline.Paragraph asked = Dossiers.paragraph(dossier, paragraph);
    if (department.isBlank()) {
      throw Refusal.of(ProblemCode.MISSING_FIELD, "起草站所办");
    }
    for (Assignment known : dossier.assignments(paragraph)) {
      if (known.department().equals(department)) {
        Map<String, Value> day = Map.of("due", Value.of(due));
        enter(who, Submission.correct(Dossiers.ASSIGNMENT, known.record(), day, "改交稿日期"));
        return;
      }
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("year", Value.of(year));
    fields.put("paragraph", Value.of(paragraph));
    fields.put("words", Value.of(beginning(asked)));
    fields.put("department", Value.of(department));
    fields.put("due", Value.of(due));
    open(who, Dossiers.ASSIGNMENT, fields);
  }

  /** Moves an assignment on: written, confirmed, sent back. */
  public void moveAssignment(
      Readership who, int year, long record, String move, String reason, LocalDate today) {
    Dossier dossier = dossiers.open(who.who().town(), year);
    Assignment assignment = assignment(dossier, record);
    Lifecycle.Move made = move(who, Dossiers.ASSIGNMENT, move);
    boolean own = who.answersFor(assignment) && made.by().toString().contains("department");
    if (!own && !who.writes()) {
      throw Refusal.of(ProblemCode.NOT_YOURS, made.title(), assignment.department());
    }
    move(who, Dossiers.ASSIGNMENT, record, made, reason, today);
  }

  private static Assignment assignment(Dossier dossier, long record) {
    return dossier.assignments().stream()
        .filter(a -> a.record() == record)
        .findFirst()
        .orElseThrow(() -> Refusal.of(ProblemCode.UNKNOWN_RECORD, record));
  }

  /** Takes an assignment back. */
  public void release(Readership who, int year, long record) {
    who.mustWrite();
    Assignment released = assignment(dossiers.open(who.who().town(), year), record);
    enter(who, Submission.voided(Dossiers.ASSIGNMENT, released.record(), "取消分工"));
  }

  /** What a person's departments still owe to any report of the town, most urgent first. */
  public List<Assignment> owed(Readership who) {
    List<Assignment> owed = new ArrayList<>();
    if (figures.rules(who.who().town()).packs().ledger(Dossiers.ASSIGNMENT) != null) {
      rows.each(
          figures.rules(who.who().town()).operator(who.who().town()),
          Dossiers.ASSIGNMENT,
          row -> {
            Assignment assignment = Dossiers.assignment(row);
            if (assignment.owed() && who.answersFor(assignment)) {
              owed.add(assignment);
            }
          });
    }
    owed.sort(Comparator.comparing(Assignment::due));
    return owed;
  }

  /**
   * Says something about a paragraph.
   *
   * @param answers the comment it answers, 0 to begin a thread
   */
  public void say(Readership who, int year, String paragraph, String text, long answers) {
    who.mustDraft();
    Dossier dossier = dossiers.open(who.who().town(), year);
    Dossiers.paragraph(dossier, paragraph);
    if (text.isBlank()) {
      throw Refusal.of(ProblemCode.MISSING_FIELD, "意见");
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("year", Value.of(year));
    fields.put("paragraph", Value.of(paragraph));
    fields.put("text", Value.of(text.strip()));
    if (answers != 0) {
      comment(dossier, answers);
      fields.put("answers", Value.of(Long.toString(answers)));
    }
    open(who, Dossiers.COMMENT, fields);
  }

  /** Settles a thread, or takes it up again. */
  public void moveComment(Readership who, int year, long record, String move, LocalDate today) {
    who.mustDraft();
    comment(dossiers.open(who.who().town(), year), record);
    move(who, Dossiers.COMMENT, record, move(who, Dossiers.COMMENT, move), "", today);
  }

  private static void comment(Dossier dossier, long record) {
    if (dossier.comments().stream().noneMatch(c -> c.record() == record && c.answers() == 0)) {
      throw Refusal.of(ProblemCode.UNKNOWN_RECORD, record);
    }
  }

  /** Lets a finding of the checker stand, for a reason. */
  public void dismiss(Readership who, int year, Finding finding, String reason) {
    who.mustDraft();
    if (reason.isBlank()) {
      throw Refusal.of(ProblemCode.REASON_REQUIRED, "不作修改");
    }
    Decision decision = Decision.dismiss(finding, reason.strip());
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("year", Value.of(year));
    fields.put("fingerprint", Value.of(decision.fingerprint()));
    fields.put("rule", Value.of(decision.rule()));
    filled(fields, "words", decision.text());
    filled(fields, "context", decision.context());
    filled(fields, "figures", decision.figures());
    fields.put("reason", Value.of(decision.reason()));
    open(who, Dossiers.RULING, fields);
  }

  private static void filled(Map<String, Value> fields, String name, String text) {
    if (!text.isEmpty()) {
      fields.put(name, Value.of(text));
    }
  }

  private Lifecycle.Move move(Readership who, String ledger, String name) {
    Lifecycle lifecycle =
        Objects.requireNonNull(figures.rules(who.who().town()).ledger(ledger).lifecycle());
    Lifecycle.@Nullable Move move = lifecycle.moves().get(name);
    if (move == null) {
      String known = String.join("、", lifecycle.moves().keySet());
      throw Refusal.of(ProblemCode.MOVE_NOT_ALLOWED, "", name, known);
    }
    return move;
  }

  private void move(
      Readership who,
      String ledger,
      long record,
      Lifecycle.Move move,
      String reason,
      LocalDate today) {
    enter(
        who,
        new Submission(
            ledger,
            EntryKind.MOVE,
            record,
            null,
            null,
            null,
            today,
            Map.of(),
            move.to(),
            reason.isBlank() ? null : reason.strip(),
            null));
  }

  private void open(Readership who, String ledger, Map<String, Value> fields) {
    String area = figures.rules(who.who().town()).areas().root().code();
    enter(who, Submission.open(ledger, area, null, fields));
  }

  private void enter(Readership who, Submission submission) {
    entries.appendAll(who.who().town(), who.author(), List.of(submission));
  }

  private static String beginning(Outline.Paragraph paragraph) {
    String words = paragraph.lead() + paragraph.source().replaceAll("\\{\\{.*?}}", "…");
    return words.length() <= WORDS ? words : words.substring(0, WORDS) + "…";
  }
}

package taizhang.server.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import taizhang.books.area.Area;
import taizhang.books.entry.Attachment;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Image;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.pack.Acceptance;
import taizhang.books.pack.Ledger;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.town.Town;

/**
 * Looks through a batch before the town's chain is touched: ledgers, fields, areas, references.
 * Finds everything that is wrong, not only the first thing.
 */
final class Examination {

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2200, 12, 31);

  private final TownRules rules;
  private final Warrant warrant;
  private final LocalDate today;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> areasInBatch = new HashSet<>();
  private final SystemExamination system;
  private final References references;

  Examination(
      Town town,
      TownRules rules,
      TownRulesStore store,
      Author author,
      JdbcClient sql,
      LocalDate today) {
    this.rules = rules;
    this.warrant = new Warrant(author, rules);
    this.system = new SystemExamination(rules, store, areasInBatch);
    this.references = new References(town, rules, warrant, sql);
    this.today = today;
  }

  /** The drafts of a batch; refused with all that is wrong. */
  List<Draft> drafts(List<Submission> batch) {
    references.read(batch);
    List<Draft> drafts = new ArrayList<>(batch.size());
    for (int n = 0; n < batch.size(); n++) {
      Draft draft = draft(n, batch.get(n));
      if (draft != null) {
        drafts.add(draft);
      }
    }
    Problem broken = system.adoptions(drafts);
    if (broken != null) {
      problems.add(broken);
    }
    if (!problems.isEmpty()) {
      throw new Refusal(problems);
    }
    return drafts;
  }

  private @Nullable Draft draft(int n, Submission submission) {
    Ledger ledger = rules.packs().ledger(submission.ledger());
    if (ledger == null) {
      found(n, Problem.of(ProblemCode.UNKNOWN_LEDGER, submission.ledger(), rules.ledgerCodes()));
      return null;
    }
    int before = problems.size();
    if (submission.kind() == EntryKind.ATTACH) {
      Attachment.problems(submission).forEach(p -> found(n, p));
    } else {
      Acceptance.ofPatch(ledger, submission.patch()).forEach(p -> found(n, p));
    }
    if (problems.size() > before) {
      return null;
    }
    Map<String, Value> patch = references.withCopies(n, ledger, submission.patch(), problems);
    LocalDate on = effectiveOn(n, ledger, submission, patch);
    Draft draft = new Draft(n, submission, ledger, patch, on);
    draft.beside = references.beside(ledger, patch);
    kind(draft);
    area(draft);
    if (submission.kind() == EntryKind.OPEN && problems.size() == before) {
      opening(draft);
    }
    if (problems.size() == before) {
      system.of(draft).forEach(p -> found(n, p));
    }
    return draft;
  }

  private void found(int n, Problem problem) {
    problems.add(problem.at(n));
  }

  private void kind(Draft draft) {
    Submission s = draft.submission;
    if (s.kind() == EntryKind.OPEN && s.record() != null) {
      found(draft.index, Problem.of(ProblemCode.RECORD_NOT_EXPECTED, s.record()));
    }
    if (s.kind() != EntryKind.OPEN && s.record() == null) {
      found(draft.index, Problem.of(ProblemCode.RECORD_REQUIRED, s.kind().code()));
    }
    boolean explained =
        switch (s.kind()) {
          case CORRECT, VOID, RETURN -> true;
          case ATTACH -> s.ofVersion() != null;
          case OPEN, CHANGE, MOVE, REVIEW -> false;
        };
    if (explained && (s.reason() == null || s.reason().isBlank())) {
      found(draft.index, Problem.of(ProblemCode.REASON_REQUIRED, s.kind().code()).in("reason"));
    }
    boolean judging = s.kind() == EntryKind.REVIEW || s.kind() == EntryKind.RETURN;
    if (judging && !draft.ledger.review()) {
      found(draft.index, Problem.of(ProblemCode.REVIEW_NOT_EXPECTED, draft.ledger.title()));
    }
    state(draft);
  }

  private void state(Draft draft) {
    String state = draft.submission.state();
    var lifecycle = draft.ledger.lifecycle();
    if (state == null) {
      if (draft.submission.kind() == EntryKind.MOVE) {
        found(draft.index, Problem.of(ProblemCode.MISSING_FIELD, "state").in("state"));
      }
    } else if (lifecycle == null) {
      found(draft.index, Problem.of(ProblemCode.STATE_NOT_EXPECTED, draft.ledger.title()));
    } else if (!lifecycle.states().containsKey(state)) {
      String known = String.join("、", lifecycle.states().keySet());
      found(draft.index, Problem.of(ProblemCode.UNKNOWN_STATE, state, known).in("state"));
    }
  }

  private void area(Draft draft) {
    String code = draft.submission.area();
    if (code == null) {
      if (draft.submission.kind() == EntryKind.OPEN) {
        found(draft.index, Problem.of(ProblemCode.AREA_REQUIRED).in("area"));
      }
      return;
    }
    if (draft.ledger.pack().equals(SystemLedger.PACK) && rules.areas().isEmpty()) {
      return;
    }
    Area area = rules.areas().find(code);
    if (area == null) {
      found(draft.index, Problem.of(ProblemCode.UNKNOWN_AREA, code).in("area"));
      return;
    }
    LocalDate on = draft.effectiveOn;
    if (on != null && !area.on(on)) {
      Object from = area.validFrom() == null ? "…" : area.validFrom();
      Object to = area.validTo() == null ? "…" : area.validTo();
      Object successor = area.successor() == null ? "—" : area.successor();
      found(
          draft.index,
          Problem.of(ProblemCode.AREA_NOT_VALID, code, on, from, to, successor).in("area"));
    }
    if (!Levels.fits(draft.ledger.livesAt(), area.level())) {
      found(
          draft.index,
          Problem.of(
                  ProblemCode.AREA_LEVEL,
                  draft.ledger.title(),
                  draft.ledger.livesAt(),
                  area.level())
              .in("area"));
    }
  }

  private void opening(Draft draft) {
    var lifecycle = draft.ledger.lifecycle();
    String state = draft.submission.state();
    Image image = Image.EMPTY.with(draft.patch);
    if (state == null) {
      state = lifecycle == null ? "" : lifecycle.opening(image, today.toString());
    }
    Acceptance.ofImage(draft.ledger, image, state, today).forEach(p -> found(draft.index, p));
  }

  private @Nullable LocalDate effectiveOn(
      int n, Ledger ledger, Submission submission, Map<String, Value> patch) {
    LocalDate on = submission.effectiveOn();
    if (on == null && submission.kind() == EntryKind.OPEN && ledger.opensOn() != null) {
      on = Image.EMPTY.with(patch).date(ledger.opensOn());
    }
    boolean dated =
        switch (submission.kind()) {
          case OPEN, CHANGE, MOVE -> true;
          case CORRECT, REVIEW, VOID, RETURN, ATTACH -> false;
        };
    if (on == null && dated) {
      on = today;
    }
    if (on != null && (on.isBefore(EARLIEST) || on.isAfter(LATEST))) {
      found(n, Problem.of(ProblemCode.EFFECTIVE_DATE, on).in("effective_on"));
    }
    return on;
  }
}

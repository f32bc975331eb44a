package taizhang.server.ledger;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Submission;
import taizhang.books.matter.Doer;
import taizhang.books.matter.WhoText;
import taizhang.books.pack.Clock;
import taizhang.books.pack.Lifecycle;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;

/**
 * What a lifecycle adds to and takes from the right to write: a move that says by whom is theirs
 * and nobody else's, with no more than the fields it asks for; longer time is asked for by whoever
 * deals with the matter and granted by those the clock names; files are laid beside it by whoever
 * deals with it.
 */
record MatterWarrant(Clearance who, TownRules rules) {

  /** Whether an entry is this person's to make. */
  enum Answer {
    /** The lifecycle says that it is. */
    YES,
    /** The lifecycle says nothing: the right to write decides. */
    UNSAID
  }

  /** Why an entry is not the person's to make; an answer where the lifecycle does not refuse it. */
  record Said(@Nullable Problem problem, Answer answer) {
    static final Said UNSAID = new Said(null, Answer.UNSAID);
    static final Said YES = new Said(null, Answer.YES);

    static Said no(Problem problem) {
      return new Said(problem, Answer.UNSAID);
    }
  }

  Said about(Draft draft, RecordWork work) {
    Submission s = draft.submission;
    Lifecycle lifecycle = work.ledger.lifecycle();
    if (lifecycle == null || work.isNew() || Clearance.reportsOwn(work.ledger.code())) {
      return Said.UNSAID;
    }
    Doer.Matter matter = rules.matter(work.ledger, work.image(), work.area());
    Doer doer = new Doer(who, rules.areas());
    boolean writes = who.may(Right.WRITE, work.ledger, work.area());
    if (s.kind() == EntryKind.MOVE) {
      return moving(s, state(draft, work, lifecycle), lifecycle, matter, doer, writes);
    }
    if (s.kind() == EntryKind.ATTACH) {
      boolean lays = s.ofVersion() == null && doer.addressed(lifecycle, matter);
      return !writes && lays ? Said.YES : Said.UNSAID;
    }
    return s.kind() == EntryKind.CHANGE || s.kind() == EntryKind.CORRECT
        ? lengthening(s, lifecycle, matter, doer, writes)
        : Said.UNSAID;
  }

  /** The state it stood in on the day of the move. */
  private static String state(Draft draft, RecordWork work, Lifecycle lifecycle) {
    String state =
        work.history().isEmpty() || draft.effectiveOn == null
            ? ""
            : work.history().at(draft.effectiveOn).state();
    return state.isEmpty() ? lifecycle.initial() : state;
  }

  private static Said moving(
      Submission s,
      String from,
      Lifecycle lifecycle,
      Doer.Matter matter,
      Doer doer,
      boolean writes) {
    List<Lifecycle.Move> open =
        lifecycle.movesFrom(from).values().stream()
            .filter(move -> Objects.equals(move.to(), s.state()))
            .toList();
    if (open.isEmpty()) {
      return Said.UNSAID;
    }
    List<Lifecycle.Move> theirs = open.stream().filter(move -> doer.may(move, matter)).toList();
    if (theirs.isEmpty()) {
      Lifecycle.Move first = open.getFirst();
      return Said.no(Problem.of(ProblemCode.NOT_YOURS, first.title(), WhoText.of(first)));
    }
    return !writes && needed(s, theirs) ? Said.YES : Said.UNSAID;
  }

  /** True where the person fills in nothing but what a move asks for. */
  private static boolean needed(Submission s, List<Lifecycle.Move> moves) {
    return s.area() == null
        && moves.stream().anyMatch(move -> move.asks().containsAll(s.patch().keySet()));
  }

  private static Said lengthening(
      Submission s, Lifecycle lifecycle, Doer.Matter matter, Doer doer, boolean writes) {
    Set<String> theirs = new HashSet<>();
    for (Clock clock : lifecycle.clocks().values()) {
      Clock.Extension extension = clock.extension();
      if (extension == null) {
        continue;
      }
      boolean grants = extension.by().isEmpty() || doer.amongst(extension.by(), matter);
      if (s.patch().containsKey(extension.grants()) && !grants) {
        return Said.no(notGranting(extension));
      }
      if (grants && !extension.by().isEmpty()) {
        theirs.add(extension.grants());
      }
      if (doer.addressed(lifecycle, matter)) {
        theirs.add(extension.asks());
      }
    }
    return !writes && only(s, theirs) ? Said.YES : Said.UNSAID;
  }

  private static Problem notGranting(Clock.Extension extension) {
    return Problem.of(ProblemCode.NOT_YOURS, "批准延期", WhoText.of(extension.by()))
        .in(extension.grants());
  }

  private static boolean only(Submission s, Collection<String> fields) {
    return s.kind() == EntryKind.CHANGE
        && s.area() == null
        && !s.patch().isEmpty()
        && fields.containsAll(s.patch().keySet());
  }
}

package taizhang.server.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.Image;
import taizhang.books.matter.Handling;
import taizhang.books.pack.Field;
import taizhang.books.pack.Lifecycle;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;

/** Whether a record's lifecycle permits a move: where from, what it needs, by whom not. */
record MoveCheck(Draft draft, RecordWork work, Author author, LocalDate today) {

  @Nullable Problem problem() {
    Lifecycle lifecycle = Objects.requireNonNull(draft.ledger.lifecycle());
    LocalDate on = Objects.requireNonNull(draft.effectiveOn);
    String standing = work.history().at(on).state();
    String from = standing.isEmpty() ? lifecycle.initial() : standing;
    String to = draft.submission.state() + "";
    List<Lifecycle.Move> open = List.copyOf(lifecycle.movesFrom(from).values());
    List<Problem> hindered = new ArrayList<>();
    for (Lifecycle.Move move : open) {
      if (move.to().equals(to)) {
        Problem problem = hinders(move, work.history().at(on).image().with(draft.patch), from);
        if (problem == null) {
          return null;
        }
        hindered.add(problem);
      }
    }
    if (!hindered.isEmpty()) {
      return hindered.getFirst();
    }
    String known = String.join("、", open.stream().map(Lifecycle.Move::to).toList());
    return Problem.of(ProblemCode.MOVE_NOT_ALLOWED, from, to, known).in("state");
  }

  private @Nullable Problem hinders(Lifecycle.Move move, Image image, String from) {
    for (String need : move.needs()) {
      if (image.text(need).isEmpty()) {
        Field field = draft.ledger.fields().get(need);
        String title = field == null ? need : field.title();
        return Problem.of(ProblemCode.MISSING_FIELD, title).in(need);
      }
    }
    String reason = draft.submission.reason();
    if (move.reason() && (reason == null || reason.isBlank())) {
      return Problem.of(ProblemCode.REASON_REQUIRED, move.title()).in("reason");
    }
    if (!move.guard().holds(image, from, today.toString())) {
      String say = move.say().isEmpty() ? move.title() + "：" + move.guard().text() : move.say();
      return Problem.of(ProblemCode.CHECK_FAILED, say);
    }
    String own = Handling.ownState(move, work.entries(), author.by());
    if (own != null) {
      Lifecycle lifecycle = Objects.requireNonNull(draft.ledger.lifecycle());
      Lifecycle.State state = Objects.requireNonNull(lifecycle.states().get(own));
      return Problem.of(ProblemCode.OTHER_PERSON, move.title(), state.title()).in("state");
    }
    return null;
  }
}

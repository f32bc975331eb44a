package taizhang.server.ledger;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Image;
import taizhang.books.entry.Value;
import taizhang.books.entry.Version;
import taizhang.books.pack.Field;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;

/** Codes that are no longer chosen on the day an entry speaks of. */
final class EndedCodes {

  private EndedCodes() {}

  /** What is chosen though it has ended; null for nothing. What a record held before it keeps. */
  static @Nullable Problem problem(Draft draft, RecordWork work) {
    Version spoken = spoken(draft, work);
    LocalDate day = draft.effectiveOn;
    if (day == null && spoken != null) {
      day = spoken.on();
    }
    if (day == null) {
      return null;
    }
    Image held = spoken == null ? Image.EMPTY : spoken.image();
    for (Map.Entry<String, Value> said : draft.patch.entrySet()) {
      Field field = draft.ledger.fields().get(said.getKey());
      String code = said.getValue().asText();
      if (field != null
          && !draft.ledger.isCopied(field.name())
          && field.ended(code, day)
          && !held.text(field.name()).equals(code)) {
        return Problem.of(
                ProblemCode.CODE_ENDED,
                field.title(),
                field.codes().getOrDefault(code, code),
                String.valueOf(field.ended().get(code)))
            .in(field.name());
      }
    }
    return null;
  }

  /** The version that a correction is about, or that stood on the day of a change. */
  private static @Nullable Version spoken(Draft draft, RecordWork work) {
    if (work.history().isEmpty()) {
      return null;
    }
    Long corrected = draft.submission.ofVersion();
    if (draft.submission.kind() == EntryKind.CORRECT && corrected != null) {
      return work.history().versions().stream()
          .filter(version -> version.seq() == corrected)
          .findFirst()
          .orElse(null);
    }
    LocalDate on = draft.effectiveOn;
    return on == null ? work.history().latest() : work.history().at(on);
  }
}

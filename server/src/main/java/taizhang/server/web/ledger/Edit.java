package taizhang.server.web.ledger;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import taizhang.books.area.AreaTree;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.pack.Field;
import taizhang.books.pack.Ledger;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.browse.Order;
import taizhang.server.exchange.Typed;

/**
 * What is to be entered of one field, of one record or of many.
 *
 * @param field name of the field, or {@link Order#STATE} for a move
 * @param value what was typed
 * @param kind {@code change}: the world changed; {@code correct}: the book was wrong
 * @param on day from which it holds, empty for today
 * @param reason why; corrections need one
 */
public record Edit(String field, String value, String kind, String on, String reason) {

  /** What a form leaves out is empty. */
  public Edit {
    field = Objects.requireNonNullElse(field, "");
    value = Objects.requireNonNullElse(value, "");
    kind = Objects.requireNonNullElse(kind, "change");
    on = Objects.requireNonNullElse(on, "");
    reason = Objects.requireNonNullElse(reason, "");
  }

  /** A form that nobody has filled yet. */
  static Edit blank(String field, String value) {
    return new Edit(field, value, "change", "", "");
  }

  /** What the form said, by the names of its inputs. */
  Map<String, String> said() {
    return Map.of("field", field, "value", value, "kind", kind, "on", on, "reason", reason);
  }

  /** True where it says that the book was wrong. */
  public boolean correcting() {
    return kind.equals("correct");
  }

  boolean moving() {
    return field.equals(Order.STATE);
  }

  /**
   * The submission about a record.
   *
   * @param seen the record's newest entry when the person looked
   */
  Submission submission(Ledger ledger, AreaTree areas, long record, @Nullable Long seen) {
    return new Submission(
        ledger.code(),
        moving() ? EntryKind.MOVE : correcting() ? EntryKind.CORRECT : EntryKind.CHANGE,
        record,
        seen,
        null,
        null,
        correcting() && !moving() ? null : day(),
        moving() ? Map.of() : Map.of(field, read(field(ledger), areas)),
        moving() ? value : null,
        reason.isBlank() ? null : reason.strip(),
        null);
  }

  private Value read(Field declared, AreaTree areas) {
    return value.isBlank() ? Value.cleared() : Typed.read(declared, value, areas);
  }

  private @Nullable LocalDate day() {
    try {
      return on.isBlank() ? null : LocalDate.parse(on.strip());
    } catch (DateTimeException e) {
      throw new Refusal(
          List.of(Problem.of(ProblemCode.WRONG_TYPE, "日期", "日期，如 2026-01-31", on).in("on")));
    }
  }

  /** The field; refused where it is none that is edited in the table. */
  Field field(Ledger ledger) {
    Field declared = ledger.fields().get(field);
    if (declared == null || !TableLines.editable(ledger, declared)) {
      throw Refusal.of(
          ProblemCode.UNKNOWN_FIELD,
          ledger.title(),
          field,
          String.join("、", ledger.fields().keySet()));
    }
    return declared;
  }
}

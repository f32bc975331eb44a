package taizhang.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;

/**
 * One entry to make.
 *
 * @param kind open, change, correct, move, review or void
 * @param record the record it is about; null for an opening
 * @param seen the record's version when the caller looked; refused where it has moved on
 * @param fields what it sets, by name; null clears a field
 * @param key the caller's own key: the same key and body answers with the first result
 */
record EntryRequest(
    String ledger,
    @Schema(allowableValues = {"open", "change", "correct", "move", "review", "void"}) String kind,
    @Nullable Long record,
    @Nullable Long seen,
    @Nullable Long ofVersion,
    @Nullable String area,
    @Nullable LocalDate effectiveOn,
    @Nullable Map<String, @Nullable Object> fields,
    @Nullable String state,
    @Nullable String reason,
    @Nullable String key) {

  private static final int KEY_MOST = 200;
  private static final int DIGITS_MOST = 60;

  Submission submission(int index, @Nullable String defaultKey) {
    List<Problem> problems = new ArrayList<>();
    EntryKind known =
        List.of(EntryKind.values()).stream()
            .filter(k -> k.code().equals(kind))
            .findFirst()
            .orElse(null);
    if (known == null) {
      problems.add(
          Problem.of(ProblemCode.WRONG_TYPE, "kind", "open、change、correct、move、review、void", kind)
              .in("kind")
              .at(index));
    }
    if (ledger == null) {
      problems.add(Problem.of(ProblemCode.MISSING_FIELD, "ledger").in("ledger").at(index));
    }
    String idempotency = key == null ? defaultKey : key;
    if (idempotency != null && (idempotency.isBlank() || idempotency.length() > KEY_MOST)) {
      problems.add(
          Problem.of(ProblemCode.TOO_LONG, "key", KEY_MOST, idempotency.length())
              .in("key")
              .at(index));
    }
    Map<String, Value> patch = patch(index, problems);
    if (!problems.isEmpty() || known == null || ledger == null) {
      throw new Refusal(problems);
    }
    return new Submission(
        ledger,
        known,
        record,
        seen,
        ofVersion,
        area,
        effectiveOn,
        patch,
        state,
        reason,
        idempotency);
  }

  private Map<String, Value> patch(int index, List<Problem> problems) {
    Map<String, Value> patch = new TreeMap<>();
    if (fields != null) {
      fields.forEach((name, value) -> {
        Value read = value(value);
        if (read == null) {
          problems.add(
              Problem.of(ProblemCode.WRONG_TYPE, name, "文字、数、是否或文字列表", value).in(name).at(index));
        } else {
          patch.put(name, read);
        }
      });
    }
    return patch;
  }

  private static @Nullable Value value(@Nullable Object value) {
    return switch (value) {
      case null -> Value.cleared();
      case String text -> Value.of(text);
      case Boolean yes -> Value.of(yes);
      case BigDecimal number -> number(number);
      case Number number -> number(new BigDecimal(number.toString()));
      case List<?> items when items.stream().allMatch(String.class::isInstance) ->
          new Value.Listing(items.stream().map(String.class::cast).toList());
      default -> null;
    };
  }

  /** Null for a number that no ledger holds and that would take gigabytes to write out. */
  private static @Nullable Value number(BigDecimal number) {
    boolean sane = number.precision() <= DIGITS_MOST && Math.abs(number.scale()) <= DIGITS_MOST;
    return sane ? Value.of(number) : null;
  }
}

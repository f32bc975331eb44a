package taizhang.books.entry;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a person or a machine submits (提交): an entry before it has its place in the books.
 *
 * @param ledger full code of the ledger
 * @param kind what it says
 * @param record the record it is about; null for an opening
 * @param seen the record's newest entry when the writer looked; refused where the record has moved
 *     on; null not to check
 * @param ofVersion for a correction, the seq of the entry it mends; null for the latest version
 * @param area code of the area; required for an opening
 * @param effectiveOn day from which it holds; null for the ledger's own date field, else today
 * @param patch the fields it sets
 * @param state the lifecycle state entered by a move
 * @param reason why
 * @param key idempotency key, unique per client; the same key and body answers with the first
 *     result
 */
public record Submission(
    String ledger,
    EntryKind kind,
    @Nullable Long record,
    @Nullable Long seen,
    @Nullable Long ofVersion,
    @Nullable String area,
    @Nullable LocalDate effectiveOn,
    Map<String, Value> patch,
    @Nullable String state,
    @Nullable String reason,
    @Nullable String key) {

  public Submission {
    patch = new TreeMap<>(patch);
  }

  /** A record begins. */
  public static Submission open(
      String ledger, String area, @Nullable LocalDate on, Map<String, Value> fields) {
    return new Submission(
        ledger, EntryKind.OPEN, null, null, null, area, on, fields, null, null, null);
  }

  /** The world changed, from a day on. */
  public static Submission change(
      String ledger, long record, @Nullable LocalDate on, Map<String, Value> fields) {
    return new Submission(
        ledger, EntryKind.CHANGE, record, null, null, null, on, fields, null, null, null);
  }

  /** The book was wrong: the latest version is mended. */
  public static Submission correct(
      String ledger, long record, Map<String, Value> fields, String reason) {
    return new Submission(
        ledger, EntryKind.CORRECT, record, null, null, null, null, fields, null, reason, null);
  }

  /** A transition of the record's lifecycle. */
  public static Submission move(
      String ledger, long record, LocalDate on, String state, Map<String, Value> fields) {
    return new Submission(
        ledger, EntryKind.MOVE, record, null, null, null, on, fields, state, null, null);
  }

  /** All that was submitted of the record so far is reviewed. */
  public static Submission review(String ledger, long record) {
    return new Submission(
        ledger, EntryKind.REVIEW, record, null, null, null, null, Map.of(), null, null, null);
  }

  /** The record was entered by mistake. */
  public static Submission voided(String ledger, long record, String reason) {
    return new Submission(
        ledger, EntryKind.VOID, record, null, null, null, null, Map.of(), null, reason, null);
  }

  /** The same submission in another area. */
  public Submission in(String area) {
    return new Submission(
        ledger, kind, record, seen, ofVersion, area, effectiveOn, patch, state, reason, key);
  }

  /** The same submission under an idempotency key. */
  public Submission keyed(@Nullable String key) {
    return new Submission(
        ledger, kind, record, seen, ofVersion, area, effectiveOn, patch, state, reason, key);
  }
}

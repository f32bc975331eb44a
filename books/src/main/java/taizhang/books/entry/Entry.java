package taizhang.books.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One appended change to one record; never edited, never deleted.
 *
 * @param town code of the town whose chain it stands on
 * @param seq its place on that chain, from 1 without gaps
 * @param ledger full code of the ledger, {@code pack.ledger}
 * @param record the record: the seq of the entry that opened it
 * @param kind what it says
 * @param ofVersion for a correction, the seq of the entry it mends; null for the latest version
 * @param area code of the area from this version on; null to leave it
 * @param effectiveOn the day from which it holds in the world; null for reviews and where a
 *     correction keeps the date
 * @param patch the fields it sets
 * @param state the lifecycle state entered; null to leave it
 * @param pack seq of the adoption under which it was made, 0 for the first adoption itself
 * @param by who entered it
 * @param at when, by the server's clock, never before the entry before it
 * @param reason why, where one was asked for
 * @param client who sent it: the scope of {@code key}
 * @param key the client's idempotency key
 */
public record Entry(
    String town,
    long seq,
    String ledger,
    long record,
    EntryKind kind,
    @Nullable Long ofVersion,
    @Nullable String area,
    @Nullable LocalDate effectiveOn,
    Map<String, Value> patch,
    @Nullable String state,
    long pack,
    String by,
    Instant at,
    @Nullable String reason,
    String client,
    @Nullable String key) {

  public Entry {
    patch = new TreeMap<>(patch);
  }

  /** The same entry saying more: fields written beside what it sets. */
  public Entry with(Map<String, Value> beside) {
    Map<String, Value> all = new TreeMap<>(patch);
    all.putAll(beside);
    return new Entry(
        town,
        seq,
        ledger,
        record,
        kind,
        ofVersion,
        area,
        effectiveOn,
        all,
        state,
        pack,
        by,
        at,
        reason,
        client,
        key);
  }
}

package taizhang.server.draft;

import java.time.Instant;

/**
 * A form that somebody began and has not sent (草稿).
 *
 * @param ledger full code of the ledger
 * @param record the record it is about, 0 for a new one
 * @param saved when it was last kept
 */
public record Unfinished(String ledger, long record, Instant saved) {}

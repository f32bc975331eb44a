package taizhang.server.figure;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One posting behind a figure with the entry it came from (来源).
 *
 * @param seq the entry
 * @param record the record it speaks of
 * @param ledger full code of its ledger
 * @param kind what the entry said: open, change, correct, move, review, void
 * @param indicator indicator posted to
 * @param area code of the area it counts at
 * @param on the day it stands in
 * @param belongs the day it belongs to
 * @param pending true while it waits for review
 * @param key what a distinct indicator counts
 * @param amount what it adds
 * @param effectiveOn the day the entry holds from
 * @param by who entered it
 * @param at when
 * @param reason why, where given
 */
public record Source(
    long seq,
    long record,
    String ledger,
    String kind,
    String indicator,
    String area,
    LocalDate on,
    LocalDate belongs,
    boolean pending,
    String key,
    BigDecimal amount,
    @Nullable LocalDate effectiveOn,
    String by,
    Instant at,
    @Nullable String reason) {}

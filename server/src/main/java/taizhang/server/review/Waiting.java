package taizhang.server.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Image;

/**
 * A record of which something waits for review.
 *
 * @param record its number
 * @param ledger full code of its ledger
 * @param area code of its area
 * @param image its fields; personal ones sealed
 * @param version its newest entry
 * @param kind what was said last; a file laid beside it says less than that
 * @param by who made it
 * @param at when
 * @param reason why, empty where nothing was said
 * @param own true where whoever asks entered any of it, and so may not review it
 */
public record Waiting(
    long record,
    String ledger,
    @Nullable String area,
    Image image,
    long version,
    EntryKind kind,
    String by,
    Instant at,
    String reason,
    boolean own) {}

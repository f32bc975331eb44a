package taizhang.server.browse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees of a ledger from outside.
 *
 * @param ledger its full code
 * @param live how many live records the person may read
 * @param pending how many of them have something that waits for review
 * @param lastEntry when something was last entered about one of them, null where there is none
 */
public record LedgerCount(String ledger, long live, long pending, @Nullable Instant lastEntry) {}

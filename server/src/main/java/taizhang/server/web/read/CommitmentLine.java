package taizhang.server.web.read;

import org.jspecify.annotations.Nullable;
import taizhang.prose.claim.Claim;
import taizhang.prose.commitment.Commitment;

/**
 * A commitment in its list.
 *
 * @param fingerprint its stable name
 * @param target the claim that says how much, null for none
 * @param record the task it became, 0 for none
 */
public record CommitmentLine(
    Commitment commitment, String fingerprint, @Nullable Claim target, long record) {}

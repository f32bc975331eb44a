package taizhang.prose;

import java.util.List;
import taizhang.prose.claim.Claim;
import taizhang.prose.commitment.Commitment;
import taizhang.prose.finding.Finding;
import taizhang.prose.text.Report;
import taizhang.prose.text.SourceText;

/**
 * What was read of a text.
 *
 * @param source the text
 * @param reports the reports it holds, in order
 * @param claims its quantity claims
 * @param commitments what its plan parts promise
 * @param findings its defects
 */
public record Reading(
    SourceText source,
    List<Report> reports,
    List<Claim> claims,
    List<Commitment> commitments,
    List<Finding> findings) {}

package taizhang.prose;

import java.util.ArrayList;
import java.util.List;
import taizhang.prose.claim.Claim;
import taizhang.prose.claim.ClaimReader;
import taizhang.prose.commitment.Commitment;
import taizhang.prose.commitment.CommitmentReader;
import taizhang.prose.finding.Finding;
import taizhang.prose.finding.FindingReader;
import taizhang.prose.text.Report;
import taizhang.prose.text.Reports;
import taizhang.prose.text.SourceText;

/**
 * Reads official reports. Every method takes any text whatever and throws nothing for its content;
 * the time taken is linear in its length. Safe for use by several threads.
 */
public final class ReportReader {

  private ReportReader() {}

  /** Claims, commitments and findings of a text; each report in it is read by itself. */
  public static Reading read(SourceText source, Options options) {
    List<Report> reports = Reports.of(source, options.year());
    ClaimReader claimReader = new ClaimReader(options.catalogue());
    List<Claim> claims = new ArrayList<>();
    List<Commitment> commitments = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    Report before = null;
    for (Report report : reports) {
      List<Claim> own = claimReader.read(report, claims.size() + 1);
      claims.addAll(own);
      commitments.addAll(CommitmentReader.read(report, own, commitments.size() + 1));
      findings.addAll(FindingReader.read(report, own, findings.size() + 1, before));
      before = report;
    }
    return new Reading(
        source, reports, List.copyOf(claims), List.copyOf(commitments), List.copyOf(findings));
  }

  /** The claims alone, for callers who need no checks. */
  public static List<Claim> claims(SourceText source, Options options) {
    ClaimReader reader = new ClaimReader(options.catalogue());
    List<Claim> claims = new ArrayList<>();
    for (Report report : Reports.of(source, options.year())) {
      claims.addAll(reader.read(report, claims.size() + 1));
    }
    return claims;
  }
}

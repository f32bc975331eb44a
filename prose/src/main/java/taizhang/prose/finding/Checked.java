package taizhang.prose.finding;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import taizhang.prose.claim.Claim;
import taizhang.prose.text.Line;
import taizhang.prose.text.Report;

/**
 * A report under check.
 *
 * @param report its text
 * @param claims its claims
 * @param byId the same, by id
 */
record Checked(Report report, List<Claim> claims, Map<String, Claim> byId) {

  static Checked of(Report report, List<Claim> claims) {
    return new Checked(
        report, claims, claims.stream().collect(Collectors.toMap(Claim::id, Function.identity())));
  }

  /** The line of a claim. */
  Line line(Claim claim) {
    return report.lines().get(claim.line() - report.fromLine());
  }
}

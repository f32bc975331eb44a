package taizhang.prose.finding;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import taizhang.prose.claim.Claim;
import taizhang.prose.text.Line;
import taizhang.prose.text.Report;

/**
 * A report under check.
 *
 * @param report its text
 * @param claims its claims
 * @param byId the same, by id
 * @param before the report before it in the same text, or null for the first
 */
record Checked(
    Report report, List<Claim> claims, Map<String, Claim> byId, @Nullable Report before) {

  static Checked of(Report report, List<Claim> claims, @Nullable Report before) {
    return new Checked(
        report,
        claims,
        claims.stream().collect(Collectors.toMap(Claim::id, Function.identity())),
        before);
  }

  /** The line of a claim. */
  Line line(Claim claim) {
    return report.lines().get(claim.line() - report.fromLine());
  }
}

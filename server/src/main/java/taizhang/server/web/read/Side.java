package taizhang.server.web.read;

import java.util.List;
import java.util.Map;
import taizhang.prose.finding.Finding;
import taizhang.server.reading.Checked;
import taizhang.server.reading.Made;

/**
 * The list beside a text.
 *
 * @param tab which
 * @param show which part of it, empty for all
 */
public record Side(
    Tab tab,
    String show,
    Slice<FindingLine> findings,
    List<Finding> gone,
    Slice<ClaimLine> claims,
    Map<Checked.Standing, Long> standings,
    Slice<CommitmentLine> commitments,
    List<Made> orphans) {

  private static <T> Slice<T> none() {
    return new Slice<>(List.of(), 1, 1, 0);
  }

  static Side findings(String show, Slice<FindingLine> findings, List<Finding> gone) {
    return new Side(
        Tab.FINDINGS, show, findings, List.copyOf(gone), none(), Map.of(), none(), List.of());
  }

  static Side claims(String show, Slice<ClaimLine> claims, Map<Checked.Standing, Long> standings) {
    return new Side(Tab.CLAIMS, show, none(), List.of(), claims, standings, none(), List.of());
  }

  static Side commitments(Slice<CommitmentLine> commitments, List<Made> orphans) {
    return new Side(
        Tab.COMMITMENTS,
        "",
        none(),
        List.of(),
        none(),
        Map.of(),
        commitments,
        List.copyOf(orphans));
  }

  /** The list's page. */
  public int page() {
    return Math.max(findings.page(), Math.max(claims.page(), commitments.page()));
  }

  /** How many pages there are. */
  public int pages() {
    return Math.max(findings.pages(), Math.max(claims.pages(), commitments.pages()));
  }
}

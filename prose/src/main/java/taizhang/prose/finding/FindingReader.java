package taizhang.prose.finding;

import java.util.List;
import taizhang.prose.claim.Claim;
import taizhang.prose.text.Report;

/** Reads the findings of a report. */
public final class FindingReader {

  private FindingReader() {}

  /** The findings in the order of the text. */
  public static List<Finding> read(Report report, List<Claim> claims, int first) {
    return List.of();
  }
}

package taizhang.prose.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.prose.claim.Claim;
import taizhang.prose.text.Report;

/** Runs all checks over a report. */
public final class FindingReader {

  private static final List<Check> CHECKS =
      List.of(
          new PatternCheck(),
          new CalendarCheck(),
          new YearCheck(),
          new FigureCheck(),
          new GrowthCheck(),
          new IndicatorCheck(),
          new PathCheck(),
          new SumCheck(),
          new RatioCheck(),
          new WholeCheck(),
          new AsOfCheck(),
          new PlaceCheck(),
          new InventoryCheck(),
          new HeadingCheck(),
          new PunctuationCheck(),
          new RepetitionCheck(),
          new AllCheck(),
          new ProblemCheck(),
          new GenreCheck());

  private FindingReader() {}

  /**
   * The findings of a report in the order of its text.
   *
   * @param claims the report's claims, in order
   * @param first the number the first finding's id takes
   * @param before the report before it in the same text, or null for the first
   */
  public static List<Finding> read(
      Report report, List<Claim> claims, int first, @Nullable Report before) {
    Findings findings = new Findings();
    Checked checked = Checked.of(report, claims, before);
    for (Check check : CHECKS) {
      check.run(checked, findings);
    }
    return findings.inOrder(first);
  }
}

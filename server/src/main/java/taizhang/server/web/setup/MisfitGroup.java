package taizhang.server.web.setup;

import java.util.List;

/**
 * The records of one ledger that no longer fit, on the screen.
 *
 * @param ledger its title
 * @param count records in which something has to be mended
 * @param kept records that only hold what is declared no longer
 * @param lines those that the person may read, not all where there are many
 */
public record MisfitGroup(String ledger, long count, long kept, List<Line> lines) {

  public MisfitGroup {
    lines = List.copyOf(lines);
  }

  /**
   * A record and what of it does not fit.
   *
   * @param mend what has to be mended
   * @param kept what only stays as it was
   */
  public record Line(
      String title, String href, String area, List<String> mend, List<String> kept) {}
}

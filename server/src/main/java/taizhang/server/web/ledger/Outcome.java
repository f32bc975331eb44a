package taizhang.server.web.ledger;

import java.util.List;

/**
 * What became, or would become, of many rows.
 *
 * @param title what was done
 * @param said a sentence on what was kept and what to do now
 * @param good true where nothing is refused
 * @param counts how many rows of each kind
 * @param moved the figures that move
 * @param lines the rows that are worth telling
 * @param back the table
 * @param again where the person goes to do it otherwise
 * @param confirm where it is confirmed, empty where it is done already or cannot be
 * @param kept what the confirmation sends along, by name
 */
public record Outcome(
    String title,
    String said,
    boolean good,
    List<Count> counts,
    List<MovedLine> moved,
    List<Line> lines,
    String back,
    String again,
    String confirm,
    List<Kept> kept) {

  public Outcome {
    counts = List.copyOf(counts);
    moved = List.copyOf(moved);
    lines = List.copyOf(lines);
    kept = List.copyOf(kept);
  }

  /** How many of a kind. */
  public record Count(String title, long number) {}

  /**
   * A row.
   *
   * @param place which record, or which row of the table
   * @param column the field, empty for the whole row
   * @param text what changes, or what is wrong
   * @param bad true where it is refused
   */
  public record Line(String place, String href, String column, String text, boolean bad) {}

  /** Something sent along. */
  public record Kept(String name, String value) {}
}

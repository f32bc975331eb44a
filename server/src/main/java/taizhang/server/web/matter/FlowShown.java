package taizhang.server.web.matter;

import java.util.List;

/**
 * A lifecycle on the screen.
 *
 * @param ledger title of the ledger
 * @param code full code of the ledger
 * @param drawing its states and moves
 * @param moves what its moves ask for
 * @param clocks its time limits
 */
public record FlowShown(
    String town,
    String ledger,
    String code,
    FlowDrawing drawing,
    List<Move> moves,
    List<Limit> clocks) {

  public FlowShown {
    moves = List.copyOf(moves);
    clocks = List.copyOf(clocks);
  }

  /**
   * A move.
   *
   * @param by who may make it
   * @param asks what it asks for: fields, a reason, another person
   */
  public record Move(String title, String from, String to, String by, String asks) {}

  /**
   * A time limit.
   *
   * @param from when it begins, stands still and ends
   * @param rows how long by what rule
   * @param rungs what happens as time passes
   */
  public record Limit(String title, String from, List<Row> rows, List<Row> rungs) {
    public Limit {
      rows = List.copyOf(rows);
      rungs = List.copyOf(rungs);
    }
  }

  /** Two things that belong together. */
  public record Row(String what, String about) {}
}

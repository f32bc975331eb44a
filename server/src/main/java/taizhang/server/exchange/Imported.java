package taizhang.server.exchange;

import java.util.List;

/**
 * What became of a table, or would become of it.
 *
 * @param rows rows with content below the headings
 * @param opened records opened
 * @param changed records changed, corrected or moved
 * @param unchanged rows that say what the books say already
 * @param again rows that were entered before
 * @param moved figures that move
 */
public record Imported(
    int rows, int opened, int changed, int unchanged, int again, List<Moved> moved) {

  public Imported {
    moved = List.copyOf(moved);
  }
}

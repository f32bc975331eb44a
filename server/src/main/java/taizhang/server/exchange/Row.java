package taizhang.server.exchange;

import java.util.List;

/**
 * One row of a table.
 *
 * @param number as the person counts them in the file, from 1
 * @param cells from the left
 */
record Row(int number, List<Cell> cells) {

  Row {
    cells = List.copyOf(cells);
  }

  /** The cell in a column, empty behind the last one. */
  Cell cell(int column) {
    return column < cells.size() ? cells.get(column) : Cell.EMPTY;
  }

  boolean isEmpty() {
    return cells.stream().allMatch(Cell::isEmpty);
  }
}

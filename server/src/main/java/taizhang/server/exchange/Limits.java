package taizhang.server.exchange;

import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;

/** How large a table may be; more than anybody fills in by hand. */
final class Limits {

  static final long FILE_BYTES = 20L << 20;
  static final int ROWS = 50_000;
  static final int COLUMNS = 200;
  static final int CELL = 100_000;

  private Limits() {}

  static void file(String name, long bytes) {
    if (bytes > FILE_BYTES) {
      throw Refusal.of(
          ProblemCode.TOO_LARGE, name, (FILE_BYTES >> 20) + " MB", (bytes >> 20) + " MB");
    }
  }

  static void row(String name, Row row) {
    if (row.number() > ROWS + 20) {
      throw Refusal.of(ProblemCode.TOO_LARGE, name, ROWS + " 行", row.number() + " 行");
    }
    if (row.cells().size() > COLUMNS) {
      throw Refusal.of(ProblemCode.TOO_LARGE, name, COLUMNS + " 列", row.cells().size() + " 列");
    }
    for (Cell cell : row.cells()) {
      if (cell.text().length() > CELL) {
        throw Refusal.of(
            ProblemCode.TOO_LARGE,
            name + ":" + row.number(),
            CELL + " 字",
            cell.text().length() + " 字");
      }
    }
  }
}

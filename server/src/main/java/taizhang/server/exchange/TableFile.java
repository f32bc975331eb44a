package taizhang.server.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small table as a file to take away, such as the course of a figure. */
public final class TableFile {

  private TableFile() {}

  /**
   * The bytes of a table.
   *
   * @param title of the sheet
   * @param rows texts and numbers
   */
  public static byte[] of(Exports.Kind kind, String title, List<List<Object>> rows) {
    try {
      Path file = Files.createTempFile("table", ".out");
      try (TableWriter writer =
          kind == Exports.Kind.CSV
              ? new CsvWriter(file, StandardCharsets.UTF_8)
              : new WorkbookWriter(file, title)) {
        for (List<Object> row : rows) {
          writer.row(row.stream().map(TableFile::cell).toList());
        }
      }
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Cell cell(Object value) {
    return value instanceof BigDecimal number
        ? new Cell(number.toPlainString(), true, false)
        : Cell.of(value.toString());
  }
}

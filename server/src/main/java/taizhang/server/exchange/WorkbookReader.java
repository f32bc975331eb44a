package taizhang.server.exchange;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;

/** Reads the first sheet of a workbook, row after row. */
final class WorkbookReader {

  /** As many digits as the program that wrote the number shows. */
  private static final MathContext SHOWN = new MathContext(15);

  private static final ReadingOptions FORMATS = new ReadingOptions(true, false);

  private WorkbookReader() {}

  static void read(Path file, Consumer<Row> work) throws IOException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), FORMATS);
        Stream<org.dhatim.fastexcel.reader.Row> rows = workbook.getFirstSheet().openStream()) {
      rows.forEach(row -> work.accept(new Row(row.getRowNum(), cells(row))));
    } catch (ExcelReaderException e) {
      throw Refusal.of(
          ProblemCode.NOT_READABLE, file.getFileName(), String.valueOf(e.getMessage()));
    }
  }

  private static List<Cell> cells(org.dhatim.fastexcel.reader.Row row) {
    List<Cell> cells = new ArrayList<>();
    for (org.dhatim.fastexcel.reader.@org.jspecify.annotations.Nullable Cell cell : row) {
      cells.add(cell == null ? Cell.EMPTY : cell(cell));
    }
    return cells;
  }

  private static Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
    String raw = cell.getRawValue();
    if (cell.getType() == CellType.NUMBER) {
      String format = cell.getDataFormatString();
      BigDecimal shown = new BigDecimal(raw).round(SHOWN);
      boolean percent = format != null && format.endsWith("%");
      return new Cell(plain(shown), true, percent);
    }
    if (cell.getType() == CellType.BOOLEAN) {
      return Cell.of(raw.equals("1") || raw.equalsIgnoreCase("true") ? "true" : "false");
    }
    String text = cell.getType() == CellType.FORMULA ? raw : cell.getText();
    return text == null ? Cell.EMPTY : Cell.of(text);
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}

package taizhang.server.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook with one sheet, written as its rows come. */
final class WorkbookWriter implements TableWriter {

  /** A number with more digits than a spreadsheet keeps is written as text. */
  private static final int KEPT = 15;

  private static final int FLUSHED = 500;

  private final OutputStream out;
  private final Workbook workbook;
  private final Worksheet sheet;
  private int row;

  WorkbookWriter(Path file, String title) throws IOException {
    out = Files.newOutputStream(file);
    workbook = new Workbook(out, "taizhang", "1.0");
    sheet = workbook.newWorksheet(title.replaceAll("[\\\\/?*\\[\\]:]", " "));
  }

  @Override
  public void row(List<Cell> cells) throws IOException {
    for (int n = 0; n < cells.size(); n++) {
      Cell cell = cells.get(n);
      if (cell.number() && new BigDecimal(cell.text()).precision() <= KEPT) {
        sheet.value(row, n, new BigDecimal(cell.text()));
      } else if (!cell.isEmpty()) {
        sheet.value(row, n, Neutral.write(cell.text()));
      }
    }
    row++;
    if (row % FLUSHED == 0) {
      sheet.flush();
    }
  }

  @Override
  public void close() throws IOException {
    try (out) {
      workbook.finish();
    }
  }
}

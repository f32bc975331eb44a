package taizhang.server.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** CSV as RFC 4180 has it; UTF-8 begins with the mark that spreadsheets know it by. */
final class CsvWriter implements TableWriter {

  private final BufferedWriter out;

  CsvWriter(Path file, Charset charset) throws IOException {
    out = Files.newBufferedWriter(file, charset);
    if (charset.equals(StandardCharsets.UTF_8)) {
      out.write('\ufeff');
    }
  }

  @Override
  public void row(List<Cell> cells) throws IOException {
    for (int n = 0; n < cells.size(); n++) {
      if (n > 0) {
        out.write(',');
      }
      Cell cell = cells.get(n);
      String text = cell.number() ? cell.text() : Neutral.write(cell.text());
      boolean quoted = text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
      out.write(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }
    out.write("\r\n");
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}

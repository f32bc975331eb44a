package taizhang.server.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;

/**
 * Reads CSV as RFC 4180 has it, in UTF-8 or else GB18030, separated by commas, or by tabs where the
 * first line has no comma.
 */
final class CsvReader {

  private final String text;
  private final String name;
  private final char separator;
  private final Consumer<Row> work;
  private final List<Cell> cells = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private int at;
  private int row = 1;

  private CsvReader(String text, String name, Consumer<Row> work) {
    this.text = text;
    this.name = name;
    this.work = work;
    String first = text.lines().findFirst().orElse("");
    this.separator = first.indexOf(',') < 0 && first.indexOf('\t') >= 0 ? '\t' : ',';
  }

  static void read(byte[] bytes, String name, Consumer<Row> work) {
    new CsvReader(decode(bytes, name), name, work).run();
  }

  static String decode(byte[] bytes, String name) {
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      try {
        String text =
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        if (text.indexOf('\0') < 0) {
          return text.startsWith("\ufeff") ? text.substring(1) : text;
        }
      } catch (CharacterCodingException e) {
        // The next one, then.
      }
    }
    throw Refusal.of(
        ProblemCode.NOT_READABLE,
        name,
        "既不是 UTF-8 也不是 GB18030 文本：请另存为“CSV UTF-8” (neither UTF-8 nor GB18030: save it as CSV"
            + " UTF-8)");
  }

  private void run() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"' && cell.isEmpty()) {
        quoted();
      } else if (c == separator) {
        endCell();
      } else if (c == '\n' || c == '\r') {
        if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
          at++;
        }
        endRow();
      } else {
        cell.append(c);
      }
    }
    if (!cell.isEmpty() || !cells.isEmpty()) {
      endRow();
    }
  }

  /** From behind the opening quote to behind the closing one; doubled quotes stand for one. */
  private void quoted() {
    while (true) {
      int quote = text.indexOf('"', at);
      if (quote < 0) {
        throw Refusal.of(
            ProblemCode.NOT_READABLE, name + ":" + row, "引号没有结束 (a quotation mark is not closed)");
      }
      cell.append(text, at, quote);
      at = quote + 1;
      if (at < text.length() && text.charAt(at) == '"') {
        cell.append('"');
        at++;
      } else {
        return;
      }
    }
  }

  private void endCell() {
    cells.add(Cell.of(cell.toString()));
    cell.setLength(0);
  }

  private void endRow() {
    endCell();
    work.accept(new Row(row++, cells));
    cells.clear();
  }
}

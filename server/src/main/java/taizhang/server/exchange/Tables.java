package taizhang.server.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;

/** Reads the rows of a file, whatever its kind, within limits. */
final class Tables {

  private Tables() {}

  /**
   * Hands over every row that is not empty, in their order.
   *
   * @throws Refusal where it is no table, or a larger or stranger one than is taken
   */
  static void read(Path file, Consumer<Row> work) {
    String name = String.valueOf(file.getFileName());
    Consumer<Row> checked =
        row -> {
          Limits.row(name, row);
          if (!row.isEmpty()) {
            work.accept(row);
          }
        };
    try {
      if (!Files.isRegularFile(file)) {
        throw Refusal.of(ProblemCode.NOT_READABLE, file, "没有这个文件 (no such file)");
      }
      Limits.file(name, Files.size(file));
      if (workbook(file)) {
        ZipGuard.check(file);
        WorkbookReader.read(file, checked);
      } else {
        CsvReader.read(Files.readAllBytes(file), name, checked);
      }
    } catch (IOException e) {
      throw Refusal.of(ProblemCode.NOT_READABLE, file, String.valueOf(e.getMessage()));
    }
  }

  /** By what the file begins with; its name counts only where that says nothing. */
  private static boolean workbook(Path file) throws IOException {
    byte[] head;
    try (var in = Files.newInputStream(file)) {
      head = in.readNBytes(4);
    }
    boolean zip = head.length == 4 && head[0] == 'P' && head[1] == 'K';
    boolean ole = head.length == 4 && (head[0] & 0xff) == 0xd0 && (head[1] & 0xff) == 0xcf;
    if (ole) {
      throw Refusal.of(
          ProblemCode.NOT_READABLE,
          file,
          "旧版 .xls 或加了密码的文件：请另存为不加密码的 .xlsx (an old or protected workbook: save it as .xlsx without"
              + " a password)");
    }
    if (!zip && file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      throw Refusal.of(ProblemCode.NOT_READABLE, file, "不是 .xlsx 文件 (not a workbook)");
    }
    return zip;
  }
}

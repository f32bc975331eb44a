package taizhang.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;

/** Files of rows, well-meant and otherwise. */
class TablesTest {

  @TempDir Path dir;

  private List<List<String>> read(Path file) {
    List<List<String>> rows = new ArrayList<>();
    Tables.read(file, row -> rows.add(row.cells().stream().map(Cell::text).toList()));
    return rows;
  }

  private Path file(String name, String text, Charset charset) throws IOException {
    return Files.write(dir.resolve(name), text.getBytes(charset));
  }

  @Test
  void readsUtf8WithAndWithoutItsMarkAndGb18030() throws IOException {
    String text = "名称,长度\r\n东渠,2.5\n";
    List<List<String>> rows = List.of(List.of("名称", "长度"), List.of("东渠", "2.5"));

    assertThat(read(file("a.csv", text, StandardCharsets.UTF_8))).isEqualTo(rows);
    assertThat(read(file("b.csv", "\ufeff" + text, StandardCharsets.UTF_8))).isEqualTo(rows);
    assertThat(read(file("c.csv", text, Charset.forName("GB18030")))).isEqualTo(rows);
    assertThat(read(file("d.csv", text.replace(',', '\t'), StandardCharsets.UTF_8)))
        .isEqualTo(rows);
  }

  @Test
  void readsQuotedCellsWithCommasQuotesAndLineBreaks() throws IOException {
    Path file = file("a.csv", "a,b\n\"x, \"\"y\"\"\nz\",2\n\n,\n", StandardCharsets.UTF_8);

    assertThat(read(file)).isEqualTo(List.of(List.of("a", "b"), List.of("x, \"y\"\nz", "2")));
  }

  @Test
  void readsWorkbooksWithNumbersAsTheyAreShown() throws IOException {
    Path file = dir.resolve("a.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "t", "1.0")) {
      var sheet = workbook.newWorksheet("s");
      sheet.value(0, 0, "名称");
      sheet.value(1, 0, 0.1 + 0.2);
      sheet.value(1, 1, 45000);
      sheet.value(1, 3, "东");
    }

    assertThat(read(file)).isEqualTo(List.of(List.of("名称"), List.of("0.3", "45000", "", "东")));
  }

  @Test
  void refusesWhatIsNoTable() throws IOException {
    assertRefused(dir.resolve("none.csv"), ProblemCode.NOT_READABLE);
    assertRefused(
        Files.write(dir.resolve("a.csv"), new byte[] {(byte) 0xff, 0, 1}),
        ProblemCode.NOT_READABLE);
    assertRefused(file("a.xlsx", "a,b", StandardCharsets.UTF_8), ProblemCode.NOT_READABLE);
    assertRefused(file("q.csv", "a,\"b\nc", StandardCharsets.UTF_8), ProblemCode.NOT_READABLE);
    assertRefused(
        Files.write(
            dir.resolve("old.xls"), new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0}),
        ProblemCode.NOT_READABLE);
    assertRefused(
        file("b.xlsx", "PK\u0003\u0004 broken", StandardCharsets.UTF_8), ProblemCode.NOT_READABLE);
  }

  @Test
  void refusesWhatIsTooLarge() throws IOException {
    assertRefused(
        file("rows.csv", "a\n" + "1\n".repeat(60_000), StandardCharsets.UTF_8),
        ProblemCode.TOO_LARGE);
    assertRefused(
        file("wide.csv", "a,".repeat(300), StandardCharsets.UTF_8), ProblemCode.TOO_LARGE);
    assertRefused(Files.write(dir.resolve("big.csv"), new byte[21 << 20]), ProblemCode.TOO_LARGE);
  }

  @Test
  void refusesBombsAndWhatHidesInWorkbooks() throws IOException {
    assertRefused(zip("bomb.xlsx", "xl/sharedStrings.xml", 300 << 20), ProblemCode.TOO_LARGE);
    assertRefused(zip("dense.xlsx", "xl/sharedStrings.xml", 30 << 20), ProblemCode.TOO_LARGE);
    assertRefused(zip("macro.xlsx", "xl/vbaProject.bin", 10), ProblemCode.NOT_READABLE);
    assertRefused(zip("out.xlsx", "xl/externalLinks/a.xml", 10), ProblemCode.NOT_READABLE);
    assertRefused(zip("path.xlsx", "../../etc/passwd", 10), ProblemCode.NOT_READABLE);
    assertRefused(
        zip(
            "dtd.xlsx",
            "xl/workbook.xml",
            "<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>"),
        ProblemCode.NOT_READABLE);
    Path many = dir.resolve("many.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(many))) {
      for (int n = 0; n < 5000; n++) {
        zip.putNextEntry(new ZipEntry("a" + n));
      }
    }
    assertRefused(many, ProblemCode.TOO_LARGE);
  }

  private Path zip(String name, String part, int bytes) throws IOException {
    return zip(name, part, " ".repeat(1 << 20), bytes);
  }

  private Path zip(String name, String part, String text) throws IOException {
    return zip(name, part, text, text.length());
  }

  private Path zip(String name, String part, String text, int bytes) throws IOException {
    Path file = dir.resolve(name);
    byte[] block = text.getBytes(StandardCharsets.UTF_8);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.setLevel(Deflater.BEST_SPEED);
      zip.putNextEntry(new ZipEntry(part));
      for (int left = bytes; left > 0; left -= block.length) {
        zip.write(block, 0, Math.min(left, block.length));
      }
    }
    return file;
  }

  private void assertRefused(Path file, ProblemCode code) {
    assertThatExceptionOfType(Refusal.class)
        .as(file.toString())
        .isThrownBy(() -> read(file))
        .satisfies(refusal -> assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(code));
  }

  @Test
  void whatLooksLikeAFormulaIsNeutralAndReadsBack() {
    for (String text : List.of("=1+1", "+x", "-x", "@a", "\t=a", "＝1", "'=1", "''=1", "\r=1")) {
      String written = Neutral.write(text);

      assertThat(written).startsWith("'");
      assertThat(Neutral.read(written)).isEqualTo(text);
    }
    for (String text : List.of("东渠", "'quoted'", "a=b", "1-2")) {
      assertThat(Neutral.write(text)).isEqualTo(text);
      assertThat(Neutral.read(text)).isEqualTo(text);
    }
  }
}

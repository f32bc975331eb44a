package taizhang.prose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import taizhang.prose.input.InputRefusedException;
import taizhang.prose.input.InputRefusedException.Reason;
import taizhang.prose.input.ReportFile;

class InputTest {

  private static final String TEXT = "各位代表：\n现在，我代表镇人民政府报告工作，请予审议。\n";

  @Test
  void readsUtf8AndGb18030Alike() throws InputRefusedException {
    assertThat(text(TEXT.getBytes(StandardCharsets.UTF_8))).isEqualTo(TEXT);
    assertThat(text(TEXT.getBytes(Charset.forName("GB18030")))).isEqualTo(TEXT);
    assertThat(text(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_8))).isEqualTo(TEXT);
  }

  @Test
  void readsTheParagraphsOfADocx() throws IOException, InputRefusedException {
    byte[] docx =
        docx(
            "<w:p><w:r><w:t>完成投资</w:t></w:r><w:r><w:t>3亿元</w:t></w:r></w:p><w:p><w:r><w:t>第二段</w:t></w:r></w:p>");

    assertThat(text(docx)).isEqualTo("完成投资3亿元\n第二段\n");
  }

  @Test
  void refusesWhatIsNoReport() throws IOException {
    refused(new byte[0], Reason.EMPTY);
    refused("  \n ".getBytes(StandardCharsets.UTF_8), Reason.EMPTY);
    refused(new byte[] {1, 2, 0, 4}, Reason.NOT_TEXT);
    refused("%PDF-1.7".getBytes(StandardCharsets.UTF_8), Reason.NOT_TEXT);
    refused(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0}, Reason.ENCRYPTED);
    refused(
        "Отчёт о работе за год".repeat(9).getBytes(Charset.forName("windows-1251")),
        Reason.WRONG_ENCODING);
    refused(new byte[] {'P', 'K', 3, 4, 9, 9, 9}, Reason.BROKEN_DOCX);
    refused(zip("other.xml", "<a/>".getBytes(StandardCharsets.UTF_8)), Reason.BROKEN_DOCX);
    refused(
        zip("word/document.xml", "<a><b>".getBytes(StandardCharsets.UTF_8)), Reason.BROKEN_DOCX);
  }

  @Test
  void refusesEntitiesAndBombs() throws IOException {
    String entity = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d><t>&x;</t></d>";
    refused(zip("word/document.xml", entity.getBytes(StandardCharsets.UTF_8)), Reason.BROKEN_DOCX);
    refused(zip("a.bin", new byte[130 << 20]), Reason.ZIP_BOMB);
    byte[] long1 = ("<d><t>" + "a".repeat(25 << 20) + "</t></d>").getBytes(StandardCharsets.UTF_8);
    refused(zip("word/document.xml", long1), Reason.ZIP_BOMB);
  }

  @Test
  void refusesAHundredMegabytesWithoutKeepingThem() {
    InputStream endless =
        new InputStream() {
          private long left = 100L << 20;

          @Override
          public int read() {
            return left-- > 0 ? 'a' : -1;
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            int read = (int) Math.min(length, left);
            left -= read;
            return read == 0 && length > 0 ? -1 : read;
          }
        };

    assertThatThrownBy(() -> ReportFile.read("big", endless))
        .isInstanceOfSatisfying(
            InputRefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE));
  }

  private static String text(byte[] bytes) throws InputRefusedException {
    return ReportFile.read("file", new ByteArrayInputStream(bytes)).source().text();
  }

  private static void refused(byte[] bytes, Reason reason) {
    assertThatThrownBy(() -> ReportFile.of("file", bytes))
        .isInstanceOfSatisfying(
            InputRefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static byte[] docx(String body) throws IOException {
    String xml = "<w:document xmlns:w=\"urn:w\"><w:body>" + body + "</w:body></w:document>";
    return zip("word/document.xml", xml.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }
}

package taizhang.server.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The report as .docx in the form of GB/T 9704. The same composition gives the same bytes: every
 * time stamp inside is the day the books were read, which is why the package is laid out here, part
 * by part, and not by a library that stamps the clock into it.
 */
public final class Paper {

  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final List<String> FIXED =
      List.of(
          "[Content_Types].xml",
          "_rels/.rels",
          "docProps/app.xml",
          "word/_rels/document.xml.rels",
          "word/styles.xml",
          "word/settings.xml",
          "word/fontTable.xml",
          "word/footer-odd.xml",
          "word/footer-even.xml");

  private Paper() {}

  /**
   * Writes a composition.
   *
   * @param demo true to mark every page 演示数据
   */
  public static byte[] docx(Composition report, boolean demo) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String part : FIXED) {
        put(zip, part, resource(part));
      }
      put(zip, "word/header.xml", text("word/header.xml", report, demo));
      put(zip, "docProps/core.xml", text("docProps/core.xml", report, demo));
      put(zip, "docProps/custom.xml", text("docProps/custom.xml", report, demo));
      put(zip, "word/document.xml", PaperXml.of(report));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] text(String part, Composition report, boolean demo) {
    String template = new String(resource(part), StandardCharsets.UTF_8);
    return template
        .replace("${mark}", demo ? "演示数据" : "")
        .replace("${title}", PaperXml.escaped(report.outline().title()))
        .replace("${presenter}", PaperXml.escaped(report.outline().presenter()))
        .replace("${year}", Integer.toString(report.outline().year()))
        .replace("${day}", report.day().toString())
        .replace("${seq}", Long.toString(report.seq()))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] resource(String part) {
    String name =
        "/paper/" + (part.startsWith("[") ? "content-types.xml" : part.replace("_rels/", "rels/"));
    try (InputStream in = Paper.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(EPOCH);
    entry.setMethod(ZipEntry.DEFLATED);
    CRC32 crc = new CRC32();
    crc.update(content);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}

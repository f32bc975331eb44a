package taizhang.server.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;

/**
 * Looks through a workbook before it is read: declared sizes first, then every part inflated once
 * and counted, because what is declared can lie. No macros, no links to elsewhere, no document type
 * that an XML reader could be led astray by.
 */
final class ZipGuard {

  private static final int PARTS = 200;
  private static final long PART_BYTES = 64L << 20;
  private static final long WHOLE_BYTES = 160L << 20;
  private static final long RATIO = 200;
  private static final long RATIO_COUNTS_FROM = 4L << 20;
  private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);

  private final String name;
  private long whole;

  private ZipGuard(String name) {
    this.name = name;
  }

  static void check(Path file) throws IOException {
    ZipGuard guard = new ZipGuard(String.valueOf(file.getFileName()));
    try (ZipFile zip = new ZipFile(file.toFile())) {
      guard.declared(zip);
      for (ZipEntry entry : Collections.list(zip.entries())) {
        guard.inflate(zip, entry);
      }
    } catch (ZipException | IllegalArgumentException e) {
      throw guard.refused("压缩包已损坏 (a broken archive): " + e.getMessage());
    }
  }

  private void declared(ZipFile zip) {
    if (zip.size() > PARTS) {
      throw tooLarge(PARTS + " parts", zip.size() + "");
    }
    long sum = 0;
    for (ZipEntry entry : Collections.list(zip.entries())) {
      part(entry.getName());
      sum += Math.max(entry.getSize(), 0);
      if (entry.getSize() > PART_BYTES || sum > WHOLE_BYTES) {
        throw tooLarge((WHOLE_BYTES >> 20) + " MB", (sum >> 20) + " MB");
      }
      ratio(entry.getSize(), entry.getCompressedSize());
    }
  }

  private void part(String part) {
    String lower = part.toLowerCase(Locale.ROOT);
    if (lower.contains("..") || lower.startsWith("/") || lower.contains("\\")) {
      throw refused("内有不安全的路径 (an unsafe path): " + part);
    }
    if (lower.endsWith("vbaproject.bin") || lower.contains("macrosheets/")) {
      throw refused("含宏：请另存为不含宏的 .xlsx (it has macros: save it as .xlsx without them)");
    }
    if (lower.contains("externallinks/") || lower.contains("embeddings/")) {
      throw refused(
          "链接到其他文件或嵌有对象：请另存为只含数值的表格 (it links to other files or embeds objects: save it with values"
              + " only)");
    }
  }

  private void ratio(long size, long compressed) {
    if (size > RATIO_COUNTS_FROM && compressed > 0 && size / compressed > RATIO) {
      throw tooLarge("1:" + RATIO, "1:" + size / compressed);
    }
  }

  private void inflate(ZipFile zip, ZipEntry entry) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    try (InputStream in = zip.getInputStream(entry)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (size == 0) {
          noDoctype(buffer, n);
        }
        size += n;
        whole += n;
        if (size > PART_BYTES || whole > WHOLE_BYTES) {
          throw tooLarge((WHOLE_BYTES >> 20) + " MB", "> " + (whole >> 20) + " MB");
        }
        ratio(size, entry.getCompressedSize());
      }
    }
  }

  /** A document type stands before the first element, and that in the first bytes; in any width. */
  private void noDoctype(byte[] buffer, int length) {
    int matched = 0;
    for (int n = 0; n < length && matched < DOCTYPE.length; n++) {
      if (buffer[n] == DOCTYPE[matched]) {
        matched++;
      } else if (buffer[n] != 0) {
        matched = buffer[n] == DOCTYPE[0] ? 1 : 0;
      }
    }
    if (matched == DOCTYPE.length) {
      throw refused("内有文档类型声明 (a document type declaration)");
    }
  }

  private Refusal tooLarge(String most, String got) {
    return Refusal.of(ProblemCode.TOO_LARGE, name, most, got);
  }

  private Refusal refused(String why) {
    return Refusal.of(ProblemCode.NOT_READABLE, name, why);
  }
}

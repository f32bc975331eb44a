package taizhang.server.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import taizhang.server.exchange.Exports;
import taizhang.server.exchange.TableFile;

/** A small table to take away. */
public final class Attachment {

  private Attachment() {}

  /**
   * A table as a file.
   *
   * @param name of the file without its ending, in Chinese
   * @param kind {@code csv} or {@code xlsx}
   * @param rows texts and numbers, the headings first
   */
  public static ResponseEntity<byte[]> table(String name, String kind, List<List<Object>> rows) {
    Exports.Kind as = kind.equals("csv") ? Exports.Kind.CSV : Exports.Kind.XLSX;
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name + "." + kind, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(TableFile.of(as, name, rows));
  }
}

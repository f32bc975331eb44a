package taizhang.server.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import taizhang.books.entry.Submission;

/**
 * The idempotency key of a row that opens a record: what it says, and the how manieth such row of
 * the file it is. The same table again is the same submissions again.
 */
final class RowKey {

  private static final int DIGITS = 32;

  private RowKey() {}

  static String of(Submission opening) {
    try {
      byte[] content = opening.toString().getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String numbered(String content, int n) {
    return "row:" + content + ":" + n;
  }
}

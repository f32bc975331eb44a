package taizhang.server.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Passes bytes on, counting and hashing them; what it passes them to stays open. */
final class Counted extends OutputStream {

  private final OutputStream out;
  private final MessageDigest digest = sha256();
  private long bytes;

  Counted(OutputStream out) {
    this.out = out;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws IOException {
    out.write(buffer, offset, length);
    digest.update(buffer, offset, length);
    bytes += length;
  }

  long bytes() {
    return bytes;
  }

  String hash() {
    return HexFormat.of().formatHex(digest.digest());
  }
}

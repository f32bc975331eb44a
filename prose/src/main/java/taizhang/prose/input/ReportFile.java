package taizhang.prose.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import taizhang.prose.input.InputRefusedException.Reason;
import taizhang.prose.text.SourceText;

/**
 * A file of text (UTF-8, UTF-16 with a mark, GB18030) or a .docx, read within limits.
 *
 * @param source its text
 * @param sha256 of its bytes, in hexadecimal
 */
public record ReportFile(SourceText source, String sha256) {

  /** The largest file taken, in bytes: some hundred times the longest report known. */
  public static final int LARGEST = 32 << 20;

  /** Reads a file; {@code -} is the standard input. */
  public static ReportFile read(String name) throws InputRefusedException {
    if (name.equals("-")) {
      return read(name, System.in);
    }
    Path path = path(name);
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw new InputRefusedException(Reason.UNREADABLE, name);
    }
    try (InputStream in = Files.newInputStream(path)) {
      if (Files.size(path) > LARGEST) {
        throw new InputRefusedException(Reason.TOO_LARGE, name);
      }
      return read(path.getFileName().toString(), in);
    } catch (IOException e) {
      throw new InputRefusedException(Reason.UNREADABLE, name);
    }
  }

  private static Path path(String name) throws InputRefusedException {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new InputRefusedException(Reason.UNREADABLE, name);
    }
  }

  /** Reads a stream to its end, or to the limit. */
  public static ReportFile read(String name, InputStream in) throws InputRefusedException {
    try {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new InputRefusedException(Reason.TOO_LARGE, name);
      }
      return of(name, bytes);
    } catch (IOException e) {
      throw new InputRefusedException(Reason.UNREADABLE, name);
    }
  }

  /** Reads bytes: a .docx is known by its first bytes, all else must be text. */
  public static ReportFile of(String name, byte[] bytes) throws InputRefusedException {
    if (bytes.length == 0) {
      throw new InputRefusedException(Reason.EMPTY, name);
    }
    String text = text(name, bytes);
    if (text.isBlank()) {
      throw new InputRefusedException(Reason.EMPTY, name);
    }
    return new ReportFile(new SourceText(name, text), sha256(bytes));
  }

  private static String text(String name, byte[] bytes) throws InputRefusedException {
    if (starts(bytes, 'P', 'K', 3, 4)) {
      return Docx.text(name, bytes);
    }
    // the compound file of old Word, and of a .docx under a password
    if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
      throw new InputRefusedException(Reason.ENCRYPTED, name);
    }
    if (starts(bytes, '%', 'P', 'D', 'F')) {
      throw new InputRefusedException(Reason.NOT_TEXT, name);
    }
    return PlainText.decode(name, bytes);
  }

  private static boolean starts(byte[] bytes, int... magic) {
    if (bytes.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((bytes[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

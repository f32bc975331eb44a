package taizhang.server.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The keys of this installation, in {@code keys} in the data directory, readable by its owner only:
 * one line {@code index HEX} for fingerprints and one {@code NAME HEX} per master key, the newest
 * last. Without this file personal fields stay closed for ever, so it is backed up apart from the
 * database.
 */
public final class MasterKeys {

  private static final String INDEX = "index";
  private static final int BYTES = 16;

  private final Map<String, byte[]> keys;

  private MasterKeys(Map<String, byte[]> keys) {
    this.keys = keys;
  }

  /** Reads the keys of a data directory, making them where there are none. */
  public static MasterKeys in(Path data) {
    Path file = data.resolve("keys");
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      return new MasterKeys(read(Files.readAllLines(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the keys in " + file, e);
    }
  }

  private static void create(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Path fresh =
        Files.createTempFile(
            file.getParent(),
            "keys",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    String text = INDEX + " " + random() + "\n" + "m1 " + random() + "\n";
    Files.writeString(fresh, text, StandardCharsets.US_ASCII, StandardOpenOption.SYNC);
    try {
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException e) {
      // another program made them first: theirs hold
    } finally {
      Files.delete(fresh);
    }
  }

  private static String random() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return HexFormat.of().formatHex(key);
  }

  private static Map<String, byte[]> read(List<String> lines) {
    Map<String, byte[]> keys = new LinkedHashMap<>();
    for (String line : lines) {
      int gap = line.indexOf(' ');
      if (gap > 0) {
        keys.put(line.substring(0, gap), HexFormat.of().parseHex(line.substring(gap + 1).strip()));
      }
    }
    if (!keys.containsKey(INDEX) || keys.size() < 2) {
      throw new IllegalStateException("the file keys holds no index key and master key");
    }
    return keys;
  }

  byte[] index() {
    return named(INDEX);
  }

  String newestName() {
    return List.copyOf(keys.keySet()).getLast();
  }

  byte[] newest() {
    return named(newestName());
  }

  byte[] named(String name) {
    return Objects.requireNonNull(
        keys.get(name), () -> "no master key " + name + " in the file keys");
  }
}

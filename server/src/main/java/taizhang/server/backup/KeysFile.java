package taizhang.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The keys of the data directory, which open personal fields and are kept apart from backups. */
record KeysFile(Path path) {

  static KeysFile in(Path data) {
    return new KeysFile(data.resolve("keys"));
  }

  byte @Nullable [] bytes() throws IOException {
    return Files.exists(path) ? Files.readAllBytes(path) : null;
  }

  /** What tells these keys from others and says nothing else of them; null where there are none. */
  @Nullable String fingerprint() throws IOException {
    byte[] bytes = bytes();
    return bytes == null ? null : fingerprint(bytes);
  }

  static String fingerprint(byte[] keys) {
    return HexFormat.of().formatHex(Counted.sha256().digest(keys)).substring(0, 16);
  }

  void write(byte[] keys) throws IOException {
    Files.createDirectories(path.getParent());
    Files.createFile(
        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(path, keys);
  }
}

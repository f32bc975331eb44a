package taizhang.server.database;

import static taizhang.server.database.DatabaseUnavailable.Reason.UNSUPPORTED_MACHINE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the archive on the class path into the home. */
final class Binaries {

  /** The version of the archive: a newer one is unpacked beside the old and takes its place. */
  static final String VERSION = "18.6";

  static final int MAJOR = 18;

  private final Home home;

  Binaries(Home home) {
    this.home = home;
  }

  /** Makes the programs of this version present. Only for the holder of the turn. */
  void provide() throws IOException {
    var versioned = home.directory().resolve("binaries-" + VERSION);
    if (!Files.isDirectory(versioned)) {
      var partial = home.partial(versioned);
      try (InputStream archive = archive()) {
        unpack(archive, partial);
      }
      Files.move(partial, versioned, StandardCopyOption.ATOMIC_MOVE);
    }
    if (!Files.isSymbolicLink(home.binaries())
        || !Files.readSymbolicLink(home.binaries()).equals(versioned.getFileName())) {
      var link = home.partial(home.binaries());
      Files.createSymbolicLink(link, versioned.getFileName());
      Files.move(
          link,
          home.binaries(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static InputStream archive() {
    var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    var machine = System.getProperty("os.arch", "");
    var architecture =
        machine.equals("amd64") ? "x86_64" : machine.equals("aarch64") ? "arm_64" : machine;
    var archive =
        Binaries.class.getResourceAsStream("/postgres-" + system + "-" + architecture + ".txz");
    if (archive == null) {
      throw new DatabaseUnavailable(
          UNSUPPORTED_MACHINE,
          "There is no embedded PostgreSQL for %s on %s: set TAIZHANG_DB_URL, TAIZHANG_DB_USER and TAIZHANG_DB_PASSWORD to a PostgreSQL 18."
              .formatted(system, machine),
          "没有适用于 %s（%s）的内置 PostgreSQL：请设置 TAIZHANG_DB_URL、TAIZHANG_DB_USER、TAIZHANG_DB_PASSWORD，指向一个 PostgreSQL 18。"
              .formatted(system, machine));
    }
    return archive;
  }

  private static void unpack(InputStream archive, Path into) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, 1 << 16)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var path = into.resolve(entry.getName()).normalize();
        if (!path.startsWith(into)) {
          throw new IOException("the archive leads outside: " + entry.getName());
        }
        if (!entry.getName().endsWith(".a")) {
          unpack(tar, entry, path);
        }
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.resolve(".."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    if (entry.isLink()) {
      throw new IOException("a hard link in the archive: " + entry.getName());
    }
    Files.copy(tar, path);
    boolean program = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
  }
}

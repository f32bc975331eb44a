package taizhang.server.database;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** The migrations that this program brings, known by their content. */
final class MigrationFiles {

  private static final String FOLDER = "db/migration/";
  private static final String FIRST = "V1__books.sql";

  private MigrationFiles() {}

  /** Changes when any of them changes. */
  static String fingerprint() {
    var first = MigrationFiles.class.getClassLoader().getResource(FOLDER + FIRST);
    if (first == null) {
      throw new IllegalStateException("no " + FOLDER + FIRST + " on the class path");
    }
    try {
      var files =
          first.openConnection() instanceof JarURLConnection jar ? in(jar) : beside(first.toURI());
      return files.size()
          + "-"
          + Long.toHexString(crc(String.join("\n", files).getBytes(StandardCharsets.UTF_8)));
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("cannot read the migrations", e);
    }
  }

  /** The table of contents of a jar has the checksums already. */
  private static List<String> in(JarURLConnection jar) throws IOException {
    return jar.getJarFile().stream()
        .filter(entry -> entry.getName().startsWith(FOLDER) && !entry.isDirectory())
        .map(entry -> entry.getName().substring(FOLDER.length()) + " " + entry.getCrc())
        .sorted()
        .toList();
  }

  private static List<String> beside(URI first) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(first).resolveSibling(""))) {
      return files.map(MigrationFiles::described).sorted().toList();
    }
  }

  private static String described(Path file) {
    try {
      return file.getFileName() + " " + crc(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + file, e);
    }
  }

  private static long crc(byte[] content) {
    var crc = new CRC32();
    crc.update(content);
    return crc.getValue();
  }
}

package taizhang.server.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Every file of the project, found from the directory that holds {@code mvnw}. */
final class House {

  /** Directories that no one checks in. */
  private static final Set<String> LEFT_OUT =
      Set.of("target", ".git", ".idea", ".vscode", "data", "out", "node_modules");

  private static final List<Source> ALL = scan(root());

  private House() {}

  /**
   * A file of the project.
   *
   * @param path from the root, with slashes
   * @param text empty where it is no text
   */
  record Source(String path, String text) {
    long lines() {
      return text.lines().count();
    }

    String name() {
      return path.substring(path.lastIndexOf('/') + 1);
    }

    String directory() {
      return path.substring(0, path.lastIndexOf('/'));
    }
  }

  static Path root() {
    Path at = Path.of("").toAbsolutePath();
    while (at != null && !Files.exists(at.resolve("mvnw"))) {
      at = at.getParent();
    }
    if (at == null) {
      throw new IllegalStateException("no mvnw above " + Path.of("").toAbsolutePath());
    }
    return at;
  }

  /** Java of the program itself. */
  static List<Source> main() {
    return where(p -> p.contains("/src/main/java/") && p.endsWith(".java"));
  }

  /** Java of the tests. */
  static List<Source> tests() {
    return where(p -> p.contains("/src/test/java/") && p.endsWith(".java"));
  }

  /** Pages. */
  static List<Source> templates() {
    return where(p -> p.endsWith(".jte"));
  }

  /** Statements of the database. */
  static List<Source> sql() {
    return where(p -> p.contains("/src/main/") && p.endsWith(".sql"));
  }

  /** Build files. */
  static List<Source> builds() {
    return where(p -> p.endsWith("pom.xml"));
  }

  /** All that is, or could be, checked in. */
  static List<Source> all() {
    return ALL;
  }

  private static List<Source> where(Predicate<String> path) {
    return ALL.stream().filter(s -> path.test(s.path())).toList();
  }

  private static List<Source> scan(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .sorted()
          .filter(p -> !LEFT_OUT.contains(p.getFileName().toString()))
          .flatMap(p -> Files.isDirectory(p) ? scan(p).stream() : Stream.of(source(p)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Source source(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      String path = root().relativize(file).toString().replace('\\', '/');
      boolean text = new String(bytes, StandardCharsets.UTF_8).indexOf('\0') < 0;
      return new Source(path, text ? new String(bytes, StandardCharsets.UTF_8) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package taizhang.books.laws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Cases kept in files. */
final class Cases {

  private static final Path LAWS = Repository.root().resolve("books/src/test/resources/laws");

  private Cases() {}

  /** Worked by hand; other programs may be held against them too. */
  static Stream<ObjectNode> worked() {
    return read(Repository.root().resolve("docs/vectors/worked.json"));
  }

  /** What once failed, shrunk, and what is easily got wrong. */
  static Stream<ObjectNode> kept() {
    return all(LAWS.resolve("kept"));
  }

  private static Stream<ObjectNode> all(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return List.copyOf(files.sorted().toList()).stream().flatMap(Cases::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<ObjectNode> read(Path file) {
    return JsonMapper.shared().readTree(file.toFile()).valueStream().map(ObjectNode.class::cast);
  }
}

package taizhang.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that commands write: whole under their name, or not at all. */
final class OutFile {

  /** Writes into an open file. */
  @FunctionalInterface
  interface Content {
    void writeTo(Path file) throws IOException;
  }

  private OutFile() {}

  static void write(Path out, byte[] bytes) {
    write(out, file -> Files.write(file, bytes));
  }

  static void write(Path out, Content content) {
    Path folder = out.toAbsolutePath().getParent();
    Path partial = null;
    try {
      Files.createDirectories(folder);
      partial = Files.createTempFile(folder, "." + out.getFileName(), ".partial");
      content.writeTo(partial);
      Files.move(partial, out, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw Stop.environment("file.unwritable", out, String.valueOf(e.getMessage()));
    } finally {
      discard(partial);
    }
  }

  private static void discard(@org.jspecify.annotations.Nullable Path partial) {
    try {
      if (partial != null) {
        Files.deleteIfExists(partial);
      }
    } catch (IOException e) {
      // What was left half written is named .partial and does no harm.
    }
  }
}

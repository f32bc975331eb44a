package taizhang.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a server writes about itself into postmaster.pid; it may be left over from one that was
 * killed.
 */
record PostmasterFile(long pid, int port, String status) {

  static Path in(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  /** What the file says, or empty where there is none or it is not complete. */
  static Optional<PostmasterFile> read(Path cluster) {
    try {
      var lines = Files.readAllLines(in(cluster));
      return Optional.of(
          new PostmasterFile(number(lines, 0), Math.toIntExact(number(lines, 3)), line(lines, 7)));
    } catch (IOException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  boolean ready() {
    return status.equals("ready");
  }

  boolean stopping() {
    return status.equals("stopping");
  }

  private static long number(List<String> lines, int n) {
    var text = line(lines, n);
    return text.matches("\\d{1,10}") ? Long.parseLong(text) : 0;
  }

  private static String line(List<String> lines, int n) {
    return n < lines.size() ? lines.get(n).strip() : "";
  }
}

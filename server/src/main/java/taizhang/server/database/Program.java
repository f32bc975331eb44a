package taizhang.server.database;

import static taizhang.server.database.DatabaseUnavailable.Reason.UNSUPPORTED_MACHINE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs PostgreSQL's programs, which refuse to run as root: for root they run in a user namespace of
 * their own, where they are nobody, or, where the cluster belongs to another user, as that user.
 */
final class Program {

  private static final int ROOT = 0;

  private final Home home;

  Program(Home home) {
    this.home = home;
  }

  /**
   * A program of the binaries, in a session of its own so that Ctrl-C on the terminal does not
   * reach it.
   */
  ProcessBuilder of(String name, List<String> arguments) throws IOException {
    var command = new ArrayList<String>(List.of("setsid"));
    command.addAll(notRoot());
    command.add(home.binaries().resolve("bin").resolve(name).toString());
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).directory(home.directory().toFile());
    builder.environment().keySet().removeIf(key -> key.startsWith("PG") || key.startsWith("LC_"));
    builder.environment().put("LC_ALL", "C");
    return builder;
  }

  /** Runs it to its end with the text as input; the answer is everything it wrote. */
  String run(String name, List<String> arguments, String input) throws IOException {
    var output = Files.createTempFile(home.directory(), name, ".partial-output");
    try {
      var process =
          of(name, arguments).redirectErrorStream(true).redirectOutput(output.toFile()).start();
      try (var in = process.getOutputStream()) {
        in.write(input.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        // It ended before reading everything: the exit code below tells.
      }
      int code = process.waitFor();
      var text = Files.readString(output, StandardCharsets.UTF_8);
      if (code != 0) {
        throw new IOException(name + " failed with code " + code + ": " + text.strip());
      }
      return text;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while running " + name, e);
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private List<String> notRoot() throws IOException {
    if (uid(Path.of("/proc/self")) != ROOT) {
      return List.of();
    }
    var cluster = home.cluster();
    int owner = Files.exists(cluster) ? uid(cluster) : ROOT;
    if (owner != ROOT) {
      return List.of("setpriv", "--reuid=" + owner, "--regid=" + owner, "--clear-groups", "--");
    }
    if (!namespacesWork()) {
      throw new DatabaseUnavailable(
          UNSUPPORTED_MACHINE,
          "PostgreSQL must not run as root and this machine allows root no user namespaces: start taizhang as an"
              + " ordinary user, or set TAIZHANG_DB_URL.",
          "PostgreSQL 不能以 root 身份运行，而本机不允许使用用户命名空间：请用普通用户启动，或设置 TAIZHANG_DB_URL。");
    }
    return List.of("unshare", "--user", "--");
  }

  private static int uid(Path file) throws IOException {
    return (Integer) Files.getAttribute(file, "unix:uid");
  }

  private static boolean namespacesWork() {
    try {
      return new ProcessBuilder("unshare", "--user", "--", "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

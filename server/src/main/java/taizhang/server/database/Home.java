package taizhang.server.database;

import static taizhang.server.database.DatabaseUnavailable.Reason.NOT_WRITABLE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of the embedded server inside the data directory. What takes long to make is made
 * under a name with {@code .partial} in it and renamed when it is complete, so its own name is the
 * mark of completion.
 */
record Home(Path directory) {

  private static final String PARTIAL = ".partial-";

  static Home in(Path data) {
    var directory = data.toAbsolutePath().normalize().resolve("postgres");
    try {
      Files.createDirectories(directory);
      var probe = Files.createTempFile(directory, "probe", PARTIAL);
      // Another program may have swept it away already.
      Files.deleteIfExists(probe);
      return new Home(directory.toRealPath());
    } catch (IOException e) {
      if (Storage.full(e)) {
        throw Storage.fullAt(directory, e);
      }
      throw new DatabaseUnavailable(
          NOT_WRITABLE,
          "The data directory "
              + data
              + " cannot be written: make it writable for this user, or name another with"
              + " --data DIR.",
          "数据目录 " + data + " 无法写入：请授予当前用户写权限，或用 --data 指定其他目录。",
          e);
    }
  }

  Path binaries() {
    return directory.resolve("binaries");
  }

  Path cluster() {
    return directory.resolve("cluster");
  }

  Path secret() {
    return directory.resolve("secret");
  }

  Path port() {
    return directory.resolve("port");
  }

  Path log() {
    return directory.resolve("postgres.log");
  }

  /** Held for a moment by whoever starts or stops the server. */
  Path turnLock() {
    return directory.resolve("turn.lock");
  }

  /** Shared by all who use the server; who gets it alone is the last one. */
  Path usersLock() {
    return directory.resolve("users.lock");
  }

  /** A name that nobody else uses, for something that is to become the path when complete. */
  Path partial(Path complete) {
    return directory.resolve(
        complete.getFileName() + PARTIAL + ProcessHandle.current().pid() + "-" + System.nanoTime());
  }

  /**
   * Throws away what killed programs left half made, and first ends the programs that still make
   * it: initdb outlives the one who started it. Only for the holder of the turn.
   */
  void sweep() throws IOException {
    List<Path> leftovers;
    try (Stream<Path> entries = Files.list(directory)) {
      leftovers = entries.filter(e -> e.getFileName().toString().contains(PARTIAL)).toList();
    }
    for (Path leftover : leftovers) {
      // One that will not go is no obstacle: nothing else will ever have its name.
      Patience.until(Duration.ofSeconds(10), () -> swept(leftover));
    }
  }

  private static boolean swept(Path leftover) {
    LinuxProcess.all().stream().filter(p -> p.concerns(leftover)).forEach(p -> p.signal("KILL"));
    try (Stream<Path> walk = Files.walk(leftover)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
      return true;
    } catch (IOException | UncheckedIOException e) {
      return !Files.exists(leftover);
    }
  }
}

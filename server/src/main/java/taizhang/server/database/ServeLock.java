package taizhang.server.database;

import static taizhang.server.database.DatabaseUnavailable.Reason.IN_USE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** At most one server of pages per data directory; whoever comes second is told who holds it. */
public final class ServeLock implements AutoCloseable {

  /**
   * Who serves.
   *
   * @param pid its process
   * @param port the port of its pages
   */
  public record Holder(long pid, int port) {}

  private final ProcessLock lock;
  private final Path notice;

  private ServeLock(ProcessLock lock, Path notice) {
    this.lock = lock;
    this.notice = notice;
  }

  /**
   * Takes the lock for this process and leaves word of its port.
   *
   * @throws DatabaseUnavailable if somebody holds it; the message names them
   */
  public static ServeLock take(Path data, int port) {
    var home = Home.in(data);
    try {
      var lock = ProcessLock.tryHold(file(home));
      if (lock == null) {
        throw held(data, read(notice(home)));
      }
      var taken = new ServeLock(lock, notice(home));
      taken.servingOn(port);
      return taken;
    } catch (IOException e) {
      throw EmbeddedServer.unavailable(home, e);
    }
  }

  /** Leaves word of the port, where it was not known before the server had started. */
  public void servingOn(int port) {
    try {
      Files.writeString(notice, ProcessHandle.current().pid() + " " + port + "\n");
    } catch (IOException e) {
      // The lock holds without a word; it only names nobody to whoever comes second.
    }
  }

  /** Who serves the data directory at the moment, if anybody does. */
  public static Optional<Holder> holder(Path data) {
    var directory = data.toAbsolutePath().normalize().resolve("postgres");
    if (!Files.isDirectory(directory)) {
      return Optional.empty();
    }
    var home = Home.in(data);
    try (ProcessLock free = ProcessLock.tryHold(file(home))) {
      return free == null ? read(notice(home)) : Optional.empty();
    } catch (IOException e) {
      throw EmbeddedServer.unavailable(home, e);
    }
  }

  @Override
  public void close() {
    try (lock) {
      Files.deleteIfExists(notice);
    } catch (IOException e) {
      // Nobody reads the notice of a lock that is free.
    }
  }

  private static Path file(Home home) {
    return home.directory().resolve("serve.lock");
  }

  private static Path notice(Home home) {
    return home.directory().resolve("serve");
  }

  private static Optional<Holder> read(Path notice) {
    try {
      var words = Files.readString(notice).strip().split(" ", -1);
      return Optional.of(new Holder(Long.parseLong(words[0]), Integer.parseInt(words[1])));
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static DatabaseUnavailable held(Path data, Optional<Holder> holder) {
    var who = holder.map(h -> " (process " + h.pid() + ", port " + h.port() + ")").orElse("");
    var whoChinese = holder.map(h -> "（进程 " + h.pid() + "，端口 " + h.port() + "）").orElse("");
    return new DatabaseUnavailable(
        IN_USE,
        "A taizhang server"
            + who
            + " is serving "
            + data
            + " already: use it, stop it, or name another directory with"
            + " --data DIR.",
        "已有一个 taizhang 服务" + whoChinese + "正在使用 " + data + "：请直接使用它、先停止它，或用 --data 指定其他目录。");
  }
}

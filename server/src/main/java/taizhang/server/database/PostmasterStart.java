package taizhang.server.database;

import static taizhang.server.database.DatabaseUnavailable.Reason.NOT_WRITABLE;
import static taizhang.server.database.DatabaseUnavailable.Reason.PORT;
import static taizhang.server.database.DatabaseUnavailable.Reason.UNREACHABLE;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Starting a server on a cluster on which none runs. Only for the holder of the turn. */
final class PostmasterStart {

  private static final Duration RECOVERY = Duration.ofMinutes(10);
  private static final int PORTS_TO_TRY = 5;

  private final Cluster cluster;

  PostmasterStart(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * The server, ready for connections: on the port of last time if it is free, so that pools find
   * it again.
   */
  Postmaster run() throws IOException {
    var home = cluster.home();
    for (int attempt = 0; attempt < PORTS_TO_TRY; attempt++) {
      int port = attempt == 0 ? lastPort(home.port()) : freePort();
      var child = launch(port);
      var process = new LinuxProcess(child.pid());
      Patience.until(RECOVERY, () -> !child.isAlive() || ready(child));
      if (child.isAlive() && ready(child)) {
        remember(home, port);
        return new Postmaster(cluster, process, port);
      }
      if (child.isAlive()) {
        process.signal("QUIT");
      }
      var said = Files.readString(home.log(), StandardCharsets.UTF_8);
      if (!said.contains("could not bind")
          && !said.contains("could not create any TCP/IP sockets")) {
        throw failed(home, said);
      }
    }
    throw new DatabaseUnavailable(
        PORT,
        "PostgreSQL found no free port on 127.0.0.1: see whether the loopback interface is up and ports are left.",
        "PostgreSQL 在 127.0.0.1 上找不到可用端口：请检查回环网络接口以及端口是否耗尽。");
  }

  private Process launch(int port) throws IOException {
    var arguments = new ArrayList<>(List.of("-D", cluster.directory().toString()));
    arguments.addAll(ServerOptions.arguments(port));
    var log = cluster.home().log();
    if (Files.exists(log)) {
      Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    var child =
        new Program(cluster.home())
            .of("postgres", arguments)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    child.getOutputStream().close();
    return child;
  }

  private boolean ready(Process child) {
    return PostmasterFile.read(cluster.directory())
        .map(file -> file.pid() == child.pid() && file.ready())
        .orElse(false);
  }

  private static int lastPort(Path file) throws IOException {
    var text = Files.exists(file) ? Files.readString(file).strip() : "";
    return text.matches("[1-9]\\d{3,4}") ? Integer.parseInt(text) : freePort();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void remember(Home home, int port) throws IOException {
    var partial = home.partial(home.port());
    Files.writeString(partial, port + "\n");
    Files.move(partial, home.port(), StandardCopyOption.ATOMIC_MOVE);
  }

  private static DatabaseUnavailable failed(Home home, String said) throws IOException {
    if (Storage.full(said) || Storage.nothingLeft(home.directory())) {
      return Storage.fullAt(home.directory(), new IOException(said));
    }
    if (said.contains("Permission denied")) {
      return new DatabaseUnavailable(
          NOT_WRITABLE,
          "PostgreSQL may not read or write %s: give its files to the user who starts taizhang. It said: %s"
              .formatted(home.directory(), said.strip()),
          "PostgreSQL 无权读写 %s：请将其文件归属改为启动 taizhang 的用户。其输出为：%s"
              .formatted(home.directory(), said.strip()));
    }
    return new DatabaseUnavailable(
        UNREACHABLE,
        "PostgreSQL did not start on %s; it said: %s".formatted(home.directory(), said.strip()),
        "PostgreSQL 未能在 %s 上启动，其输出为：%s".formatted(home.directory(), said.strip()));
  }
}

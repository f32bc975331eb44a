package taizhang.server.database;

import static taizhang.server.database.DatabaseUnavailable.Reason.UNREACHABLE;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;

/** The running server process of a cluster, whoever started it. */
record Postmaster(Cluster cluster, LinuxProcess process, int port) {

  private static final Duration RECOVERY = Duration.ofMinutes(10);
  private static final Duration SHUTDOWN = Duration.ofMinutes(1);
  private static final Duration ORPHANS_LEAVE = Duration.ofSeconds(5);

  /**
   * The server that runs on the cluster already, perhaps left behind by a program that was killed.
   * Where none runs, what a killed one left is cleared away. Only for the holder of the turn.
   */
  static Optional<Postmaster> find(Cluster cluster) throws IOException {
    var said = PostmasterFile.read(cluster.directory());
    if (said.isPresent() && new LinuxProcess(said.get().pid()).worksIn(cluster.directory())) {
      var process = new LinuxProcess(said.get().pid());
      if (awaitReady(cluster, process)) {
        return PostmasterFile.read(cluster.directory())
            .map(file -> new Postmaster(cluster, process, file.port()));
      }
      if (process.worksIn(cluster.directory())) {
        throw unreachable(cluster, process);
      }
    }
    awaitOrphans(cluster);
    // PostgreSQL itself would take a zombie or another program of that number for the server.
    Files.deleteIfExists(PostmasterFile.in(cluster.directory()));
    return Optional.empty();
  }

  /** True when it takes connections, false when it has ended or is about to. */
  private static boolean awaitReady(Cluster cluster, LinuxProcess process) {
    Patience.until(
        RECOVERY,
        () -> {
          var file = PostmasterFile.read(cluster.directory());
          return !process.worksIn(cluster.directory())
              || file.map(f -> f.pid() == process.pid() && f.ready()).orElse(false);
        });
    return process.worksIn(cluster.directory())
        && PostmasterFile.read(cluster.directory()).map(PostmasterFile::ready).orElse(false);
  }

  /** Children of a killed server may still write for a moment: no new one may start beside them. */
  private static void awaitOrphans(Cluster cluster) {
    var directory = cluster.directory();
    if (!Patience.until(
        ORPHANS_LEAVE, () -> LinuxProcess.all().stream().noneMatch(p -> p.worksIn(directory)))) {
      LinuxProcess.all().stream().filter(p -> p.worksIn(directory)).forEach(p -> p.signal("KILL"));
      Patience.until(
          ORPHANS_LEAVE, () -> LinuxProcess.all().stream().noneMatch(p -> p.worksIn(directory)));
    }
  }

  private static DatabaseUnavailable unreachable(Cluster cluster, LinuxProcess process) {
    return new DatabaseUnavailable(
        UNREACHABLE,
        "PostgreSQL (process %d) runs on %s but is not ready: it may still be recovering; wait and try again, and see %s."
            .formatted(process.pid(), cluster.directory(), cluster.home().log()),
        "PostgreSQL（进程 %d）正在 %s 上运行但尚未就绪，可能仍在恢复：请稍后重试，并查看 %s。"
            .formatted(process.pid(), cluster.directory(), cluster.home().log()));
  }

  boolean running() {
    return process.worksIn(cluster.directory());
  }

  Login login(String role, String database) {
    return new Login(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, role, cluster.passwordOf(role));
  }

  /** Ends it in order; if it does not end within a minute, at once, as a power cut would. */
  void stop() {
    for (var signal : new String[] {"INT", "QUIT", "KILL"}) {
      process.signal(signal);
      if (Patience.until(SHUTDOWN, () -> !running())) {
        return;
      }
    }
  }
}

package taizhang.server.database;

import static taizhang.server.database.DatabaseUnavailable.Reason.IN_USE;
import static taizhang.server.database.DatabaseUnavailable.Reason.UNREACHABLE;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A share in the one server of a data directory. All programs that use the directory at a time
 * share its server: the first starts it, or adopts one that a killed program left running; the last
 * one out stops it.
 */
final class EmbeddedServer implements AutoCloseable {

  private static final Duration OTHERS_TURN = Duration.ofMinutes(5);
  private static final Map<Path, EmbeddedServer> OPEN_HERE = new HashMap<>();

  private final Home home;
  private final ProcessLock use;
  private volatile Postmaster postmaster;
  private final Thread watch;
  private int shares;

  private EmbeddedServer(Home home, ProcessLock use, Postmaster postmaster) {
    this.home = home;
    this.use = use;
    this.postmaster = postmaster;
    this.watch = Watch.over(this);
  }

  /** A share in the server of the data directory, which runs when this returns. */
  static EmbeddedServer open(Path data) {
    synchronized (OPEN_HERE) {
      var home = Home.in(data);
      try (ProcessLock turn = turn(home)) {
        var server = OPEN_HERE.get(home.directory());
        if (server == null) {
          server = start(home);
          OPEN_HERE.put(home.directory(), server);
        } else {
          server.revive();
        }
        server.shares++;
        return server;
      } catch (IOException e) {
        throw unavailable(home, e);
      }
    }
  }

  private static EmbeddedServer start(Home home) throws IOException {
    var cluster = Cluster.provide(home);
    var postmaster = running(cluster);
    var use = ProcessLock.tryShare(home.usersLock());
    if (use == null) {
      throw new IOException("somebody holds " + home.usersLock() + " alone outside of a turn");
    }
    return new EmbeddedServer(home, use, postmaster);
  }

  private static Postmaster running(Cluster cluster) throws IOException {
    var found = Postmaster.find(cluster);
    return found.isPresent() ? found.get() : new PostmasterStart(cluster).run();
  }

  private boolean revive() throws IOException {
    if (postmaster.running()) {
      return false;
    }
    postmaster = running(postmaster.cluster());
    return true;
  }

  /** Starts the server again where it is in use and was killed; true if so. */
  boolean reviveIfKilled() {
    if (postmaster.running()) {
      return false;
    }
    synchronized (OPEN_HERE) {
      if (shares == 0) {
        return false;
      }
      try (ProcessLock turn = turn(home)) {
        return revive();
      } catch (IOException e) {
        throw unavailable(home, e);
      }
    }
  }

  /** How a role of this server logs in to one of its databases. */
  Login login(String role, String database) {
    return postmaster.login(role, database);
  }

  Postmaster postmaster() {
    return postmaster;
  }

  /** Gives the share back; the last share of the last program stops the server. */
  @Override
  public void close() {
    synchronized (OPEN_HERE) {
      if (--shares > 0) {
        return;
      }
      OPEN_HERE.remove(home.directory());
      watch.interrupt();
      try (ProcessLock turn = turn(home)) {
        use.close();
        try (ProcessLock alone = ProcessLock.tryHold(home.usersLock())) {
          if (alone != null) {
            // Not the one we saw at the start: another program may have started it anew since.
            Postmaster.find(postmaster.cluster()).ifPresent(Postmaster::stop);
          }
        }
      } catch (IOException e) {
        throw unavailable(home, e);
      }
    }
  }

  private static ProcessLock turn(Home home) throws IOException {
    return ProcessLock.hold(home.turnLock(), OTHERS_TURN)
        .orElseThrow(() ->
            new DatabaseUnavailable(
                IN_USE,
                "Another taizhang has been starting or stopping the database of "
                    + home.directory()
                    + " for five minutes: end it and try again.",
                "另一个 taizhang 正在启动或停止 " + home.directory() + " 的数据库，已超过五分钟：请结束它后重试。"));
  }

  static DatabaseUnavailable unavailable(Home home, IOException e) {
    if (Storage.full(e)) {
      return Storage.fullAt(home.directory(), e);
    }
    return new DatabaseUnavailable(
        UNREACHABLE,
        "The embedded PostgreSQL of " + home.directory() + " cannot be used: " + e.getMessage(),
        "无法使用 " + home.directory() + " 的内置 PostgreSQL：" + e.getMessage(),
        e);
  }
}

package taizhang.server.database;

import java.time.Duration;

/** Starts the server anew when it was killed while it is in use; pools find it on its old port. */
final class Watch {

  private static final System.Logger LOG = System.getLogger(Watch.class.getName());
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  private final EmbeddedServer server;

  private Watch(EmbeddedServer server) {
    this.server = server;
  }

  /** Watches until the thread is interrupted. */
  static Thread over(EmbeddedServer server) {
    return Thread.ofPlatform().daemon().name("watch database").start(new Watch(server)::run);
  }

  private void run() {
    boolean told = false;
    try {
      while (true) {
        Thread.sleep(LOOK_EVERY);
        try {
          if (server.reviveIfKilled()) {
            LOG.log(
                System.Logger.Level.WARNING, "PostgreSQL was killed and has been started again");
          }
          told = false;
        } catch (DatabaseUnavailable e) {
          if (!told) {
            LOG.log(System.Logger.Level.ERROR, "PostgreSQL was killed and does not start again", e);
          }
          told = true;
        }
      }
    } catch (InterruptedException e) {
      // The server is being given back.
    }
  }
}

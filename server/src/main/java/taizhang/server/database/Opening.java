package taizhang.server.database;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The steps of opening a database, and its closing on shutdown. The shutdown hook is there before
 * the server is: Ctrl-C while it starts waits for it and stops it again.
 */
final class Opening {

  private static final int POOL_SIZE = 16;

  private Opening() {}

  static Database run(DatabaseSettings settings) {
    var opened = new AtomicReference<@Nullable Database>();
    var opening = new ReentrantLock();
    var hook =
        new Thread(
            () -> {
              opening.lock();
              var database = opened.get();
              if (database != null) {
                database.close();
              }
            },
            "close database");
    opening.lock();
    try {
      Runtime.getRuntime().addShutdownHook(hook);
      var database = settings.external().map(Opening::external).orElseGet(() -> embedded(settings));
      database.closesOnShutdown(hook);
      opened.set(database);
      return database;
    } finally {
      if (opened.get() == null) {
        forget(hook);
      }
      opening.unlock();
    }
  }

  /**
   * Takes the hook away again; too late once the JVM is shutting down, and then it does no harm.
   */
  static void forget(@Nullable Thread hook) {
    if (hook != null) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The JVM is shutting down: the hook finds the database closed.
      }
    }
  }

  private static Database embedded(DatabaseSettings settings) {
    var server = EmbeddedServer.open(settings.data());
    try {
      return Database.of(
          server.login(Cluster.OWNER, Cluster.DATABASE),
          server.login(DatabaseSettings.External.APP_USER, Cluster.DATABASE),
          Optional.of(server),
          POOL_SIZE);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static Database external(DatabaseSettings.External external) {
    var owner = new Login(external.url(), external.user(), external.password());
    ServerChecks.version(owner);
    return Database.of(owner, AppRole.provide(external, owner), Optional.empty(), POOL_SIZE);
  }
}

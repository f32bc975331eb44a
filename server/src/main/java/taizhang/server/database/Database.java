package taizhang.server.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The books' database, open for this program.
 *
 * <p>It closes itself when the JVM is shut down in order; a container that closes it as one of its
 * own calls {@link #closedByCaller()} first, so that nothing stops the server under its feet.
 */
public final class Database implements AutoCloseable {

  private final HikariDataSource app;
  private final DataSource owner;
  private final Optional<EmbeddedServer> server;
  private @Nullable Thread onShutdown;
  private boolean closed;

  private Database(Login app, Login owner, Optional<EmbeddedServer> server, int poolSize) {
    this.app = app.pool(poolSize);
    this.owner = owner.direct();
    this.server = server;
  }

  /**
   * The migrated, checked database of the settings. An embedded server is started, or the running
   * one of the same data directory is shared.
   *
   * @throws DatabaseUnavailable if the environment does not allow it; the message says what to do
   */
  public static Database open(DatabaseSettings settings) {
    return Opening.run(settings);
  }

  /** Checks and migrates, then opens the pool. */
  static Database of(Login owner, Login app, Optional<EmbeddedServer> server, int poolSize) {
    ServerChecks.version(owner);
    Migrations.apply(owner.direct(), app.user());
    ServerChecks.role(app, owner);
    return new Database(app, owner, server, poolSize);
  }

  /**
   * Connections of the application role, pooled. It cannot change or delete entries, and sees only
   * the towns that a transaction names with {@code set_config('taizhang.towns', '1,2', true)};
   * never name them for a whole session.
   */
  public DataSource app() {
    return app;
  }

  /** Connections of the tables' owner, for migrations and the register of towns; not pooled. */
  public DataSource owner() {
    return owner;
  }

  /** Leaves closing to the caller alone, also when the JVM is shut down. */
  public Database closedByCaller() {
    Opening.forget(onShutdown);
    onShutdown = null;
    return this;
  }

  void closesOnShutdown(Thread thread) {
    onShutdown = thread;
  }

  int connectionsInUse() {
    return app.getHikariPoolMXBean().getActiveConnections();
  }

  /** Closes the pool and gives back the embedded server; the last user stops it. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    Opening.forget(onShutdown);
    app.close();
    server.ifPresent(EmbeddedServer::close);
  }
}

package taizhang.server.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A migrated, empty database of its own for a test class, on a real PostgreSQL that all tests
 * share:
 *
 * <pre>{@code
 * @RegisterExtension static final BooksDatabase books = BooksDatabase.fresh();
 * }</pre>
 *
 * <p>Closed after the class, and then fails where a test did not give back a connection. Also
 * usable in try-with-resources.
 */
public final class BooksDatabase implements AfterAllCallback, AutoCloseable {

  private static final Path DATA = Path.of("target", "books-database");
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static @Nullable EmbeddedServer shared;
  private static @Nullable String template;

  private final EmbeddedServer server;
  private final String name;
  private final Database database;

  private BooksDatabase(EmbeddedServer server, String name, int poolSize) {
    this.server = server;
    this.name = name;
    this.database =
        Database.of(
            server.login(Cluster.OWNER, name),
            server.login(DatabaseSettings.External.APP_USER, name),
            Optional.empty(),
            poolSize);
  }

  /** A new database with the tables of this program and nothing in them. */
  public static BooksDatabase fresh() {
    return fresh(16);
  }

  /** A new database whose application pool has so many connections. */
  public static BooksDatabase fresh(int poolSize) {
    try {
      var server = server();
      var name = "fresh_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
      administer(
          server,
          "create database %s template %s owner %s".formatted(name, template, Cluster.OWNER));
      return new BooksDatabase(server, name, poolSize);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("no fresh database", e);
    }
  }

  /** Connections of the application role. */
  public DataSource app() {
    return database.app();
  }

  /** Connections of the owner of the tables. */
  public DataSource owner() {
    return database.owner();
  }

  /** The same as the program sees it. */
  public Database database() {
    return database;
  }

  /** The variables that lead a program to this database. */
  public Map<String, String> environment() {
    Login ownerLogin = server.login(Cluster.OWNER, name);
    Login appLogin = server.login(DatabaseSettings.External.APP_USER, name);
    return Map.of(
        "TAIZHANG_DB_URL", ownerLogin.url(),
        "TAIZHANG_DB_USER", ownerLogin.user(),
        "TAIZHANG_DB_PASSWORD", ownerLogin.password(),
        "TAIZHANG_DB_APP_USER", appLogin.user(),
        "TAIZHANG_DB_APP_PASSWORD", appLogin.password());
  }

  /** Connections of the superuser, to look behind the policies. */
  DataSource administrator() {
    return server.login(Cluster.ADMINISTRATOR, name).direct();
  }

  /** Where it is. */
  String url() {
    return server.login(Cluster.ADMINISTRATOR, name).url();
  }

  /** Drops the database; fails where connections were not given back. */
  @Override
  public void close() {
    // A thread that a test ended may still be giving back its own.
    boolean leaked = !Patience.until(Duration.ofSeconds(2), () -> database.connectionsInUse() == 0);
    int inUse = database.connectionsInUse();
    database.close();
    try {
      administer(server, "drop database " + name + " with (force)");
    } catch (SQLException e) {
      throw new IllegalStateException("cannot drop " + name, e);
    }
    if (leaked) {
      throw new AssertionError(inUse + " connections were taken from the pool and not closed");
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close();
  }

  private static synchronized EmbeddedServer server() throws SQLException, IOException {
    if (shared == null) {
      var server = EmbeddedServer.open(DATA);
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "close test database"));
      try (var lock =
          ProcessLock.hold(DATA.resolve("template.lock").toAbsolutePath(), Duration.ofMinutes(2))
              .orElseThrow()) {
        dropLeftovers(server);
        template = template(server);
      }
      shared = server;
    }
    return shared;
  }

  /** The migrated database that fresh ones are copied from, named after the migrations it has. */
  private static String template(EmbeddedServer server) throws SQLException, IOException {
    var name = "template_" + MigrationFiles.fingerprint().replace('-', '_');
    if (exists(server, name)) {
      return name;
    }
    var unfinished = "unfinished_" + ProcessHandle.current().pid();
    administer(server, "create database %s owner %s".formatted(unfinished, Cluster.OWNER));
    Migrations.apply(
        server.login(Cluster.OWNER, unfinished).direct(), DatabaseSettings.External.APP_USER);
    administer(server, "alter database %s rename to %s".formatted(unfinished, name));
    return name;
  }

  private static boolean exists(EmbeddedServer server, String name) throws SQLException {
    try (Connection connection =
            server.login(Cluster.ADMINISTRATOR, "postgres").direct().getConnection();
        var statement = connection.prepareStatement("select from pg_database where datname = ?")) {
      statement.setString(1, name);
      try (var row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  /** Databases of test runs that were killed. */
  private static void dropLeftovers(EmbeddedServer server) throws SQLException {
    try (Connection connection =
            server.login(Cluster.ADMINISTRATOR, "postgres").direct().getConnection();
        Statement statement = connection.createStatement();
        Statement drop = connection.createStatement()) {
      try (var row =
          statement.executeQuery(
              "select datname from pg_database where datname ~ '^(fresh|unfinished)_\\d+'")) {
        while (row.next()) {
          long pid = Long.parseLong(row.getString(1).split("_", -1)[1]);
          if (!new LinuxProcess(pid).running()) {
            drop.execute("drop database if exists " + row.getString(1) + " with (force)");
          }
        }
      }
    }
  }

  private static void administer(EmbeddedServer server, String sql) throws SQLException {
    try (Connection connection =
            server.login(Cluster.ADMINISTRATOR, "postgres").direct().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

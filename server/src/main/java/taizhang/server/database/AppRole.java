package taizhang.server.database;

import static taizhang.server.database.DatabaseUnavailable.Reason.ROLES;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** The application role of an external server, made on first use where that is allowed. */
final class AppRole {

  private static final String WRONG_PASSWORD = "28P01";
  private static final String EXISTS_ALREADY = "42710";
  private static final String MADE_AT_THE_SAME_TIME = "23505";

  private final DatabaseSettings.External external;
  private final Login owner;

  private AppRole(DatabaseSettings.External external, Login owner) {
    this.external = external;
    this.owner = owner;
  }

  /** A login of the application role that works. */
  static Login provide(DatabaseSettings.External external, Login owner) {
    return new AppRole(external, owner).provide();
  }

  private Login provide() {
    var given = external.appPassword();
    if (given != null) {
      return new Login(external.url(), external.appUser(), given);
    }
    // Two servers that were given the same owner's password agree on it without talking.
    var derived = new Secret(external.password()).passwordOf(external.appUser());
    var login = new Login(external.url(), external.appUser(), derived);
    try (Connection connection = owner.direct().getConnection()) {
      if (!exists(connection)) {
        create(connection);
        setPassword(connection, derived);
      } else if (!accepted(login)) {
        setPassword(connection, derived);
      }
      return login;
    } catch (SQLException e) {
      throw notAllowed(e);
    }
  }

  private boolean exists(Connection connection) throws SQLException {
    try (var statement =
        connection.prepareStatement("select exists (select from pg_roles where rolname = ?)")) {
      statement.setString(1, external.appUser());
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private void create(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      var name = statement.enquoteIdentifier(external.appUser(), true);
      statement.execute(
          "create role " + name + " login nosuperuser nobypassrls nocreatedb nocreaterole");
    } catch (SQLException e) {
      if (!EXISTS_ALREADY.equals(e.getSQLState())
          && !MADE_AT_THE_SAME_TIME.equals(e.getSQLState())) {
        throw e;
      }
    }
  }

  /** Sends the server a verifier, so that the password shows in no log. */
  private void setPassword(Connection connection, String password) throws SQLException {
    connection
        .unwrap(PGConnection.class)
        .alterUserPassword(external.appUser(), password.toCharArray(), "scram-sha-256");
  }

  private static boolean accepted(Login login) throws SQLException {
    try (Connection connection = login.direct().getConnection()) {
      return connection.isValid(10);
    } catch (SQLException e) {
      if (WRONG_PASSWORD.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  private DatabaseUnavailable notAllowed(SQLException e) {
    var statement =
        "CREATE ROLE \"%s\" LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '…';"
            .formatted(external.appUser());
    return new DatabaseUnavailable(
        ROLES,
        "%s may not make the application role: let an administrator run  %s  and set TAIZHANG_DB_APP_USER and TAIZHANG_DB_APP_PASSWORD. PostgreSQL said: %s"
            .formatted(external.user(), statement, e.getMessage()),
        "%s 无权建立应用角色：请管理员执行  %s  并设置 TAIZHANG_DB_APP_USER 和 TAIZHANG_DB_APP_PASSWORD。PostgreSQL 返回：%s"
            .formatted(external.user(), statement, e.getMessage()),
        e);
  }
}

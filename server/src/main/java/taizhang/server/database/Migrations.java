package taizhang.server.database;

import static taizhang.server.database.DatabaseUnavailable.Reason.MIGRATION;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;

/** Brings the tables to what this program expects, as their owner. */
final class Migrations {

  private Migrations() {}

  /**
   * Does nothing where the tables carry the mark of these very migrations: asking Flyway takes as
   * long as all the rest of a start.
   */
  static void apply(DataSource owner, String appUser) {
    var mark = "taizhang " + MigrationFiles.fingerprint() + " for " + appUser;
    try (Connection connection = owner.getConnection()) {
      if (!mark.equals(read(connection))) {
        migrate(owner, appUser);
        write(connection, mark);
      }
    } catch (SQLException e) {
      throw new DatabaseUnavailable(
          MIGRATION,
          "The tables cannot be looked at: " + e.getMessage(),
          "无法检查数据表：" + e.getMessage(),
          e);
    }
  }

  private static @Nullable String read(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select obj_description(to_regclass('public.flyway_schema_history'), 'pg_class')")) {
      row.next();
      return row.getString(1);
    }
  }

  private static void write(Connection connection, String mark) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          "comment on table public.flyway_schema_history is " + statement.enquoteLiteral(mark));
    }
  }

  private static void migrate(DataSource owner, String appUser) {
    var flyway =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(owner)
            .locations("classpath:db/migration")
            .placeholders(Map.of("app", '"' + appUser.replace("\"", "\"\"") + '"'))
            .cleanDisabled(true)
            .load();
    try {
      flyway.migrate();
    } catch (FlywayValidateException e) {
      throw new DatabaseUnavailable(
          MIGRATION,
          "The tables were made by another version of taizhang: use the version that made them, or make a backup with it"
              + " and restore it into a new data directory. "
              + told(e),
          "数据库由另一版本的 taizhang 建立：请使用原版本，或用原版本 backup 后在新的数据目录中 restore。" + told(e),
          e);
    } catch (FlywayException e) {
      throw new DatabaseUnavailable(
          MIGRATION,
          "The tables cannot be made or brought up to date: " + e.getMessage(),
          "无法建立或升级数据表：" + e.getMessage(),
          e);
    }
  }

  /** What differs, without Flyway's advice, which is for developers. */
  private static String told(FlywayException e) {
    return String.valueOf(e.getMessage()).replaceFirst("(?s)\n(Either revert|Need more).*", "");
  }
}

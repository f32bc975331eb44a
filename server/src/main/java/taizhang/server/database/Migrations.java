package taizhang.server.database;

import static taizhang.server.database.DatabaseUnavailable.Reason.MIGRATION;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Brings the tables to what this program expects, as their owner. */
final class Migrations {

  private Migrations() {}

  static void apply(DataSource owner, String appUser) {
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
              + e.getMessage(),
          "数据库由另一版本的 taizhang 建立：请使用原版本，或用原版本 backup 后在新的数据目录中 restore。" + e.getMessage(),
          e);
    } catch (FlywayException e) {
      throw new DatabaseUnavailable(
          MIGRATION,
          "The tables cannot be made or brought up to date: " + e.getMessage(),
          "无法建立或升级数据表：" + e.getMessage(),
          e);
    }
  }
}

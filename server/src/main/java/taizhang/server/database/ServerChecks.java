package taizhang.server.database;

import static taizhang.server.database.DatabaseUnavailable.Reason.ROLES;
import static taizhang.server.database.DatabaseUnavailable.Reason.UNREACHABLE;
import static taizhang.server.database.DatabaseUnavailable.Reason.UNSAFE_SERVER;

import java.sql.SQLException;
import java.util.Map;

/** Refuses servers and roles on which row-level security would not hold. */
final class ServerChecks {

  /**
   * The oldest minor version per major in which statistics do not leak hidden rows (CVE-2025-8713).
   */
  private static final Map<Integer, Integer> OLDEST_MINOR = Map.of(15, 14, 16, 10, 17, 6);

  private static final int OLDEST_MAJOR = 15;

  private ServerChecks() {}

  static void version(Login login) {
    try (var connection = login.direct().getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select current_setting('server_version_num')::integer")) {
      row.next();
      version(row.getInt(1));
    } catch (SQLException e) {
      throw unreachable(login, e);
    }
  }

  static void version(int number) {
    int major = number / 10000;
    int minor = number % 10000;
    int oldest = OLDEST_MINOR.getOrDefault(major, 0);
    if (major < OLDEST_MAJOR || minor < oldest) {
      var found = major + "." + minor;
      var wanted = major < OLDEST_MAJOR ? "18" : major + "." + oldest;
      throw new DatabaseUnavailable(
          UNSAFE_SERVER,
          "PostgreSQL %s is too old or lets rows of other towns leak (CVE-2025-8713): upgrade it to %s or newer."
              .formatted(found, wanted),
          "PostgreSQL %s 版本过旧，或存在泄露其他乡镇数据的漏洞（CVE-2025-8713）：请升级到 %s 或更高版本。"
              .formatted(found, wanted));
    }
  }

  /**
   * The application role must be bound by the policies: no superuser, no bypass, no share in the
   * owner.
   */
  static void role(Login app, Login owner) {
    try (var connection = app.direct().getConnection();
        var statement = connection.prepareStatement(UNBOUND)) {
      statement.setString(1, owner.user());
      try (var row = statement.executeQuery()) {
        row.next();
        if (row.getBoolean(1)) {
          throw new DatabaseUnavailable(
              ROLES,
              "The role %s is a superuser, may bypass row-level security, or is or may become an owner of tables: it would see every town. Give TAIZHANG_DB_APP_USER a plain role (NOSUPERUSER NOBYPASSRLS, member of none)."
                  .formatted(app.user()),
              "角色 %s 是超级用户、可绕过行级安全，或是（或可成为）数据表的所有者，将看到所有乡镇的数据。请为 TAIZHANG_DB_APP_USER 指定普通角色（NOSUPERUSER NOBYPASSRLS，不属于任何其他角色）。"
                  .formatted(app.user()));
        }
      }
    } catch (SQLException e) {
      throw unreachable(app, e);
    }
  }

  private static final String UNBOUND =
      """
      select exists (
        select from pg_roles r
        where pg_has_role(current_user, r.oid, 'MEMBER')
          and (r.rolsuper or r.rolbypassrls or r.rolname = ?
               or exists (select from pg_class c
                          where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace)))
      """;

  static DatabaseUnavailable unreachable(Login login, SQLException e) {
    return new DatabaseUnavailable(
        UNREACHABLE,
        "Cannot connect to PostgreSQL as %s: check address, user and password, and that it is running. It said: %s"
            .formatted(login, e.getMessage()),
        "无法以 %s 连接 PostgreSQL：请检查地址、用户名和口令，并确认其正在运行。返回信息：%s".formatted(login, e.getMessage()),
        e);
  }
}

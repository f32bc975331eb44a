package taizhang.server.database;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the books are kept.
 *
 * @param data the data directory; holds the embedded server unless an external one is named
 * @param external a PostgreSQL run by somebody else, if any
 */
public record DatabaseSettings(Path data, Optional<External> external) {

  /**
   * A PostgreSQL run by somebody else.
   *
   * @param url a jdbc:postgresql: or postgresql: address of one database
   * @param user the owner of the tables, who migrates
   * @param password the owner's password
   * @param appUser the application role, where it was made by hand
   * @param appPassword its password; derived from the owner's where not given
   */
  public record External(
      String url, String user, String password, String appUser, @Nullable String appPassword) {

    /** The name of the application role unless the environment names another. */
    public static final String APP_USER = "taizhang_app";

    public External {
      if (url.startsWith("postgres://")) {
        url = "jdbc:postgresql://" + url.substring("postgres://".length());
      } else if (url.startsWith("postgresql://")) {
        url = "jdbc:" + url;
      }
      if (!url.startsWith("jdbc:postgresql://") || url.contains("@")) {
        throw new DatabaseUnavailable(
            DatabaseUnavailable.Reason.SETTINGS,
            "TAIZHANG_DB_URL must look like jdbc:postgresql://host:5432/database; the user and the password go into"
                + " TAIZHANG_DB_USER and TAIZHANG_DB_PASSWORD.",
            "TAIZHANG_DB_URL 应形如 jdbc:postgresql://主机:5432/库名；用户名和口令请写在 TAIZHANG_DB_USER 和"
                + " TAIZHANG_DB_PASSWORD 中。");
      }
    }

    @Override
    public String toString() {
      return user + " at " + url;
    }
  }

  /** An embedded server in the data directory. */
  public static DatabaseSettings embedded(Path data) {
    return new DatabaseSettings(data, Optional.empty());
  }

  /**
   * The server that the variables TAIZHANG_DB_URL, _USER, _PASSWORD name (and _APP_USER,
   * _APP_PASSWORD where the application role was made by hand), else an embedded one.
   */
  public static DatabaseSettings of(Path data, Map<String, String> environment) {
    var url = environment.getOrDefault("TAIZHANG_DB_URL", "");
    if (url.isBlank()) {
      return embedded(data);
    }
    var user = environment.getOrDefault("TAIZHANG_DB_USER", "");
    var password = environment.getOrDefault("TAIZHANG_DB_PASSWORD", "");
    if (user.isEmpty() || password.isEmpty()) {
      throw new DatabaseUnavailable(
          DatabaseUnavailable.Reason.SETTINGS,
          "TAIZHANG_DB_URL is set: set TAIZHANG_DB_USER and TAIZHANG_DB_PASSWORD as well, or unset it to use the"
              + " embedded PostgreSQL.",
          "已设置 TAIZHANG_DB_URL：请同时设置 TAIZHANG_DB_USER 和 TAIZHANG_DB_PASSWORD；若要使用内置 PostgreSQL，请取消该变量。");
    }
    var appUser = environment.getOrDefault("TAIZHANG_DB_APP_USER", External.APP_USER);
    var appPassword = environment.get("TAIZHANG_DB_APP_PASSWORD");
    return new DatabaseSettings(
        data, Optional.of(new External(url, user, password, appUser, appPassword)));
  }
}

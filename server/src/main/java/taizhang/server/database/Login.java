package taizhang.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** One role's way into one database. */
record Login(String url, String user, String password) {

  /**
   * Plans are made for the tables as they are now. A plan kept from when a table was nearly empty
   * reads all of it for every entry, until statistics are next gathered: a load then slows down
   * with every entry.
   */
  private static final String PLANS = "-c plan_cache_mode=force_custom_plan";

  /** Connections made and closed one by one. */
  DataSource direct() {
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    source.setApplicationName("taizhang " + user);
    source.setConnectTimeout(10);
    source.setOptions(PLANS);
    return source;
  }

  /**
   * A pool that opens its first connection at once, so that a wrong password shows here and not
   * under load.
   */
  HikariDataSource pool(int size) {
    var pool = new HikariConfig();
    pool.setPoolName("taizhang");
    pool.setDataSource(direct());
    pool.setMaximumPoolSize(size);
    pool.setMinimumIdle(Math.min(size, 2));
    pool.setConnectionTimeout(10_000);
    return new HikariDataSource(pool);
  }

  @Override
  public String toString() {
    return user + " at " + url;
  }
}

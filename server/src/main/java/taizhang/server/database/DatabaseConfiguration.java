package taizhang.server.database;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Gives the application context the pool of the {@link Database} that the command line opened and
 * registered.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  /** Closed with its database, not by itself. */
  @Bean(destroyMethod = "")
  DataSource dataSource(Database database) {
    return database.app();
  }
}

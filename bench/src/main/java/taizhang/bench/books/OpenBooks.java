package taizhang.bench.books;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import taizhang.server.audit.Verification;
import taizhang.server.browse.Browse;
import taizhang.server.database.Database;
import taizhang.server.database.DatabaseSettings;
import taizhang.server.figure.Figures;
import taizhang.server.ledger.Entries;
import taizhang.server.town.Towns;

/** The books of a data directory, wired as the program wires them. */
final class OpenBooks implements AutoCloseable {

  private static final String[] ROOMS = {
    "taizhang.server.town",
    "taizhang.server.ledger",
    "taizhang.server.figure",
    "taizhang.server.browse",
    "taizhang.server.audit"
  };

  private final Database database;
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  OpenBooks(Path data) {
    database = Database.open(DatabaseSettings.embedded(data));
    context.registerBean(Database.class, () -> database, bean -> bean.setDestroyMethodName(""));
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("bench", Map.of("taizhang.data", data.toString())));
    context.scan(ROOMS);
    context.refresh();
  }

  Towns towns() {
    return context.getBean(Towns.class);
  }

  Entries entries() {
    return context.getBean(Entries.class);
  }

  Figures figures() {
    return context.getBean(Figures.class);
  }

  Browse browse() {
    return context.getBean(Browse.class);
  }

  Verification verification() {
    return context.getBean(Verification.class);
  }

  /** Statements as the owner of the tables. */
  JdbcClient owner() {
    return JdbcClient.create(database.owner());
  }

  /** A connection of the owner of the tables, to be closed by the caller. */
  @SuppressWarnings("MustBeClosedChecker")
  java.sql.Connection connection() throws SQLException {
    return database.owner().getConnection();
  }

  @Override
  public void close() {
    context.close();
    database.close();
  }
}

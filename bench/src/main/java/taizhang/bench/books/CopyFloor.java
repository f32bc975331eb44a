package taizhang.bench.books;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import taizhang.server.town.Town;

/**
 * The floor under every append: the rows of some entries copied into a plain table with one index,
 * in one transaction of the same server, without hashing, postings, balances or checks.
 */
final class CopyFloor implements AutoCloseable {

  private final Connection connection;

  CopyFloor(OpenBooks books) throws SQLException {
    connection = books.connection();
    execute("drop table if exists bench_floor");
    execute("create table bench_floor (like entry, primary key (town, seq))");
    connection.setAutoCommit(false);
  }

  /** Seconds it takes to copy a town's entries after a seq. */
  double seconds(Town town, long after) throws SQLException, IOException {
    byte[] rows = rows(town, after);
    long begun = System.nanoTime();
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("copy bench_floor from stdin (format binary)", new ByteArrayInputStream(rows));
    connection.commit();
    return (System.nanoTime() - begun) / 1e9;
  }

  private byte[] rows(Town town, long after) throws SQLException, IOException {
    execute("select set_config('taizhang.towns', '%d', true)".formatted(town.id()));
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyOut(
            "copy (select * from entry where town = %d and seq > %d) to stdout (format binary)"
                .formatted(town.id(), after),
            rows);
    connection.commit();
    return rows.toByteArray();
  }

  private void execute(String statement) throws SQLException {
    try (var made = connection.createStatement()) {
      made.execute(statement);
    }
  }

  @Override
  public void close() throws SQLException {
    execute("drop table bench_floor");
    connection.commit();
    connection.close();
  }
}

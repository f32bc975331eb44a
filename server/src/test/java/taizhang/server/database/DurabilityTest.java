package taizhang.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the server acknowledged is there after it was killed, server and children, in the middle of
 * writing.
 */
class DurabilityTest {

  private static final int KILLS = 4;

  @TempDir Path folder;
  private final Random random = new Random(11);
  private DataDirectory data;

  @BeforeEach
  void newDirectory() throws IOException {
    data = DataDirectory.in(folder);
  }

  @Test
  void nothingAcknowledgedIsLost() throws SQLException, InterruptedException {
    assertThat(lostAfterKills("on")).isZero();
  }

  /** The same without waiting for the disk loses something, so the test above can see loss. */
  @Test
  void withoutWaitingForTheDiskTheLossIsSeen() throws SQLException, InterruptedException {
    assertThat(lostAfterKills("off")).isPositive();
  }

  private long lostAfterKills(String synchronousCommit) throws SQLException, InterruptedException {
    long lost = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      var acknowledged = new AtomicLong();
      try (var database = data.open()) {
        execute(database, "create table written_" + kill + " (n bigint primary key)");
        var writer =
            Thread.ofPlatform().start(writing(database, kill, synchronousCommit, acknowledged));
        Thread.sleep(200 + random.nextInt(400));
        data.working().forEach(process -> process.signal("KILL"));
        writer.join();
      }
      try (var database = data.open()) {
        long found = number(database, "select count(*) from written_" + kill);
        // Whole, and nothing between: the newest may be there unacknowledged.
        assertThat(found)
            .isEqualTo(number(database, "select coalesce(max(n), 0) from written_" + kill));
        assertThat(acknowledged.get()).isPositive();
        lost += Math.max(0, acknowledged.get() - found);
      }
    }
    return lost;
  }

  private static Runnable writing(
      Database database, int kill, String synchronousCommit, AtomicLong acknowledged) {
    return () -> {
      try (Connection connection = database.owner().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("set synchronous_commit = " + synchronousCommit);
        for (long n = 1; ; n++) {
          statement.execute("insert into written_" + kill + " values (" + n + ")");
          acknowledged.set(n);
        }
      } catch (SQLException e) {
        // Killed, as it should be.
      }
    };
  }

  private static void execute(Database database, String sql) throws SQLException {
    try (var connection = database.owner().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long number(Database database, String sql) throws SQLException {
    try (var connection = database.owner().getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}

package taizhang.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {

  @TempDir Path folder;
  DataDirectory data;

  @BeforeEach
  void newDirectory() throws IOException {
    data = DataDirectory.in(folder);
  }

  @Test
  void whatWasWrittenIsThereAfterARestart() throws SQLException {
    try (var database = data.open()) {
      DataDirectory.write(database, "liuzhuang");
    }
    assertThat(data.working()).isEmpty();
    try (var database = data.open()) {
      assertThat(DataDirectory.read(database)).containsExactly("liuzhuang");
    }
    assertThat(data.working()).isEmpty();
  }

  @Test
  void twoUsersInOneProgramShareTheServer() throws SQLException {
    var first = data.open();
    var second = data.open();
    first.close();
    assertThat(DataDirectory.read(second)).isEmpty();
    second.close();
    assertThat(data.working()).isEmpty();
  }

  @Test
  void itNeverTradesDurabilityForSpeedAndSortsByCodePoint() throws SQLException {
    try (var database = data.open()) {
      assertThat(setting(database, "fsync")).isEqualTo("on");
      assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
      assertThat(setting(database, "full_page_writes")).isEqualTo("on");
      assertThat(setting(database, "data_checksums")).isEqualTo("on");
      assertThat(setting(database, "server_encoding")).isEqualTo("UTF8");
      assertThat(single(database, "select lower('ÄΣ') || ('a' > 'B')")).isEqualTo("äσtrue");
    }
  }

  @Test
  void itListensOnThisMachineOnlyAndAsksForPasswords() throws SQLException, IOException {
    try (var database = data.open()) {
      assertThat(setting(database, "listen_addresses")).isEqualTo("127.0.0.1");
      var url = "jdbc:postgresql://127.0.0.1:" + setting(database, "port") + "/" + Cluster.DATABASE;
      for (var role : new String[] {Cluster.ADMINISTRATOR, Cluster.OWNER, "taizhang_app"}) {
        assertThatThrownBy(() -> new Login(url, role, "").direct().getConnection())
            .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> new Login(url, role, role).direct().getConnection())
            .hasMessageContaining("password authentication failed");
      }
      assertThat(Files.getPosixFilePermissions(data.home().secret()))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void itFindsAnotherPortWhereItsOwnIsTaken() throws SQLException, IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(taken.getLocalPort());
      Files.writeString(data.home().port(), port);
      try (var database = data.open()) {
        assertThat(setting(database, "port")).isNotEqualTo(port);
      }
    }
  }

  @Test
  void aClusterOfAnotherMajorVersionIsLeftAloneAndNamed() throws IOException {
    var version = data.home().cluster().resolve("PG_VERSION");
    Files.writeString(version, "17\n");
    assertThatThrownBy(data::open)
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("was made by PostgreSQL 17")
        .extracting(e -> ((DatabaseUnavailable) e).reason())
        .isEqualTo(DatabaseUnavailable.Reason.WRONG_VERSION);
    assertThat(version).exists();
  }

  @Test
  void aDirectoryThatCannotBeMadeIsNamed() throws IOException {
    var file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> Database.open(DatabaseSettings.embedded(file.resolve("data"))))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("--data DIR")
        .extracting(e -> ((DatabaseUnavailable) e).reason())
        .isEqualTo(DatabaseUnavailable.Reason.NOT_WRITABLE);
  }

  @Test
  void leftoversOfAFirstStartThatWasKilledAreSweptAway() throws IOException {
    data = DataDirectory.beforeFirstStart(folder.resolve("first"));
    var half = Files.createDirectories(data.home().partial(data.home().cluster()).resolve("base"));
    Files.writeString(half.resolve("PG_VERSION"), "");
    data.open().close();
    try (var files = Files.list(data.home().directory())) {
      assertThat(files.map(f -> f.getFileName().toString())).noneMatch(f -> f.contains("partial"));
    }
  }

  @Test
  void aDamagedClusterIsNeverMadeAnew() throws IOException {
    var control = data.home().cluster().resolve("global/pg_control");
    Files.delete(control);
    assertThatThrownBy(data::open)
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("did not start");
    assertThat(data.home().cluster().resolve("base")).isNotEmptyDirectory();
    assertThat(control).doesNotExist();
  }

  private static String setting(Database database, String name) throws SQLException {
    return single(database, "select current_setting('" + name + "')");
  }

  private static String single(Database database, String sql) throws SQLException {
    try (var connection = database.app().getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}

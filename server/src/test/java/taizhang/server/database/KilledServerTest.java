package taizhang.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What kill -9 leaves behind, made for real. */
class KilledServerTest {

  @TempDir Path folder;
  DataDirectory data;

  @BeforeEach
  void aDirectoryWithANote() throws IOException, SQLException {
    data = DataDirectory.in(folder);
    try (var database = data.open()) {
      DataDirectory.write(database, "liuzhuang");
    }
  }

  @AfterEach
  void nothingIsLeftRunning() {
    assertThat(data.working()).isEmpty();
  }

  @Test
  void aProgramBesideAnotherSharesItsServerAndTheLastOneOutStopsIt()
      throws IOException, SQLException, InterruptedException {
    try (var neighbour = Neighbour.in(data.path())) {
      var server = data.server();
      try (var database = data.open()) {
        assertThat(data.server()).isEqualTo(server);
        neighbour.leave();
        assertThat(DataDirectory.read(database)).containsExactly("liuzhuang");
      }
      assertThat(server.running()).isFalse();
    }
  }

  @Test
  void theServerOfAKilledProgramIsAdopted() throws IOException, SQLException, InterruptedException {
    Neighbour.in(data.path()).kill();
    var orphan = data.server();
    assertThat(orphan.running()).isTrue();
    try (var database = data.open()) {
      assertThat(data.server()).isEqualTo(orphan);
      assertThat(DataDirectory.read(database)).containsExactly("liuzhuang");
    }
    assertThat(orphan.running()).isFalse();
  }

  @Test
  void aServerKilledTogetherWithItsProgramIsStartedAnew()
      throws IOException, SQLException, InterruptedException {
    Neighbour.in(data.path()).kill();
    data.killServer();
    assertThat(PostmasterFile.in(data.home().cluster())).exists();
    assertThatTheNoteIsThere();
  }

  @Test
  void aKilledServerThatNobodyReapedIsNotTakenForAlive()
      throws IOException, SQLException, InterruptedException {
    try (var neighbour = Neighbour.in(data.path())) {
      var server = data.server();
      neighbour.signal("STOP");
      data.killServer();
      assertThat(server.state()).contains('Z');
      assertThatTheNoteIsThere();
      neighbour.kill();
    }
    data.open().close();
  }

  @Test
  void anotherProgramOfTheSameNumberIsNotTakenForTheServer()
      throws IOException, SQLException, InterruptedException {
    Neighbour.in(data.path()).kill();
    data.killServer();
    var stranger = new ProcessBuilder("sleep", "60").start();
    try {
      var file = PostmasterFile.in(data.home().cluster());
      var lines = Files.readAllLines(file);
      lines.set(0, Long.toString(stranger.pid()));
      Files.write(file, lines);
      assertThatTheNoteIsThere();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void anEmptyLockFileIsNoObstacle() throws IOException, SQLException {
    Files.writeString(PostmasterFile.in(data.home().cluster()), "");
    assertThatTheNoteIsThere();
  }

  @Test
  void aServerKilledInUseComesBackOnItsPortWithoutAnybodyDoingAnything() throws SQLException {
    try (var database = data.open()) {
      var killed = data.server();
      int port = PostmasterFile.read(data.home().cluster()).orElseThrow().port();
      data.killServer();
      assertThat(Patience.until(Duration.ofSeconds(20), () -> answers(database))).isTrue();
      assertThat(DataDirectory.read(database)).containsExactly("liuzhuang");
      assertThat(data.server()).isNotEqualTo(killed);
      assertThat(PostmasterFile.read(data.home().cluster()).orElseThrow().port()).isEqualTo(port);
    }
  }

  @Test
  void ctrlCStopsTheServerToo() throws IOException, InterruptedException {
    try (var neighbour = Neighbour.in(data.path())) {
      var server = data.server();
      neighbour.signal("INT");
      neighbour.ended();
      assertThat(server.running()).isFalse();
    }
  }

  @Test
  void aFirstStartKilledAtAnyMomentIsMadeUpForByTheNext()
      throws IOException, SQLException, InterruptedException {
    killFirstStart(new DataDirectory(folder.resolve("while-unpacking")), 1200);
    for (var millis : List.of(800, 1300)) {
      killFirstStart(DataDirectory.beforeFirstStart(folder.resolve("after-" + millis)), millis);
    }
  }

  private static void killFirstStart(DataDirectory fresh, long millis)
      throws IOException, SQLException, InterruptedException {
    var neighbour = Neighbour.starting(fresh.path());
    Thread.sleep(millis);
    neighbour.kill();
    try (var database = fresh.open()) {
      assertThat(DataDirectory.read(database)).isEmpty();
    }
    assertThat(fresh.working()).isEmpty();
  }

  private void assertThatTheNoteIsThere() throws SQLException {
    try (var database = data.open()) {
      assertThat(DataDirectory.read(database)).containsExactly("liuzhuang");
      DataDirectory.write(database, "beicai");
      assertThat(DataDirectory.read(database)).containsExactly("liuzhuang", "beicai");
    }
  }

  private static boolean answers(Database database) {
    try {
      return !DataDirectory.read(database).isEmpty();
    } catch (SQLException e) {
      return false;
    }
  }
}

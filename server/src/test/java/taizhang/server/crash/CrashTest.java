package taizhang.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taizhang.server.TestBooks;
import taizhang.server.audit.Verification;
import taizhang.server.audit.VerificationResult;
import taizhang.server.database.Database;
import taizhang.server.database.DatabaseSettings;

/**
 * Goal: what was acknowledged survives kill -9 of the program and of PostgreSQL. Method: a second
 * program appends and says what was acknowledged; it or the whole server is killed at a random
 * moment; the books are opened again, verified and compared.
 */
class CrashTest {

  private static final int KILLS = 4;
  private static final int CONTROL_KILLS = 12;

  @TempDir Path directory;

  private final Random random = new Random(20231120);

  @Test
  void whatWasAcknowledgedSurvivesKillingTheProgramAndTheServer() throws Exception {
    for (int kill = 0; kill < KILLS; kill++) {
      long acknowledged = writeUntilKilled(kill * 100_000, kill % 2 == 1);
      VerificationResult found = reopened();
      assertThat(found.findings()).isEmpty();
      assertThat(found.entries()).isGreaterThanOrEqualTo(acknowledged);
    }
  }

  /** Without waiting for the disk the same kill loses entries: the test above can see loss. */
  @Test
  void aServerThatDoesNotWaitForTheDiskLosesSome() throws Exception {
    try (Database database = Database.open(DatabaseSettings.embedded(directory));
        Connection owner = database.owner().getConnection();
        Statement sql = owner.createStatement()) {
      sql.execute("alter database " + owner.getCatalog() + " set synchronous_commit to off");
    }
    boolean lost = false;
    for (int kill = 0; kill < CONTROL_KILLS && !lost; kill++) {
      long acknowledged = writeUntilKilled(kill * 100_000, true);
      lost = reopened().entries() < acknowledged;
    }
    assertThat(lost).isTrue();
  }

  private VerificationResult reopened() {
    try (Database database = Database.open(DatabaseSettings.embedded(directory));
        TestBooks books = TestBooks.over(database)) {
      return books.get(Verification.class).verify("alpha");
    }
  }

  private long writeUntilKilled(int from, boolean server) throws IOException, InterruptedException {
    Process writer =
        new ProcessBuilder(
                List.of(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "taizhang.server.crash.CrashWriter",
                    directory.toString(),
                    Integer.toString(from)))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long acknowledged = 0;
    long killAt = Long.MAX_VALUE;
    boolean killed = false;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("acknowledged ")) {
          acknowledged = Long.parseLong(line.substring("acknowledged ".length()));
          if (killAt == Long.MAX_VALUE) {
            killAt = System.nanoTime() + (200 + random.nextInt(800)) * 1_000_000L;
          }
        }
        if (!killed && System.nanoTime() > killAt) {
          killed = true;
          kill(server, writer);
        }
      }
    }
    writer.waitFor();
    assertThat(acknowledged).isPositive();
    return acknowledged;
  }

  /** Lines already printed are still read after the kill: they were acknowledged. */
  private void kill(boolean server, Process writer) throws IOException {
    if (server) {
      Path pidFile = pidFile();
      long postmaster = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
      ProcessHandle parent = ProcessHandle.of(postmaster).orElseThrow();
      List<ProcessHandle> children = parent.children().toList();
      parent.destroyForcibly();
      children.forEach(ProcessHandle::destroyForcibly);
    }
    writer.toHandle().destroyForcibly();
  }

  private Path pidFile() throws IOException {
    try (var files = Files.walk(directory)) {
      return files.filter(f -> f.endsWith("postmaster.pid")).findFirst().orElseThrow();
    }
  }
}

package taizhang.server.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.server.TestBooks;
import taizhang.server.audit.Verification;
import taizhang.server.database.BooksDatabase;
import taizhang.server.ledger.SystemLedger;
import taizhang.server.matter.Escalation;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;

/**
 * Goal: a rung of a ladder happens exactly once, its document and all its notifications with it,
 * though several programs climb and any is killed at any moment. Method: real programs on one
 * database, kill -9, and a count by SQL.
 */
class ExactlyOnceTest {

  private static final int MATTERS = 60;
  private static final int RUNGS = 3;
  private static final int KILLS = 4;
  private static final String LATER = "2025-11-20T02:00:00Z";

  private static final String PACK =
      """
      pack: aid
      title: 督办
      owner: 党政办
      ledgers:
        task:
          title: 督办事项
          lives_at: town
          lifecycle: handling
          fields:
            title: {title: 事项, type: text}
      lifecycles:
        handling:
          states: {given: 交办, closed: {title: 销号, final: true}}
          moves:
            close: {from: given, to: closed, title: 销号}
          clocks:
            handle:
              title: 办理
              starts: [given]
              limits:
                - {limit: 5 workdays, source: 督查工作规则}
              ends: [closed]
              ladder:
                given: {at: start, say: 交办, draft: assignment, tell: [office, leader]}
                late: {at: due, light: red, say: 已经逾期, draft: reminder, tell: [office, leader]}
                worse: {at: 5 workdays after, light: red, say: 逾期五日, draft: supervision, tell: [office, leader]}
      """;

  @TempDir Path directory;

  private final Random random = new Random(20251011);
  private final List<Process> programs = new ArrayList<>();
  private BooksDatabase database;
  private TestBooks books;
  private Town town;

  @BeforeEach
  void open() throws IOException {
    database = BooksDatabase.fresh();
    books = TestBooks.over(database);
    books.at("2025-09-28T02:00:00Z");
    town = books.town("alpha", PACK);
    books.adopt("alpha", "matters", Files.readString(Path.of("../packs/matters/pack.yaml")));
    for (String role : List.of("office", "leader")) {
      Map<String, Value> post =
          Map.of(
              "login", Value.of(role),
              "name", Value.of(role),
              "role", Value.of(role),
              "area", Value.of("T"),
              "from", Value.of("2020-01-01"));
      books
          .entries()
          .append("alpha", "admin", Submission.open(SystemLedger.STAFF, "T", null, post));
    }
    List<Submission> tasks = new ArrayList<>();
    for (int n = 0; n < MATTERS; n++) {
      tasks.add(Submission.open("aid.task", "T", null, Map.of("title", Value.of("第" + n + "件"))));
    }
    books.entries().appendAll("alpha", "zhao", tasks);
    books.at(LATER);
  }

  @AfterEach
  void close() throws InterruptedException {
    for (Process program : programs) {
      program.toHandle().destroyForcibly();
      program.waitFor();
    }
    books.close();
    database.close();
  }

  private Process climber(String how) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "taizhang.server.schedule.Climber",
                    directory.toString(),
                    how,
                    LATER))
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(database.environment());
    Process program = builder.start();
    programs.add(program);
    return program;
  }

  private static void awaitClimbing(Process program) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    while (line != null && !line.equals("climbing")) {
      line = lines.readLine();
    }
    assertThat(line).isEqualTo("climbing");
  }

  @Test
  void twoProgramsByTheirRoundsClimbEachRungOnce() throws IOException {
    Process one = climber("rounds");
    Process two = climber("rounds");
    awaitClimbing(one);
    awaitClimbing(two);
    awaitAll();
    assertEachOnce();
    assertThat(count("select count(*) from scheduled_tasks")).isEqualTo(3);
  }

  @Test
  void evenProgramsThatDoNotAskTheSchedulerClimbEachRungOnce() throws IOException {
    Process one = climber("direct");
    Process two = climber("direct");
    awaitClimbing(one);
    awaitClimbing(two);
    awaitAll();
    assertEachOnce();
  }

  @Test
  void aProgramKilledBetweenARungAndItsNoticesLosesNeitherAndDoublesNone() throws Exception {
    int killedInTheMiddle = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      long wanted =
          Math.min(MATTERS * RUNGS, count("select count(*) from rung") + 1 + random.nextInt(30));
      Process program = climber("direct");
      awaitClimbing(program);
      Awaitility.await()
          .pollInterval(Duration.ofMillis(1))
          .atMost(Duration.ofSeconds(60))
          .until(() -> count("select count(*) from rung") >= wanted);
      program.toHandle().destroyForcibly();
      program.waitFor();
      long climbed = count("select count(*) from rung");
      killedInTheMiddle += climbed > 0 && climbed < MATTERS * RUNGS ? 1 : 0;
      assertTogether();
    }
    assertThat(killedInTheMiddle).as("kills that fell into the climb").isGreaterThan(1);
    books.get(Escalation.class).climbAll();
    assertEachOnce();
    assertThat(books.get(Verification.class).verify("alpha").findings()).isEmpty();
  }

  private void awaitAll() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> count("select count(*) from rung") == MATTERS * RUNGS);
  }

  private void assertEachOnce() {
    assertTogether();
    assertThat(count("select count(*) from rung")).isEqualTo(MATTERS * RUNGS);
    assertThat(count("select count(*) from notification")).isEqualTo(2L * MATTERS * RUNGS);
    assertThat(
            count(
                "select count(*) from (select image ->> 'matter', image ->> 'kind' from record"
                    + " where ledger = 'matters.document' group by 1, 2 having count(*) = 1) once"))
        .isEqualTo(MATTERS * RUNGS);
  }

  /** Whatever was killed: no rung without its document and its two notifications, and none over. */
  private void assertTogether() {
    long rungs = count("select count(*) from rung");
    assertThat(count("select count(*) from record where ledger = 'matters.document'"))
        .isEqualTo(rungs);
    assertThat(count("select count(*) from notification")).isEqualTo(2 * rungs);
  }

  private long count(String sql) {
    return books.get(TownScope.class).read(town, jdbc -> jdbc.sql(sql).query(Long.class).single());
  }
}

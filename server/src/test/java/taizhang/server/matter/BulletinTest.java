package taizhang.server.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taizhang.books.access.Clearance;
import taizhang.books.entry.Value;
import taizhang.server.TestBooks;
import taizhang.server.database.BooksDatabase;

/** What a month of matters came to, counted from what was entered. */
class BulletinTest {

  private static BooksDatabase database;
  private static TestBooks books;
  private static int towns;

  private TaskTown town;

  @BeforeAll
  static void open() {
    database = BooksDatabase.fresh();
    books = TestBooks.over(database);
  }

  @AfterAll
  static void close() {
    books.close();
    database.close();
  }

  @BeforeEach
  void newTown() {
    town = TaskTown.open(books, "b" + ++towns);
    town.staff("wang", "department", "农业农村办公室");
    town.staff("zhao", "office", "");
    town.staff("boss", "leader", "");
    town.staff("other", "department", "规划建设办公室");
  }

  private long task(String unit) {
    return town.task("修渠", unit);
  }

  private Clearance as(String login) {
    return town.as(login);
  }

  private void move(String login, long task, String name, @Nullable String reason) {
    Map<String, Value> fields = name.equals("report") ? Map.of("result", Value.of("好了")) : Map.of();
    books.get(Matters.class).move(as(login), task, name, null, fields, reason, null);
  }

  private Bulletin.Month month(String month) {
    return books.get(Bulletin.class).of(as("zhao"), YearMonth.parse(month));
  }

  @Test
  void closedInTimeReturnedOpenAndLateAreCountedByTheDepartmentThatDealsWithThem() {
    long returned = task("农业农村办公室");
    task("农业农村办公室");
    task("规划建设办公室");
    books.at("2025-10-09T02:00:00Z");
    move("wang", returned, "report", null);
    move("zhao", returned, "back", "佐证不全");
    move("wang", returned, "report", null);
    move("zhao", returned, "close", null);
    books.at("2025-10-09T03:00:00Z");
    task("规划建设办公室");
    assertThat(month("2025-10").departments())
        .containsOnly(
            Map.entry("农业农村办公室", new Bulletin.Count(1, 1, 1, 1, 1)),
            Map.entry("规划建设办公室", new Bulletin.Count(0, 0, 2, 2, 0)));
    Bulletin.Count agriculture =
        Objects.requireNonNull(month("2025-10").departments().get("农业农村办公室"));
    assertThat(agriculture.closingRate()).isEqualTo("50%");
    assertThat(agriculture.onTimeRate()).isEqualTo("100%");
    assertThat(agriculture.returnRate()).isEqualTo("50%");
  }

  @Test
  void whatBeganLaterWasNotOpenBefore() {
    books.at("2025-10-09T02:00:00Z");
    task("农业农村办公室");
    assertThat(month("2025-09").ledgers()).isEmpty();
    assertThat(month("2025-10").total().open()).isEqualTo(1);
  }

  @Test
  void goingOnAfterAPauseIsNoReturn() {
    long task = task("农业农村办公室");
    books.at("2025-10-09T02:00:00Z");
    move("boss", task, "wait", "等批复");
    move("boss", task, "go_on", null);
    assertThat(month("2025-10").total().returned()).isZero();
  }

  @Test
  void theBoardsCountWhatTheInboxLists() {
    task("农业农村办公室");
    task("农业农村办公室");
    books.at("2025-10-13T02:00:00Z");
    task("规划建设办公室");
    Boards boards = books.get(Boards.class);
    assertThat(boards.loads(as("zhao")))
        .containsExactly(new Boards.Load("农业农村办公室", 2, 0, 2), new Boards.Load("规划建设办公室", 1, 0, 0));
    assertThat(boards.states(as("zhao")).get("aid.task")).isEqualTo(Map.of("given", 3L));
    Map<LocalDate, Boards.Day> days = boards.calendar(as("zhao"), YearMonth.of(2025, 10));
    assertThat(days.keySet())
        .containsExactly(LocalDate.of(2025, 10, 11), LocalDate.of(2025, 10, 20));
    assertThat(days.get(LocalDate.of(2025, 10, 11)))
        .satisfies(day -> assertThat(Objects.requireNonNull(day).late()).isEqualTo(2));
    Inbox.Wanted wanted = new Inbox.Wanted(null, false, "", "农业农村办公室", "2025-10-11");
    assertThat(books.get(Inbox.class).page(as("zhao"), wanted, null, 10).rows()).hasSize(2);
    assertThat(boards.loads(as("other"))).hasSize(1);
  }
}

package taizhang.server.matter;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taizhang.books.access.Clearance;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.TestBooks;
import taizhang.server.browse.Cursor;
import taizhang.server.database.BooksDatabase;
import taizhang.server.ledger.Records;
import taizhang.server.matter.MatterRow.Concern;
import taizhang.server.web.Statements;

/** Whose matters are whose, which come first, and who may make which step. */
class InboxTest {

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
  void newTown() throws IOException {
    town = TaskTown.open(books, "i" + ++towns);
    town.staff("wang", "department", "农业农村办公室");
    town.staff("zhao", "office", "");
    town.staff("boss", "leader", "");
    town.staff("aid", "department", "督办");
    town.staff("other", "department", "规划建设办公室");
  }

  private long task(String title) {
    return town.task(title, "农业农村办公室");
  }

  private Clearance as(String login) {
    return town.as(login);
  }

  private Inbox inbox() {
    return books.get(Inbox.class);
  }

  private List<MatterRow> rows(String login) {
    return inbox().page(as(login), Inbox.Wanted.ALL, null, 100).rows();
  }

  private Submission submission(
      long task, EntryKind kind, Map<String, Value> fields, @Nullable String state) {
    return new Submission(
        "aid.task", kind, task, null, null, null, null, fields, state, null, null);
  }

  private static void refused(ProblemCode code, Runnable work) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(work::run)
        .satisfies(
            refusal -> assertThat(refusal.problems()).extracting(Problem::code).contains(code));
  }

  @Test
  void aMatterIsInTheInboxOfWhomItNamesAndOfNobodyElse() {
    task("修渠");
    books.at("2025-10-13T02:00:00Z");
    assertThat(rows("wang"))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.title()).isEqualTo("修渠");
          assertThat(row.light()).isEqualTo("red");
          assertThat(row.stateTitle()).isEqualTo("交办");
          assertThat(row.why()).isEqualTo("5个工作日，自9月28日起；10月1—8日放假；10月11日补班计入");
          assertThat(row.concerns())
              .contains(Concern.MINE, Concern.DEPARTMENT, Concern.LATE)
              .doesNotContain(Concern.NEAR);
          assertThat(row.moves())
              .filteredOn(MatterView.Next::permitted)
              .extracting(MatterView.Next::name)
              .containsExactly("report");
        });
    assertThat(rows("other")).isEmpty();
    assertThat(rows("boss"))
        .singleElement()
        .satisfies(row -> assertThat(row.concerns()).contains(Concern.MINE));
    assertThat(rows("zhao"))
        .singleElement()
        .satisfies(row -> assertThat(row.concerns()).doesNotContain(Concern.MINE));
  }

  @Test
  void itIsNearFromTheMomentItsLightGoesOnUntilItIsLate() {
    task("修渠");
    for (String moment :
        List.of(
            "2025-10-09T00:29:00Z",
            "2025-10-09T00:31:00Z",
            "2025-10-11T10:00:00Z",
            "2025-10-11T10:01:00Z")) {
      books.at(moment);
      MatterRow row = rows("wang").getFirst();
      boolean late = moment.compareTo("2025-10-11T10:00:00Z") > 0;
      assertThat(row.concerns().contains(Concern.NEAR))
          .as(moment)
          .isEqualTo(!row.light().isEmpty() && !late);
      assertThat(row.concerns().contains(Concern.LATE)).as(moment).isEqualTo(late);
    }
  }

  @Test
  void countsAreThoseOfTheList() {
    long done = task("一");
    task("二");
    books.at("2025-10-09T02:00:00Z");
    task("三");
    Matters matters = books.get(Matters.class);
    matters.move(as("wang"), done, "report", null, Map.of("result", Value.of("好")), null, null);
    matters.move(as("zhao"), done, "close", null, Map.of(), null, null);
    books.at("2025-10-13T02:00:00Z");
    for (String login : List.of("wang", "zhao", "boss", "other", "aid")) {
      Inbox.Counts counts = inbox().counts(as(login), Inbox.Wanted.ALL);
      List<MatterRow> rows = rows(login);
      assertThat(counts.all()).as(login).isEqualTo(rows.size());
      for (Concern concern : Concern.values()) {
        long listed = rows.stream().filter(row -> row.concerns().contains(concern)).count();
        assertThat(counts.of(concern)).as("%s %s", login, concern).isEqualTo(listed);
      }
    }
    assertThat(inbox().counts(as("wang"), Inbox.Wanted.ALL).of(Concern.LATE)).isEqualTo(1);
  }

  @Test
  void pagesFollowEachOtherByDeadlineAndBackAgain() {
    List<Long> made = new ArrayList<>();
    for (int n = 0; n < 7; n++) {
      made.add(task("第" + n));
    }
    Clearance wang = as("wang");
    Inbox.Page first = inbox().page(wang, Inbox.Wanted.ALL, null, 3);
    Inbox.Page second = inbox().page(wang, Inbox.Wanted.ALL, first.next(), 3);
    Inbox.Page third = inbox().page(wang, Inbox.Wanted.ALL, second.next(), 3);
    List<Long> walked = new ArrayList<>();
    List.of(first, second, third)
        .forEach(page -> page.rows().forEach(row -> walked.add(row.record().id())));
    assertThat(walked).isEqualTo(made);
    assertThat(third.next()).isNull();
    Cursor back = requireNonNull(third.previous());
    assertThat(inbox().page(wang, Inbox.Wanted.ALL, back, 3).rows())
        .extracting(row -> row.record().id())
        .isEqualTo(second.rows().stream().map(row -> row.record().id()).toList());
  }

  @Test
  void moreMattersDoNotMeanMoreStatements() {
    task("一");
    Clearance wang = as("wang");
    rows("wang");
    long few = Statements.during(() -> inbox().page(wang, Inbox.Wanted.ALL, null, 50));
    for (int n = 0; n < 30; n++) {
      task("第" + n);
    }
    assertThat(Statements.during(() -> inbox().page(wang, Inbox.Wanted.ALL, null, 50)))
        .isEqualTo(few);
  }

  @Test
  void whoeverWritesTheLedgerDoesNotMakeAMoveThatIsSomebodyElses() {
    long task = task("修渠");
    Map<String, Value> result = Map.of("result", Value.of("修好了"));
    refused(
        ProblemCode.NOT_YOURS,
        () ->
            books
                .entries()
                .append(as("zhao"), submission(task, EntryKind.MOVE, result, "checking")));
    books.entries().append(as("wang"), submission(task, EntryKind.MOVE, result, "checking"));
    assertThat(books.get(Records.class).find(town.code(), task).state()).isEqualTo("checking");
  }

  @Test
  void whomAMatterNamesFillsInWhatTheMoveNeedsAndNothingElse() {
    long task = task("修渠");
    Map<String, Value> more = Map.of("result", Value.of("好"), "title", Value.of("别的"));
    refused(
        ProblemCode.NOT_ALLOWED,
        () ->
            books.entries().append(as("wang"), submission(task, EntryKind.MOVE, more, "checking")));
  }

  @Test
  void longerTimeIsAskedForByTheHandlerAndGrantedByWhomTheClockNames() {
    long task = task("修渠");
    Map<String, Value> asked = Map.of("asked", Value.of(3));
    Map<String, Value> granted = Map.of("granted", Value.of(2));
    books.entries().append(as("wang"), submission(task, EntryKind.CHANGE, asked, null));
    refused(
        ProblemCode.NOT_YOURS,
        () ->
            books.entries().append(as("zhao"), submission(task, EntryKind.CHANGE, granted, null)));
    books.entries().append(as("boss"), submission(task, EntryKind.CHANGE, granted, null));
    assertThat(rows("wang").getFirst().why()).contains("同意延期2个工作日");
  }

  @Test
  void whomAMatterNamesReadsItAndOthersDoNot() {
    long task = task("修渠");
    Records records = books.get(Records.class);
    assertThat(records.find(as("wang"), task).id()).isEqualTo(task);
    refused(ProblemCode.UNKNOWN_RECORD, () -> records.find(as("other"), task));
  }
}

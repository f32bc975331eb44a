package taizhang.server.matter;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taizhang.books.access.Clearance;
import taizhang.books.calendar.WorkCalendar;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.figure.FigureQuery;
import taizhang.books.period.Period;
import taizhang.books.refusal.Refusal;
import taizhang.server.TestBooks;
import taizhang.server.database.BooksDatabase;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.RecordView;
import taizhang.server.ledger.Records;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.SystemLedger;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;
import taizhang.server.web.Statements;

/** As time passes people are told, documents are drafted and signed; each once. */
class EscalationTest {

  private static BooksDatabase database;
  private static TestBooks books;
  private static int towns;

  private String town = "";

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
    books.at("2025-09-28T02:00:00Z");
    town = "t" + ++towns;
    books.town(town, TaskPack.YAML);
    books.adopt(town, "matters", Files.readString(Path.of("../packs/matters/pack.yaml")));
    staff("wang", "王工", "department", "农业农村办公室");
    staff("zhao", "赵主任", "office", "");
    staff("boss", "李镇长", "leader", "");
    staff("other", "孙工", "department", "规划建设办公室");
  }

  private void staff(String login, String name, String role, String department) {
    Map<String, Value> fields =
        department.isEmpty()
            ? Map.of(
                "login",
                Value.of(login),
                "name",
                Value.of(name),
                "role",
                Value.of(role),
                "area",
                Value.of("T"),
                "from",
                Value.of("2020-01-01"))
            : Map.of(
                "login",
                Value.of(login),
                "name",
                Value.of(name),
                "role",
                Value.of(role),
                "area",
                Value.of("T"),
                "from",
                Value.of("2020-01-01"),
                "department",
                Value.of(department));
    books.entries().append(town, "admin", Submission.open(SystemLedger.STAFF, "T", null, fields));
  }

  private long task() {
    return books
        .entries()
        .append(
            town,
            "zhao",
            Submission.open(
                "aid.task",
                "T",
                null,
                Map.of("title", Value.of("修渠"), "unit", Value.of("农业农村办公室"))))
        .record();
  }

  private int climb(String at) {
    books.at(at);
    return books.get(Escalation.class).climb(town);
  }

  private List<String> told(String login) {
    return books.get(Notifications.class).of(town, login, 100).reversed().stream()
        .map(Notifications.Notification::say)
        .toList();
  }

  private List<RecordView> documents() {
    Records records = books.get(Records.class);
    return records.ids(town, MatterLedger.DOCUMENT, 1000, 0).stream()
        .map(id -> records.find(town, id))
        .toList();
  }

  private Clearance as(String login) {
    return books.get(Rules.class).clearance(books.get(Towns.class).find(town), login);
  }

  @Test
  void theLadderIsClimbedRungByRungEachOnce() {
    task();
    assertThat(climb("2025-09-28T02:01:00Z")).isEqualTo(1);
    assertThat(climb("2025-10-09T00:00:00Z")).as("two working days before, not yet open").isZero();
    assertThat(climb("2025-10-09T00:31:00Z")).isEqualTo(1);
    assertThat(climb("2025-10-11T10:00:00Z")).as("the last minute").isZero();
    assertThat(climb("2025-10-11T10:01:00Z")).isEqualTo(1);
    assertThat(climb("2025-10-11T10:02:00Z")).isZero();
    assertThat(climb("2025-10-18T02:00:00Z")).as("five working days after").isEqualTo(1);
    assertThat(climb("2026-01-18T02:00:00Z")).isZero();

    assertThat(told("wang"))
        .containsExactly(
            "“修渠”交办（时限2025-10-11 18:00）",
            "“修渠”临近到期（时限2025-10-11 18:00）",
            "“修渠”已经逾期（时限2025-10-11 18:00）");
    assertThat(told("boss")).containsExactly("“修渠”逾期五个工作日（时限2025-10-11 18:00）");
    assertThat(told("other")).isEmpty();
    assertThat(documents())
        .extracting(document -> document.image().text("kind"))
        .containsExactly("assignment", "reminder", "supervision");
    assertThat(documents().getFirst().image().text("why"))
        .isEqualTo("5个工作日，自9月28日起；10月1—8日放假；10月11日补班计入");
  }

  @Test
  void whatIsMissedWhileNothingRunsIsMadeUpForOnce() {
    task();
    assertThat(climb("2025-12-01T02:00:00Z")).isEqualTo(4);
    assertThat(climb("2025-12-01T02:00:01Z")).isZero();
  }

  @Test
  void onlyAMatterIsReferredToAsOne() {
    books.at("2025-09-28T02:00:00Z");
    long staff = books.get(Records.class).ids(town, SystemLedger.STAFF, 1, 0).getFirst();
    for (long other : List.of(staff, 999_999_999L)) {
      Submission link =
          Submission.open(
              MatterLedger.LINK,
              "T",
              null,
              Map.of(
                  "incident", Value.of("积水"),
                  "matter", Value.of(other),
                  "linked_on", Value.of("2025-09-28")));
      assertThatThrownBy(() -> books.entries().append(town, "zhao", link))
          .hasMessageContaining("'事项': " + other + " is no matter that you may read");
    }
  }

  private List<RecordRow> due(String at) {
    Town in = books.get(Towns.class).find(town);
    LocalDateTime now = LocalDateTime.ofInstant(Instant.parse(at), WorkCalendar.ZONE);
    TownRules rules = books.get(Rules.class).of(in);
    return books.get(TownScope.class).read(in, sql -> new DueRungs(in, rules, now).read(sql));
  }

  @Test
  void aRoundReadsTheMattersWhoseNextRungIsDueAndNoOthers() {
    long first = task();
    assertThat(due("2025-09-28T02:01:00Z")).extracting(RecordRow::id).containsExactly(first);
    climb("2025-09-28T02:01:00Z");
    assertThat(due("2025-09-28T02:02:00Z")).as("climbed").isEmpty();
    assertThat(due("2025-10-08T02:00:00Z")).as("the next rung is tomorrow's").isEmpty();
    assertThat(due("2025-10-09T02:00:00Z")).hasSize(1);
    long alone = Statements.during(() -> climb("2025-09-28T02:03:00Z"));
    for (int n = 0; n < 20; n++) {
      task();
    }
    assertThat(climb("2025-09-28T02:04:00Z")).isEqualTo(20);
    assertThat(due("2025-09-28T02:05:00Z")).isEmpty();
    assertThat(Statements.during(() -> climb("2025-09-28T02:05:00Z"))).isEqualTo(alone);
  }

  @Test
  void aSuspendedMatterClimbsNothing() {
    long task = task();
    books.get(Matters.class).move(as("boss"), task, "wait", null, Map.of(), "等批复", null);
    assertThat(climb("2025-12-01T02:00:00Z")).isZero();
  }

  @Test
  void aDraftIsInForceOnlyOnceSignedAndIsNumberedByYearAndDepartment() throws IOException {
    task();
    task();
    climb("2025-10-13T02:00:00Z");
    Documents signing = books.get(Documents.class);
    List<Long> reminders =
        documents().stream()
            .filter(d -> d.image().text("kind").equals("reminder"))
            .map(RecordView::id)
            .toList();

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> signing.sign(as("wang"), reminders.getFirst()));
    signing.sign(as("boss"), reminders.getFirst());
    signing.sign(as("zhao"), reminders.getLast());
    assertThatExceptionOfType(Refusal.class)
        .as("signed already")
        .isThrownBy(() -> signing.sign(as("boss"), reminders.getFirst()));

    Records records = books.get(Records.class);
    assertThat(reminders)
        .extracting(id -> records.find(town, id).image().text("reference"))
        .containsExactly("农业农村办公室催办〔2025〕1号", "农业农村办公室催办〔2025〕2号");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> signing.receive(as("other"), reminders.getFirst()));
    signing.receive(as("wang"), reminders.getFirst());
    assertThat(records.find(town, reminders.getFirst()).state()).isEqualTo("received");
    assertThat(figure("matters.documents_signed")).isEqualTo("2");
    assertThat(figure("matters.documents_unreceived")).isEqualTo("1");
    try (XWPFDocument paper =
        new XWPFDocument(
            new ByteArrayInputStream(signing.docx(town, reminders.getFirst(), false)))) {
      assertThat(paper.getParagraphs().stream().map(p -> p.getText()).toList())
          .contains(
              town + "工作催办单",
              "农业农村办公室催办〔2025〕1号",
              "农业农村办公室：",
              "事项：修渠。",
              "办理时限：2025年10月11日。（5个工作日，自9月28日起；10月1—8日放假；10月11日补班计入）",
              "签发人：李镇长",
              "2025年10月13日");
    }
  }

  private String figure(String indicator) {
    return requireNonNull(
            books.figures().read(town, FigureQuery.of(indicator, Period.parse("2025"))).value())
        .stripTrailingZeros()
        .toPlainString();
  }

  @Test
  void whoSignAtTheSameMomentGetDifferentNumbers() throws Exception {
    for (int n = 0; n < 8; n++) {
      task();
    }
    climb("2025-09-28T03:00:00Z");
    List<Long> drafts = documents().stream().map(RecordView::id).toList();
    Documents signing = books.get(Documents.class);
    try (ExecutorService signers = Executors.newFixedThreadPool(8)) {
      List<Future<?>> signed = new ArrayList<>();
      drafts.forEach(draft -> signed.add(signers.submit(() -> signing.sign(as("boss"), draft))));
      for (Future<?> one : signed) {
        one.get();
      }
    }
    assertThat(documents())
        .extracting(document -> document.image().text("number"))
        .containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7", "8");
  }

  @Test
  void whatWasReadIsNoLongerNew() {
    task();
    climb("2025-10-13T02:00:00Z");
    Notifications notifications = books.get(Notifications.class);
    assertThat(notifications.unread(town, "wang")).isEqualTo(3);
    notifications.read(town, "wang", notifications.of(town, "wang", 1).getFirst().id());
    assertThat(notifications.unread(town, "wang")).isZero();
  }

  @Test
  void aMatterSaysWhyItIsDueAndWhoMayDoWhatNext() {
    long task = task();
    Matters matters = books.get(Matters.class);

    MatterView shown = matters.show(as("wang"), task);
    assertThat(requireNonNull(shown.clocks().getFirst().deadline()).explanation())
        .isEqualTo("5个工作日，自9月28日起；10月1—8日放假；10月11日补班计入");
    assertThat(shown.moves())
        .filteredOn(MatterView.Next::permitted)
        .extracting(MatterView.Next::name)
        .containsExactly("report");
    assertThat(matters.show(as("zhao"), task).moves())
        .allSatisfy(next -> assertThat(next.hindrance()).isNotEmpty());
    assertThatExceptionOfType(Refusal.class)
        .as("whom it does not concern")
        .isThrownBy(() -> matters.show(as("other"), task));

    matters.move(as("wang"), task, "report", null, Map.of("result", Value.of("修好了")), null, null);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> matters.move(as("wang"), task, "close", null, Map.of(), null, null));
    matters.move(as("zhao"), task, "close", null, Map.of(), null, null);
    assertThat(matters.show(as("zhao"), task).moves()).isEmpty();
  }
}

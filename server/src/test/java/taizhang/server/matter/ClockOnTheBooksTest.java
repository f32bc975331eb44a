package taizhang.server.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Point;
import taizhang.books.period.Period;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.TestBooks;
import taizhang.server.audit.Verification;
import taizhang.server.database.BooksDatabase;
import taizhang.server.ledger.RecordView;
import taizhang.server.ledger.Records;
import taizhang.server.ledger.SystemLedger;

/** Deadlines follow from the books, and counts follow from deadlines. */
class ClockOnTheBooksTest {

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
  void newTown() {
    books.at("2025-09-28T02:00:00Z");
    town = "t" + ++towns;
    books.town(town, TaskPack.YAML);
  }

  private long task() {
    return append("office", Submission.open("aid.task", "T", null, unit()));
  }

  private static Map<String, Value> unit() {
    return Map.of("title", Value.of("修渠"), "unit", Value.of("农业农村办公室"));
  }

  private long append(String by, Submission submission) {
    return books.entries().append(town, by, submission).record();
  }

  private void move(String by, long task, String day, String state, String reason) {
    Map<String, Value> fields = new TreeMap<>();
    if (state.equals("checking")) {
      fields.put("result", Value.of("已完成"));
    }
    append(
        by,
        new Submission(
            "aid.task",
            EntryKind.MOVE,
            task,
            null,
            null,
            null,
            LocalDate.parse(day),
            fields,
            state,
            reason.isEmpty() ? null : reason,
            null));
  }

  private RecordView shown(long task) {
    return books.get(Records.class).find(town, task);
  }

  private String field(long task, String name) {
    return shown(task).image().text(name);
  }

  private @Nullable BigDecimal figure(String indicator, String day) {
    Point at = new Point(null, LocalDate.parse(day));
    Period year = Period.parse(day.substring(0, 4));
    return books.figures().read(town, FigureQuery.of("aid." + indicator, year).at(at)).value();
  }

  private ProblemCode refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    Refusal[] refusal = new Refusal[1];
    assertThatExceptionOfType(Refusal.class).isThrownBy(act).satisfies(r -> refusal[0] = r);
    return refusal[0].problems().getFirst().code();
  }

  @Test
  void anOpenMatterCountsAsOverdueFromTheDayAfterItIsDue() {
    long task = task();

    assertThat(field(task, "handle_due")).isEqualTo("2025-10-11");
    assertThat(field(task, "handle_due_at")).isEqualTo("18:00");
    assertThat(figure("overdue", "2025-10-11")).isEqualByComparingTo("0");
    assertThat(figure("overdue", "2025-10-12")).isEqualByComparingTo("1");
  }

  @Test
  void closingEarlyTakesItBackAndClosingLateEndsIt() {
    long early = task();
    long late = task();
    books.at("2025-10-15T02:00:00Z");
    move("wang", early, "2025-10-10", "checking", "");
    move("zhao", early, "2025-10-10", "closed", "");
    move("wang", late, "2025-10-14", "checking", "");
    move("zhao", late, "2025-10-14", "closed", "");

    assertThat(figure("overdue", "2025-10-12")).isEqualByComparingTo("1");
    assertThat(figure("overdue", "2025-10-14")).isEqualByComparingTo("0");
    assertThat(figure("done", "2025-10-15")).isEqualByComparingTo("2");
    assertThat(figure("kept", "2025-10-15")).isEqualByComparingTo("1");
    assertThat(figure("rate", "2025-10-15")).isEqualByComparingTo("50");
    assertThat(field(early, "handle_kept")).isEqualTo("true");
    assertThat(field(late, "handle_kept")).isEqualTo("false");
  }

  @Test
  void timeStandsStillWhileSuspended() {
    long task = task();
    books.at("2025-09-30T02:00:00Z");
    move("boss", task, "2025-09-30", "waiting", "等待批复");
    assertThat(field(task, "handle_due")).isEmpty();
    assertThat(figure("overdue", "2025-12-31")).isEqualByComparingTo("0");

    books.at("2025-10-20T02:00:00Z");
    move("boss", task, "2025-10-20", "given", "");
    assertThat(field(task, "handle_due")).isEqualTo("2025-10-23");
  }

  @Test
  void whatIsEnteredLateOfAnEarlierDayMendsWhatCameAfter() {
    long task = task();
    books.at("2025-10-20T02:00:00Z");
    move("wang", task, "2025-10-16", "checking", "");
    move("zhao", task, "2025-10-16", "closed", "");
    assertThat(field(task, "handle_kept")).isEqualTo("false");

    append(
        "office",
        new Submission(
            "aid.task",
            EntryKind.CORRECT,
            task,
            null,
            task,
            null,
            LocalDate.parse("2025-10-10"),
            Map.of(),
            null,
            "交办日期填错",
            null));

    assertThat(field(task, "handle_due")).isEqualTo("2025-10-16");
    assertThat(field(task, "handle_kept")).isEqualTo("true");
    assertThat(shown(task).entries())
        .last()
        .satisfies(entry -> {
          assertThat(entry.kind()).isEqualTo(EntryKind.CORRECT);
          assertThat(entry.reason()).isEqualTo("交办日期填错");
        });
    assertThat(figure("overdue", "2025-10-13")).isEqualByComparingTo("0");
    assertThat(figure("kept", "2025-10-20")).isEqualByComparingTo("1");
    assertThat(books.get(Verification.class).verify(town).findings()).isEmpty();
  }

  @Test
  void closingIsForSomeoneElseThanWhoReportedItDone() {
    long task = task();
    books.at("2025-09-29T02:00:00Z");
    move("wang", task, "2025-09-29", "checking", "");

    assertThat(refused(() -> move("wang", task, "2025-09-29", "closed", "")))
        .isEqualTo(ProblemCode.OTHER_PERSON);
    move("zhao", task, "2025-09-29", "closed", "");
    assertThat(shown(task).state()).isEqualTo("closed");
  }

  @Test
  void sendingBackNeedsAReasonAndClosingWhatGuardsIt() {
    long task =
        append("office", Submission.open("aid.task", "T", null, Map.of("title", Value.of("甲"))));
    books.at("2025-09-29T02:00:00Z");
    move("wang", task, "2025-09-29", "checking", "");

    assertThat(refused(() -> move("zhao", task, "2025-09-29", "given", "")))
        .isEqualTo(ProblemCode.REASON_REQUIRED);
    assertThat(refused(() -> move("zhao", task, "2025-09-29", "closed", "")))
        .isEqualTo(ProblemCode.CHECK_FAILED);
  }

  @Test
  void sendingBackDoesNotGiveNewTime() {
    long task = task();
    books.at("2025-10-09T02:00:00Z");
    move("wang", task, "2025-10-09", "checking", "");
    move("zhao", task, "2025-10-09", "given", "没有附件");

    assertThat(field(task, "handle_due")).isEqualTo("2025-10-11");
  }

  @Test
  void moreTimeIsAskedForInTimeAndGrantedBySomeoneElse() {
    long task = task();
    Submission grant =
        Submission.change(
            "aid.task", task, LocalDate.parse("2025-09-29"), Map.of("granted", Value.of(3)));
    Submission ask =
        Submission.change(
            "aid.task", task, LocalDate.parse("2025-09-29"), Map.of("asked", Value.of(3)));
    books.at("2025-09-29T02:00:00Z");

    assertThat(refused(() -> append("boss", grant))).isEqualTo(ProblemCode.EXTENSION_UNASKED);
    append("wang", ask);
    assertThat(refused(() -> append("wang", grant))).isEqualTo(ProblemCode.OTHER_PERSON);
    append("boss", grant);
    assertThat(field(task, "handle_due")).isEqualTo("2025-10-15");

    books.at("2025-10-16T02:00:00Z");
    assertThat(refused(() -> append("wang", ask))).isEqualTo(ProblemCode.EXTENSION_LATE);
  }

  @Test
  void aDeadlineIsNeverTyped() {
    Map<String, Value> fields = new TreeMap<>(unit());
    fields.put("handle_due", Value.of("2030-01-01"));

    assertThat(refused(() -> append("office", Submission.open("aid.task", "T", null, fields))))
        .isEqualTo(ProblemCode.DERIVED_FIELD);
  }

  @Test
  void whenAYearsHolidaysAreAnnouncedOpenDeadlinesMoveByEntriesThatSayWhy() {
    books.at("2026-12-25T02:00:00Z");
    long task = task();
    assertThat(field(task, "handle_due")).isEqualTo("2027-01-01");
    assertThat(field(task, "handle_provisional")).isEqualTo("true");

    append(
        "office",
        Submission.open(
            SystemLedger.CALENDAR,
            "T",
            null,
            Map.of(
                "year", Value.of(2027),
                "rest", Value.of("2027-01-01/2027-01-03 元旦"),
                "document", Value.of("国办发明电〔2026〕0号"))));
    int corrected = books.get(Deadlines.class).restate(town, "clock", "2027年放假安排公布");

    assertThat(corrected).isEqualTo(1);
    assertThat(field(task, "handle_due")).isEqualTo("2027-01-04");
    assertThat(field(task, "handle_provisional")).isEmpty();
    assertThat(shown(task).entries().getLast().reason())
        .isEqualTo("2027年放假安排公布，办理期限由2027-01-01改为2027-01-04");
    assertThat(figure("overdue", "2027-01-04")).isEqualByComparingTo("0");
    assertThat(figure("overdue", "2027-01-05")).isEqualByComparingTo("1");
    assertThat(books.get(Deadlines.class).restate(town, "clock", "再来")).isZero();
    assertThat(books.get(Verification.class).verify(town).findings()).isEmpty();
  }

  @Test
  void aNoticeThatCannotBeReadIsRefused() {
    Map<String, Value> notice =
        Map.of(
            "year", Value.of(2027),
            "rest", Value.of("元旦放三天"),
            "document", Value.of("国办发明电〔2026〕0号"));

    assertThat(
            refused(
                () -> append("office", Submission.open(SystemLedger.CALENDAR, "T", null, notice))))
        .isEqualTo(ProblemCode.NOT_READABLE);
  }

  @Test
  void anOfficeThatClosesEarlierMakesTheLastMinuteEarlier() {
    append(
        "office",
        Submission.open(
            SystemLedger.OFFICE_HOURS,
            "T",
            null,
            Map.of(
                "valid_from", Value.of("2025-01-01"),
                "hours", Value.of("08:30-12:00,14:00-17:30"),
                "document", Value.of("作息时间通知"))));

    assertThat(field(task(), "handle_due_at")).isEqualTo("17:30");
  }
}

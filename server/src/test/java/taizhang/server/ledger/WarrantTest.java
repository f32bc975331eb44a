package taizhang.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import taizhang.books.access.Clearance;
import taizhang.books.entry.Attachment;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Point;
import taizhang.books.period.Period;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.TestBooks;
import taizhang.server.database.BooksDatabase;
import taizhang.server.town.Towns;

/** What people may enter, asked where everything is entered. */
class WarrantTest {

  private static final String PACK =
      """
      pack: works
      title: 工程
      owner: 规划办
      ledgers:
        crew:
          title: 施工队
          lives_at: village
          fields:
            name: {title: 名称, type: text, required: true}
        channel:
          title: 渠道
          lives_at: village
          review: department
          fields:
            km: {title: 长度, type: quantity, unit: 公里, min: 0}
            crew: {title: 施工队, type: ref, ledger: crew}
          post:
            - {to: lined, amount: km}
      indicators:
        lined: {title: 衬砌渠道, unit: 公里, kind: stock}
      """;

  private static final LocalDate DAY = LocalDate.of(2024, 1, 10);

  private static BooksDatabase database;
  private static TestBooks books;

  @BeforeAll
  static void open() {
    database = BooksDatabase.fresh();
    books = TestBooks.over(database);
    books.town("alpha", PACK);
    post("clerk_v", "village", "V", "");
    post("clerk_w", "village", "W", "");
    post("works", "department", "T", "规划办");
    post("works_too", "department", "T", "规划办");
    post("farming", "department", "T", "农业办");
    post("reader", "reader", "T", "");
  }

  @AfterAll
  static void close() {
    books.close();
    database.close();
  }

  private static void post(String login, String role, String area, String department) {
    books
        .entries()
        .append(
            "alpha",
            "test",
            Submission.open(
                SystemLedger.STAFF,
                "T",
                null,
                Map.of(
                    "login", Value.of(login),
                    "name", Value.of(login),
                    "role", Value.of(role),
                    "department", Value.of(department),
                    "area", Value.of(area))));
  }

  private static Clearance who(String login) {
    return books.get(Rules.class).clearance(books.get(Towns.class).find("alpha"), login);
  }

  private static Submission opening(String area) {
    return Submission.open("works.channel", area, DAY, Map.of("km", Value.of("2")));
  }

  private static long channel(String login, String area) {
    return books.entries().append(who(login), opening(area)).record();
  }

  private static ProblemCode refused(String login, Submission submission) {
    try {
      books.entries().append(who(login), submission);
    } catch (Refusal e) {
      return e.code();
    }
    throw new AssertionError("accepted: " + submission);
  }

  private static Submission of(EntryKind kind, long record, String reason) {
    return new Submission(
        "works.channel", kind, record, null, null, null, null, Map.of(), null, reason, null);
  }

  @Test
  void aVillageEntersItsOwnAndNoOthers() {
    assertThat(channel("clerk_v", "V")).isPositive();
    assertThat(refused("clerk_v", opening("W"))).isEqualTo(ProblemCode.NOT_ALLOWED);
    assertThat(refused("farming", opening("V"))).isEqualTo(ProblemCode.NOT_ALLOWED);
    assertThat(refused("reader", opening("V"))).isEqualTo(ProblemCode.NOT_ALLOWED);
    assertThat(refused("nobody", opening("V"))).isEqualTo(ProblemCode.NOT_ALLOWED);
  }

  @Test
  void whoMayNotReadARecordIsNotToldThatItIsThere() {
    long record = channel("clerk_v", "V");
    Submission change =
        Submission.change("works.channel", record, DAY, Map.of("km", Value.of("3")));
    assertThat(refused("clerk_w", change)).isEqualTo(ProblemCode.UNKNOWN_RECORD);
    assertThat(refused("farming", change)).isEqualTo(ProblemCode.UNKNOWN_RECORD);
    assertThat(refused("reader", change)).isEqualTo(ProblemCode.NOT_ALLOWED);
  }

  @Test
  void aRecordIsMovedOnlyToWhereThePersonMayWrite() {
    long record = channel("clerk_v", "V");
    Submission away = Submission.change("works.channel", record, DAY, Map.of()).in("W");
    assertThat(refused("clerk_v", away)).isEqualTo(ProblemCode.NOT_ALLOWED);
    assertThat(books.entries().append(who("works"), away).record()).isEqualTo(record);
  }

  @Test
  void aRehearsalIsRefusedAsTheEntryWouldBe() {
    try {
      books.entries().rehearse(who("clerk_v"), List.of(opening("W")));
      throw new AssertionError("rehearsed");
    } catch (Refusal e) {
      assertThat(e.code()).isEqualTo(ProblemCode.NOT_ALLOWED);
    }
  }

  @Test
  void oneThatIsWrongRefusesTheWholeBatch() {
    long before = books.get(Records.class).count("alpha", "works.channel");
    try {
      books.entries().appendAll(who("clerk_v"), List.of(opening("V"), opening("W")));
      throw new AssertionError("accepted");
    } catch (Refusal e) {
      assertThat(e.problems()).singleElement().matches(p -> p.item() == 1);
    }
    assertThat(books.get(Records.class).count("alpha", "works.channel")).isEqualTo(before);
  }

  @Test
  void aRecordOfAnotherVillageIsNotReferredTo() {
    Submission crew = Submission.open("works.crew", "W", DAY, Map.of("name", Value.of("一队")));
    long record = books.entries().append(who("clerk_w"), crew).record();
    Submission names =
        Submission.open("works.channel", "V", DAY, Map.of("crew", Value.of(Long.toString(record))));
    assertThat(refused("clerk_v", names)).isEqualTo(ProblemCode.UNKNOWN_RECORD);
    assertThat(books.entries().append(who("works"), names).record()).isPositive();
  }

  @Test
  void nobodyReviewsWhatTheyEnteredThemselves() {
    long record = channel("works", "V");
    Submission review = Submission.review("works.channel", record);
    assertThat(refused("works", review)).isEqualTo(ProblemCode.OWN_ENTRY);
    assertThat(refused("clerk_v", review)).isEqualTo(ProblemCode.NOT_ALLOWED);
    assertThat(books.entries().append(who("works_too"), review).record()).isEqualTo(record);
  }

  @Test
  void whatIsSentBackStaysWaitingUntilItIsMendedAndReviewed() {
    Lined before = lined();
    long record = channel("clerk_w", "W");
    assertThat(refused("works", of(EntryKind.RETURN, record, "")))
        .isEqualTo(ProblemCode.REASON_REQUIRED);
    books.entries().append(who("works"), of(EntryKind.RETURN, record, "长度与图纸不符"));
    assertThat(refused("works", of(EntryKind.RETURN, record, "再退"))).isEqualTo(ProblemCode.ALREADY);
    assertThat(lined()).isEqualTo(before.plus("0", "2"));
    books
        .entries()
        .append(
            who("clerk_w"),
            Submission.correct("works.channel", record, Map.of("km", Value.of("1.5")), "按图纸改"));
    assertThat(lined()).isEqualTo(before.plus("0", "1.5"));
    books.entries().append(who("works"), Submission.review("works.channel", record));
    assertThat(lined()).isEqualTo(before.plus("1.5", "0"));
    assertThat(refused("works", of(EntryKind.RETURN, record, "无"))).isEqualTo(ProblemCode.ALREADY);
  }

  @Test
  void aFileIsAnEntryThatMovesNoFigure() {
    Lined before = lined();
    long record = channel("clerk_v", "V");
    Attachment file = new Attachment(0, "图纸.pdf", 12, "application/pdf", "0a".repeat(32));
    Submission lays =
        new Submission(
            "works.channel",
            EntryKind.ATTACH,
            record,
            null,
            null,
            null,
            null,
            file.patch(),
            null,
            null,
            null);
    long seq = books.entries().append(who("clerk_v"), lays).seq();
    assertThat(refused("clerk_w", lays)).isEqualTo(ProblemCode.UNKNOWN_RECORD);
    RecordView view = books.get(Records.class).find("alpha", record);
    assertThat(Attachment.standing(view.entries()))
        .containsExactly(new Attachment(seq, "图纸.pdf", 12, "application/pdf", "0a".repeat(32)));
    assertThat(view.image().text("km")).isEqualTo("2");
    assertThat(lined()).isEqualTo(before.plus("0", "2"));
    Submission takes =
        new Submission(
            "works.channel",
            EntryKind.ATTACH,
            record,
            null,
            seq,
            null,
            null,
            Map.of(),
            null,
            "放错了",
            null);
    books.entries().append(who("clerk_v"), takes);
    assertThat(refused("clerk_v", takes)).isEqualTo(ProblemCode.NO_SUCH_VERSION);
    assertThat(Attachment.standing(books.get(Records.class).find("alpha", record).entries()))
        .isEmpty();
  }

  /** What counts, and what waits. */
  private record Lined(BigDecimal counts, BigDecimal waits) {
    Lined plus(String more, String waiting) {
      return new Lined(
          counts.add(new BigDecimal(more)).stripTrailingZeros(),
          waits.add(new BigDecimal(waiting)).stripTrailingZeros());
    }
  }

  private static Lined lined() {
    BigDecimal counts = lined(false);
    return new Lined(
        counts.stripTrailingZeros(), lined(true).subtract(counts).stripTrailingZeros());
  }

  private static BigDecimal lined(boolean pending) {
    var query =
        new FigureQuery("works.lined", null, Period.parse("2024"), Point.NOW, pending, false, "");
    return Objects.requireNonNull(books.figures().read("alpha", query).value());
  }
}

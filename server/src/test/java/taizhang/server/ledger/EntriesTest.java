package taizhang.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import taizhang.books.entry.Receipt;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Point;
import taizhang.books.period.Period;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.ChannelPack;
import taizhang.server.TestBooks;
import taizhang.server.database.BooksDatabase;

class EntriesTest {

  private static BooksDatabase database;
  private static TestBooks books;

  @BeforeAll
  static void open() {
    database = BooksDatabase.fresh();
    books = TestBooks.over(database);
    books.town("alpha", ChannelPack.NAMED);
    books.town("beta", ChannelPack.NAMED);
  }

  @AfterAll
  static void close() {
    books.close();
    database.close();
  }

  private static Receipt channel(String name, String km, String on) {
    return books.entries().append("alpha", "clerk", opening(name, km, on));
  }

  private static Submission opening(String name, String km, String on) {
    return Submission.open(
        "works.channel",
        "V",
        null,
        Map.of("name", Value.of(name), "km", Value.of(km), "done_on", Value.of(on)));
  }

  private static String lined(@Nullable String area, String period) {
    var query = FigureQuery.of("works.lined", Period.parse(period)).in(area);
    return String.valueOf(books.figures().read("alpha", query).value());
  }

  private static ProblemCode refused(Submission submission) {
    try {
      books.entries().append("alpha", "clerk", submission);
    } catch (Refusal e) {
      return e.code();
    }
    throw new AssertionError("accepted: " + submission);
  }

  @Test
  void anEntryIsInTheFigureAtOnce() {
    channel("一支渠", "2.1", "2011-06-01");
    assertThat(lined("V", "2011")).isEqualTo("2.1");
    assertThat(lined("W", "2011")).isEqualTo("0");
    assertThat(lined(null, "2011-06")).isEqualTo("2.1");
  }

  @Test
  void aCorrectionMovesTheFigureByTheDifference() {
    Receipt receipt = channel("二支渠", "2.1", "2012-06-01");
    books
        .entries()
        .append(
            "alpha",
            "clerk",
            Submission.correct(
                "works.channel", receipt.record(), Map.of("km", Value.of("2.6")), "量错了"));
    assertThat(lined("V", "2012")).isEqualTo("2.6");
  }

  @Test
  void theSameKeyAndBodyAnswersWithTheFirstResult() {
    Submission keyed = opening("三支渠", "1", "2013-01-01").keyed("k1");
    Receipt first = books.entries().append("alpha", "clerk", keyed);
    Receipt second = books.entries().append("alpha", "clerk", keyed);
    assertThat(second).isEqualTo(new Receipt(first.seq(), first.record(), true));
    assertThat(refused(opening("另一条", "1", "2013-01-01").keyed("k1")))
        .isEqualTo(ProblemCode.KEY_REUSED);
  }

  @Test
  void whatIsWrongIsSaidAndNothingIsKept() {
    assertThat(refused(opening("渠", "-1", "2014-01-01"))).isEqualTo(ProblemCode.OUT_OF_RANGE);
    assertThat(refused(opening("渠", "一公里", "2014-01-01"))).isEqualTo(ProblemCode.WRONG_TYPE);
    assertThat(refused(opening("渠", "1", "2014-01-01").in("X")))
        .isEqualTo(ProblemCode.UNKNOWN_AREA);
    assertThat(refused(opening("渠", "1", "2014-01-01").in("T"))).isEqualTo(ProblemCode.AREA_LEVEL);
    assertThat(refused(opening("渠", "1", "1999-01-01"))).isEqualTo(ProblemCode.AREA_NOT_VALID);
    assertThat(refused(Submission.open("works.road", "V", null, Map.of())))
        .isEqualTo(ProblemCode.UNKNOWN_LEDGER);
    assertThat(refused(Submission.open("works.channel", "V", null, Map.of())))
        .isEqualTo(ProblemCode.MISSING_FIELD);
    assertThat(lined(null, "2014")).isEqualTo("0");
  }

  @Test
  void aRecordThatIsThereAlreadyIsRefusedWithItsNumber() {
    Receipt first = channel("五支渠", "1", "2015-01-01");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> channel("五支渠", "2", "2015-02-01"))
        .withMessageContaining(first.record() + "");
  }

  @Test
  void aStaleWriterIsToldWhoWasFirst() {
    Receipt receipt = channel("六支渠", "1", "2016-01-01");
    Submission late =
        new Submission(
            "works.channel",
            taizhang.books.entry.EntryKind.CHANGE,
            receipt.record(),
            receipt.seq() - 1,
            null,
            null,
            LocalDate.of(2016, 2, 1),
            Map.of("km", Value.of("2")),
            null,
            null,
            null);
    assertThat(refused(late)).isEqualTo(ProblemCode.STALE_VERSION);
  }

  @Test
  void aBatchIsAppendedWholeOrNotAtAll() {
    List<Submission> batch =
        List.of(opening("七支渠", "1", "2017-01-01"), opening("八支渠", "x", "2017-01-01"));
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> books.entries().appendAll("alpha", "clerk", batch));
    assertThat(lined(null, "2017")).isEqualTo("0");
  }

  @Test
  void whatBelongsToAClosedMonthStandsInTheFirstOpenOne() {
    books.entries().append("beta", "clerk", opening("九支渠", "4", "2018-03-12"));
    Submission closing =
        Submission.open(SystemLedger.CLOSURE, "T", null, Map.of("through", Value.of("2018-03-31")));
    books.entries().append("beta", "office", closing);
    books.entries().append("beta", "clerk", opening("十支渠", "1", "2018-03-20"));
    assertThat(closed("2018-03", false)).isEqualTo("4");
    assertThat(closed("2018-04", false)).isEqualTo("1");
    assertThat(closed("2018-03", true)).isEqualTo("5");
  }

  private static String closed(String period, boolean belongs) {
    FigureQuery query =
        new FigureQuery("works.lined", null, Period.parse(period), Point.NOW, false, belongs, "");
    return String.valueOf(books.figures().read("beta", query).value());
  }

  @Test
  void personalFieldsAreSealedBeforeTheyAreHashed() {
    Submission withPerson =
        Submission.open(
            "works.channel",
            "V",
            LocalDate.of(2019, 1, 1),
            Map.of("name", Value.of("十一支渠"), "foreman", Value.of("王某某")));
    Receipt receipt = books.entries().append("alpha", "clerk", withPerson);
    String stored =
        books
            .get(taizhang.server.town.TownScope.class)
            .read(
                books.get(taizhang.server.town.Towns.class).find("alpha"),
                sql ->
                    sql.sql("select convert_from(bytes, 'UTF8') from entry where seq = ?")
                        .param(receipt.seq())
                        .query((row, n) -> row.getString(1))
                        .single());
    assertThat(stored).contains("sm4:").doesNotContain("王某某");
  }
}

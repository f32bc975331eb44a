package taizhang.server.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Point;
import taizhang.books.period.Period;
import taizhang.server.ChannelPack;
import taizhang.server.TestBooks;
import taizhang.server.database.BooksDatabase;
import taizhang.server.ledger.SystemLedger;

/** What is kept from one reading to the next is what a fresh reading gives. */
class LatestFiguresTest {

  private static final Random RANDOM = new Random(11);

  private static BooksDatabase database;
  private static TestBooks books;

  @BeforeAll
  static void open() {
    database = BooksDatabase.fresh();
    books = TestBooks.over(database);
    books.town("alpha", ChannelPack.COUNTED);
  }

  @AfterAll
  static void close() {
    books.close();
    database.close();
  }

  @Test
  void holdsWhatWasNotPostedToAndReadsAgainWhatWas() {
    LatestFigures latest = books.get(LatestFigures.class);
    List<FigureQuery> queries = queries();
    List<Long> records = new ArrayList<>();
    for (int step = 0; step < 40; step++) {
      if (RANDOM.nextInt(4) > 0) {
        records.add(enter());
      }
      if (!records.isEmpty() && RANDOM.nextInt(3) == 0) {
        mend(records.get(RANDOM.nextInt(records.size())));
      }
      if (step == 20) {
        target();
      }
      assertThat(latest.readAll("alpha", queries))
          .as("after %s steps", step)
          .isEqualTo(books.figures().readAll("alpha", queries));
    }
  }

  @Test
  void countsTheEntriesThatMovedAFigureSince() {
    LatestFigures latest = books.get(LatestFigures.class);
    FigureQuery lined = FigureQuery.of("works.lined", Period.parse("2022"));
    FigureQuery wells = FigureQuery.of("works.wells", Period.parse("2022"));
    long seq = books.figures().read("alpha", lined).seq();
    channel(LocalDate.of(2022, 3, 1));
    channel(LocalDate.of(2022, 4, 1));
    channel(LocalDate.of(2023, 4, 1));
    assertThat(latest.entriesSince("alpha", List.of(lined, wells, lined), List.of(seq, seq, 0L)))
        .satisfies(counts -> {
          assertThat(counts.get(0)).isEqualTo(2);
          assertThat(counts.get(1)).isZero();
          assertThat(counts.get(2)).isGreaterThanOrEqualTo(2);
        });
  }

  private static List<FigureQuery> queries() {
    List<FigureQuery> queries = new ArrayList<>();
    for (String name :
        List.of(
            "lined",
            "channels",
            "wells",
            "crews",
            "mean",
            "villages",
            "growth",
            "done",
            "lined#target")) {
      for (String period : List.of("2023", "2023-Q2")) {
        FigureQuery query = FigureQuery.of("works." + name, Period.parse(period));
        queries.add(query);
        queries.add(query.in("V"));
        queries.add(query.at(new Point(null, LocalDate.of(2023, 5, 20))));
      }
    }
    return queries;
  }

  private static long enter() {
    return RANDOM.nextBoolean()
        ? channel(LocalDate.of(2022 + RANDOM.nextInt(2), 1 + RANDOM.nextInt(12), 5))
        : append(
            Submission.open(
                "works.well", area(), LocalDate.of(2023, 4, 2), Map.of("name", Value.of("井"))));
  }

  private static long channel(LocalDate done) {
    return append(
        Submission.open(
            "works.channel",
            area(),
            done,
            Map.of(
                "km", Value.of(new BigDecimal(1 + RANDOM.nextInt(9))),
                "crew", Value.of("队" + RANDOM.nextInt(4)),
                "done_on", Value.of(done))));
  }

  private static void mend(long record) {
    append(
        Submission.voided(RANDOM.nextBoolean() ? "works.channel" : "works.well", record, "录入重复"));
  }

  private static void target() {
    append(
        Submission.open(
            SystemLedger.TARGET,
            "T",
            null,
            Map.of(
                "indicator", Value.of("works.lined"),
                "period", Value.of("2023"),
                "value", Value.of("50"),
                "comparator", Value.of("ge"),
                "status", Value.of("target"))));
  }

  private static String area() {
    return RANDOM.nextBoolean() ? "V" : "W";
  }

  private static long append(Submission submission) {
    try {
      return books.entries().append("alpha", "clerk", submission).record();
    } catch (taizhang.books.refusal.Refusal wrongLedgerOrVoidAlready) {
      return submission.record() == null ? 0 : submission.record();
    }
  }
}

package taizhang.server.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.figure.Figure;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Point;
import taizhang.books.period.Period;
import taizhang.server.ChannelPack;
import taizhang.server.TestBooks;
import taizhang.server.database.BooksDatabase;

class FiguresTest {
  private static final List<String> INDICATORS =
      List.of("lined", "channels", "crews", "mean", "villages", "growth", "budget", "spread");
  private static final List<String> PERIODS =
      List.of("2023", "2022", "2023-Q2", "2023-05", "2023-01/2023-10", "2023-01-17/2023-06-09");

  private static BooksDatabase database;
  private static TestBooks books;
  private static final Random RANDOM = new Random(7);

  @BeforeAll
  static void open() {
    database = BooksDatabase.fresh();
    books = TestBooks.over(database);
    books.town("alpha", ChannelPack.REVIEWED);
    for (int n = 0; n < 60; n++) {
      if (n % 4 == 0) {
        books.entries().append("alpha", "office", budget());
      }
      long record = books.entries().append("alpha", "clerk", channel()).record();
      if (RANDOM.nextInt(3) > 0) {
        books.entries().append("alpha", "office", Submission.review("works.channel", record));
      }
    }
  }

  private static Submission channel() {
    LocalDate on = LocalDate.of(2022, 1, 1).plusDays(RANDOM.nextInt(700));
    Map<String, Value> fields =
        Map.of(
            "km", Value.of(BigDecimal.valueOf(RANDOM.nextInt(90), 1)),
            "crew", Value.of("c" + RANDOM.nextInt(4)),
            "done_on", Value.of(on));
    return Submission.open("works.channel", RANDOM.nextBoolean() ? "V" : "W", on, fields);
  }

  private static Submission budget() {
    return Submission.open(
        "system.stated",
        "T",
        null,
        Map.of(
            "indicator", Value.of("works.budget"),
            "period", Value.of(PERIODS.get(RANDOM.nextInt(3))),
            "value", Value.of(RANDOM.nextInt(1000)),
            "status", Value.of("actual"),
            "authority", Value.of("县财政局")));
  }

  @AfterAll
  static void close() {
    books.close();
    database.close();
  }

  private static FigureQuery query() {
    String area = List.of("T", "V", "W").get(RANDOM.nextInt(3));
    @Nullable Long seq = RANDOM.nextBoolean() ? null : (long) (10 + RANDOM.nextInt(90));
    LocalDate day = LocalDate.of(2022, 6, 1).plusDays(RANDOM.nextInt(600));
    boolean pending = RANDOM.nextBoolean();
    String slice = RANDOM.nextInt(4) == 0 ? "crew=c1" : "";
    return new FigureQuery(
        "works." + INDICATORS.get(RANDOM.nextInt(INDICATORS.size())),
        area,
        Period.parse(PERIODS.get(RANDOM.nextInt(PERIODS.size()))),
        new Point(seq, RANDOM.nextBoolean() ? day : null),
        pending,
        RANDOM.nextInt(4) == 0,
        slice);
  }

  private static @Nullable BigDecimal plain(Figure figure) {
    return figure.value() == null ? null : figure.value().stripTrailingZeros();
  }

  @Test
  void manyReadTogetherAreWhatEachIsAlone() {
    for (int round = 0; round < 40; round++) {
      Point at = query().at();
      List<FigureQuery> queries = new ArrayList<>();
      for (int n = 0; n < 12; n++) {
        queries.add(query().at(at));
      }
      List<Figure> together = books.figures().readAll("alpha", queries);
      for (int n = 0; n < queries.size(); n++) {
        assertThat(plain(together.get(n)))
            .as("%s", queries.get(n))
            .isEqualTo(plain(books.figures().read("alpha", queries.get(n))));
      }
    }
  }
}

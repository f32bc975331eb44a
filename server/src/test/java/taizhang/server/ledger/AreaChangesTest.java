package taizhang.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Point;
import taizhang.books.period.Period;
import taizhang.books.refusal.Refusal;
import taizhang.server.TestBooks;
import taizhang.server.audit.Verification;
import taizhang.server.database.BooksDatabase;

class AreaChangesTest {

  private static final String PACK =
      """
      pack: homes
      title: 住房
      owner: 规划办
      ledgers:
        home:
          title: 房屋
          lives_at: village
          review: department
          fields:
            repaired_on: {title: 维修日期, type: date}
          post:
            - {to: homes}
            - {to: repairs, on: repaired_on}
      indicators:
        homes: {title: 房屋数, unit: 处, kind: stock}
        repairs: {title: 维修数, unit: 处, kind: flow}
      """;
  private static final LocalDate LAST = LocalDate.of(2023, 6, 30);

  private BooksDatabase database;
  private TestBooks books;

  @BeforeEach
  void open() {
    database = BooksDatabase.fresh();
    books = TestBooks.over(database);
    books.town("alpha", PACK);
    home("V");
    home("V");
    home("W");
  }

  private void home(String area) {
    long record =
        books
            .entries()
            .append(
                "alpha",
                "clerk",
                Submission.open(
                    "homes.home",
                    area,
                    LocalDate.of(2023, 1, 1),
                    Map.of("repaired_on", Value.of("2023-02-01"))))
            .record();
    books.entries().append("alpha", "office", Submission.review("homes.home", record));
  }

  @AfterEach
  void close() {
    books.close();
    database.close();
  }

  private int figure(String indicator, String area, String period) {
    FigureQuery query = FigureQuery.of("homes." + indicator, Period.parse(period)).in(area);
    return java.util.Objects.requireNonNull(books.figures().read("alpha", query).value())
        .intValueExact();
  }

  @Test
  void aMergedVillageCountsAtItsSuccessorFromTheDayAfter() {
    assertThat(books.get(AreaChanges.class).merge("alpha", "V", "W", LAST, "office")).isEqualTo(2);
    assertThat(figure("homes", "V", "2023-06")).isEqualTo(2);
    assertThat(figure("homes", "V", "2023-07")).isZero();
    assertThat(figure("homes", "W", "2023-07")).isEqualTo(3);
    assertThat(figure("homes", "T", "2023-07")).isEqualTo(3);
  }

  @Test
  void whatHappenedThereStaysThere() {
    books.get(AreaChanges.class).merge("alpha", "V", "W", LAST, "office");
    assertThat(figure("repairs", "V", "2023")).isEqualTo(2);
    assertThat(figure("repairs", "W", "2023")).isEqualTo(1);
  }

  @Test
  void readingBeforeTheMergeAnswersAsThen() {
    long before =
        books.figures().read("alpha", FigureQuery.of("homes.homes", Period.parse("2023"))).seq();
    books.get(AreaChanges.class).merge("alpha", "V", "W", LAST, "office");
    FigureQuery then =
        FigureQuery.of("homes.homes", Period.parse("2023")).in("V").at(new Point(before, null));
    assertThat(books.figures().read("alpha", then).value()).isEqualByComparingTo("2");
  }

  @Test
  void nothingIsEnteredAtAVillageThatHasEnded() {
    books.get(AreaChanges.class).merge("alpha", "V", "W", LAST, "office");
    Submission late = Submission.open("homes.home", "V", LAST.plusDays(1), Map.of());
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> books.entries().append("alpha", "clerk", late))
        .withMessageContaining("W");
  }

  @Test
  void aMergeBrokenOffGoesOnWhereItStopped() {
    AreaChanges changes = books.get(AreaChanges.class);
    changes.merge("alpha", "V", "W", LAST, "office");
    assertThat(changes.merge("alpha", "V", "W", LAST, "office")).isZero();
    assertThat(figure("homes", "W", "2023-07")).isEqualTo(3);
  }

  @Test
  void aMovedAreaGoesOnUnderACodeOfItsOwn() {
    books.area("alpha", "V1", "grid", "V");
    books.get(AreaChanges.class).move("alpha", "V1", "W9", "W", LAST, "office");
    var areas = books.figures().rules("alpha").areas();
    assertThat(areas.path("W9")).containsExactly("W9", "W", "T");
    assertThat(java.util.Objects.requireNonNull(areas.find("V1")).successor()).isEqualTo("W9");
  }

  @Test
  void theBooksStaySound() {
    books.get(AreaChanges.class).merge("alpha", "V", "W", LAST, "office");
    assertThat(books.get(Verification.class).verify("alpha").findings()).isEmpty();
  }
}

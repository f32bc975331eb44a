package taizhang.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import taizhang.books.entry.Receipt;
import taizhang.books.entry.Submission;
import taizhang.books.figure.FigureQuery;
import taizhang.books.wording.PublishedFigure;
import taizhang.server.TestBooks;
import taizhang.server.database.BooksDatabase;
import taizhang.server.ledger.Townships;

/**
 * A town loaded into real books, broken off half-way and begun again: the books take every record,
 * nothing is lost or doubled, and the figures are the published ones.
 */
class DemoDatabaseTest {

  private static final DemoTown TOWN = DemoFiles.READ.town("beicai");
  private static final int BATCHES_BEFORE_BREAKING_OFF = 90;

  private static BooksDatabase database;
  private static TestBooks books;

  @BeforeAll
  static void open() {
    database = BooksDatabase.fresh();
    books = TestBooks.over(database);
    books.at("2024-01-31T04:00:00Z");
    books
        .get(Townships.class)
        .open(TOWN.code(), TOWN.name(), TOWN.town().code(), Path.of("../packs"), "bc-guanli");
  }

  @AfterAll
  static void close() {
    books.close();
    database.close();
  }

  /** Hands batches on until it has had enough of them. */
  private static final class BreakingOff implements Appending {
    private int left = BATCHES_BEFORE_BREAKING_OFF;

    @Override
    public List<Receipt> appendAll(String town, String by, List<Submission> batch) {
      if (left-- == 0) {
        throw new IllegalStateException("broken off");
      }
      return books.entries().appendAll(town, by, batch);
    }
  }

  @Test
  void aLoadThatBrokeOffIsContinuedWhereItStopped() {
    DemoLoader first = new DemoLoader(new BreakingOff(), DemoFiles.READ, LoadProgress.SILENT);
    assertThatThrownBy(() -> first.load(TOWN)).hasMessage("broken off");

    DemoLoader second =
        new DemoLoader(books.entries()::appendAll, DemoFiles.READ, LoadProgress.SILENT);
    DemoLoader.Loaded loaded = second.load(TOWN);
    assertThat(loaded.again()).isPositive();
    assertThat(loaded.fresh()).isPositive();
    DemoFiles.READ.facts(TOWN.code()).forEach(DemoDatabaseTest::agrees);

    DemoLoader.Loaded third = second.load(TOWN);
    assertThat(third).isEqualTo(new DemoLoader.Loaded(0, loaded.fresh() + loaded.again()));
    DemoFiles.READ.facts(TOWN.code()).forEach(DemoDatabaseTest::agrees);
  }

  private static void agrees(PublishedFact fact) {
    FigureQuery query = FigureQuery.of(fact.indicator(), fact.period()).in(fact.area());
    BigDecimal value = Objects.requireNonNull(books.figures().read(TOWN.code(), query).value());
    PublishedFigure published = PublishedFigure.read(fact.text(), fact.unit(), fact.approx());
    assertThat(published.agreesWith(value)).as(fact.fact() + ": " + value).isTrue();
  }
}

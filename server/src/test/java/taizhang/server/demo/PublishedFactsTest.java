package taizhang.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import taizhang.books.figure.FigureQuery;
import taizhang.books.wording.PublishedFigure;

/** Every published figure of the demonstration follows from its records, by construction. */
class PublishedFactsTest {

  private static final Map<String, RecordedBooks> BOOKS = new HashMap<>();

  @BeforeAll
  static void load() {
    for (DemoTown town : DemoFiles.READ.towns()) {
      RecordedBooks books = new RecordedBooks(town);
      new DemoLoader(books, DemoFiles.READ, LoadProgress.SILENT).load(town);
      BOOKS.put(town.code(), books);
    }
  }

  @TestFactory
  List<DynamicTest> everyFactIsInTheBooks() {
    return DemoFiles.READ.towns().stream()
        .flatMap(town ->
            DemoFiles.READ.facts(town.code()).stream()
                .map(fact ->
                    DynamicTest.dynamicTest(
                        fact.fact() + " " + fact.title(), () -> inTheBooks(town, fact))))
        .toList();
  }

  private static void inTheBooks(DemoTown town, PublishedFact fact) {
    RecordedBooks books = Objects.requireNonNull(BOOKS.get(town.code()));
    FigureQuery query = FigureQuery.of(fact.indicator(), fact.period()).in(fact.area());
    BigDecimal value = books.value(query);
    Objects.requireNonNull(value, () -> fact.indicator() + " has no figure for " + fact.period());
    PublishedFigure published = PublishedFigure.read(fact.text(), fact.unit(), fact.approx());
    assertThat(published.agreesWith(value)).as(value + " for " + fact.text()).isTrue();
    boolean computed = !fact.role().equals("level") && !fact.indicator().endsWith("#target");
    if (fact.approx().equals("exact") && !computed) {
      assertThat(value).isEqualByComparingTo(fact.expected());
    }
  }

  @Test
  void allFactsOfThreeTownsAreListed() {
    assertThat(DemoFiles.READ.facts("liuzhuang")).hasSize(53);
    assertThat(DemoFiles.READ.facts("beicai")).hasSize(56);
    assertThat(DemoFiles.READ.facts("sungang")).hasSize(92);
  }
}

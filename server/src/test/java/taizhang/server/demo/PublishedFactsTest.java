package taizhang.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import taizhang.books.figure.FigureQuery;
import taizhang.books.wording.PublishedFigure;

/** Every published figure of the demonstration follows from its records, by construction. */
class PublishedFactsTest {

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
    RecordedBooks books = RecordedBooks.of(town);
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

package taizhang.books.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.node.ObjectNode;

/** Numbers worked by hand: the engine and the naive model must both give them. */
class WorkedTablesTest {

  @TestFactory
  Stream<DynamicTest> theEngineGivesTheNumbersWorkedByHand() {
    return each(
        Stream.concat(Cases.worked(), Cases.kept()),
        shown -> assertThat(Differences.engine(shown).differences()).isEmpty());
  }

  @TestFactory
  Stream<DynamicTest> theNaiveModelGivesTheNumbersWorkedByHand() {
    return each(
        Stream.concat(Cases.worked(), Cases.kept()),
        shown -> assertThat(Differences.wronglyExpected(shown)).isEmpty());
  }

  @Test
  void thereIsSomethingToBeHeldAgainst() {
    assertThat(Cases.worked().mapToInt(c -> c.get("readings").size()).sum()).isGreaterThan(150);
    assertThat(Cases.kept()).hasSizeGreaterThanOrEqualTo(2);
  }

  private static Stream<DynamicTest> each(Stream<ObjectNode> cases, Consumer<ObjectNode> test) {
    return cases.map(
        c -> DynamicTest.dynamicTest(c.get("name").stringValue(), () -> test.accept(c)));
  }
}

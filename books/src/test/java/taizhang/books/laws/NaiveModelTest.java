package taizhang.books.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * The engine answers as the naive model does, whatever happened. {@code -Dlaws.seed} and {@code
 * -Dlaws.histories} choose other histories and more of them.
 */
class NaiveModelTest {

  private static final int HISTORIES = Integer.getInteger("laws.histories", 500);
  private static final long SEED = Long.getLong("laws.seed", 20230305L);

  @Test
  void countsAsTheNaiveModelDoes() {
    assertThat(firstDifferences(Histories::of)).isEmpty();
  }

  @Test
  void statesAsTheNaiveModelDoes() {
    assertThat(firstDifferences(Histories::stated)).isEmpty();
  }

  private static Stream<String> firstDifferences(LongFunction<ObjectNode> histories) {
    return LongStream.range(SEED, SEED + HISTORIES)
        .mapToObj(histories)
        .filter(Differences::differ)
        .limit(Integer.getInteger("laws.failures", 1))
        .map(Differences::shrunk);
  }
}

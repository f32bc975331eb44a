package taizhang.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Parts add up to their total exactly, whatever the weights. */
class SharesTest {

  @Test
  void partsOfAnyTotalAddUpExactlyWithinTheirBounds() {
    Dice dice = Dice.of("shares");
    for (int round = 0; round < 500; round++) {
      int n = 1 + dice.below(400);
      long least = dice.below(5);
      long most = least + 1 + dice.below(60);
      long total = dice.between(least * n, most * n);
      double[] weights = new double[n];
      Arrays.setAll(weights, i -> dice.factor(0.9));
      long[] parts = Shares.apportion(total, weights, least, most);
      assertThat(Arrays.stream(parts).sum()).isEqualTo(total);
      assertThat(Arrays.stream(parts).allMatch(part -> part >= least && part <= most)).isTrue();
    }
  }

  @Test
  void amountsAreMultiplesOfTheirStep() {
    BigDecimal step = new BigDecimal("0.01");
    Recipe.Split split = new Recipe.Split(new BigDecimal("28.23"), step, step, null, 0.5, null);
    BigDecimal[] amounts = Shares.amounts(split, new double[] {1, 2, 3, 0.1, 7});
    assertThat(Arrays.stream(amounts).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("28.23");
    assertThat(amounts).allMatch(amount -> amount.scale() <= 2 && amount.compareTo(step) >= 0);
  }

  @Test
  void aTotalThatDoesNotFitIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shares.apportion(10, new double[] {1, 1}, 0, 4))
        .withMessageContaining("cannot be 2 parts");
  }
}

package taizhang.books.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.PackSource;
import taizhang.books.pack.Packs;

/** Which figures are asked about though the books say so. */
class PlausibilityTest {

  private static final Packs PACKS =
      Packs.read(
          List.of(
              new PackSource(
                  "pack.yaml",
                  """
                  pack: rated
                  title: 评价
                  owner: 政务服务中心
                  indicators:
                    all: {title: 评价, unit: 条, kind: stated}
                    good: {title: 好评, unit: 条, kind: stated}
                    rate: {title: 好评率, formula: "share(good, all)"}
                    done: {title: 完成率, formula: "completion(all)"}
                  """)));

  private static Indicator indicator(String code) {
    return Objects.requireNonNull(PACKS.indicator(code));
  }

  @Test
  void aRateOfExactlyAllOfThousandsIsAskedAboutAndNothingElse() {
    BigDecimal all = new BigDecimal("100");
    assertThat(Plausibility.whole(indicator("rated.rate"), all)).isEqualTo("rated.all");
    assertThat(Plausibility.whole(indicator("rated.rate"), new BigDecimal("99.99"))).isNull();
    assertThat(Plausibility.whole(indicator("rated.rate"), null)).isNull();
    assertThat(Plausibility.whole(indicator("rated.done"), all)).as("a target met").isNull();
    assertThat(Plausibility.many(new BigDecimal("44528"))).isTrue();
    assertThat(Plausibility.many(new BigDecimal("5"))).as("all of five cases may be").isFalse();
    assertThat(Plausibility.many(null)).isFalse();
  }
}

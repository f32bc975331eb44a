package taizhang.books.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import taizhang.books.pack.Print;

/** Figures are written as officials write them, and only what is true is said. */
class WordingTest {

  @ParameterizedTest
  @CsvSource({
    "47170000, 元, 万元, 0, 4717万元",
    "253000000, 元, 亿元, 2, 2.53亿元",
    "870000000, 元, 亿元, 2, 8.7亿元",
    "13777000, 元, 万元, 2, 1377.7万元",
    "18300, 亩, 万亩, 2, 1.83万亩",
    "28.23, 公里, , , 28.23公里",
    "490.60, 亩, , , 490.6亩",
    "48.7, %, , 1, 48.7%",
    "2.5, %, 个百分点, 1, 2.5个百分点",
    "56800, 平方米, 万平方米, 2, 5.68万平方米",
    "15, 亩, 公顷, 2, 1公顷",
    "0, 人, , , 0人",
    "47174999.99, 元, 万元, 0, 4717万元",
    "47175000, 元, 万元, 0, 4718万元",
    "60, 家, 户, 0, 60户",
  })
  void writesInItsUnit(BigDecimal value, String base, String unit, Integer decimals, String text) {
    assertThat(write(value, base, new Print(unit, decimals, null, "exact", false))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "23, 次, , 10, over, 20余次",
    "11200, 方, 万方, 10000, over, 1万余方",
    "104000, 株, 万株, 10000, over, 10万余株",
    "86213, 人次, 万人次, 100, over, 超过8.62万人次",
    "2600000000, 元, 亿元, 100000000, over, 26亿元",
    "2612000000, 元, 亿元, 100000000, over, 26亿余元",
    "26, 个, , 5, over, 超过25个",
    "192, 人次, , 10, under, 近200人次",
    "568200000, 元, 亿元, 1000000, about, 约5.68亿元",
    "20, 次, , 10, over, 20次",
    "1190, 份, , 1000, over, 1190份",
    "7, 次, , 10, over, 7次",
    "130, 人, , 100, under, 130人",
    "48.73, %, , 0.1, over, 超过48.7%",
  })
  void approximatesOnlyWhereTrue(
      BigDecimal value, String base, String unit, BigDecimal step, String approx, String text) {
    assertThat(write(value, base, new Print(unit, null, step, approx, false))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "5, 个, 五个",
    "2, 艘, 两艘",
    "0, 人, 无一人",
    "10, 大, 十大",
    "12, 个, 十二个",
    "22, 个, 二十二个",
    "100, 个, 100个",
    "2.5, 公里, 2.5公里",
  })
  void writesSmallCountsInCharacters(BigDecimal value, String base, String text) {
    assertThat(write(value, base, new Print(null, null, null, "exact", true))).isEqualTo(text);
  }

  @Test
  void saysWhichWayARateWent() {
    Print one = new Print(null, 1, null, "exact", false);
    assertThat(Wording.growth(new BigDecimal("10.64"), "%", one).text()).isEqualTo("增长10.6%");
    assertThat(Wording.growth(new BigDecimal("-3.2"), "%", one).text()).isEqualTo("下降3.2%");
    assertThat(Wording.growth(new BigDecimal("-0.04"), "%", one).text()).isEqualTo("持平");
    assertThat(Wording.doubling(new BigDecimal(2)).text()).isEqualTo("翻一番");
    assertThat(Wording.doubling(new BigDecimal("1.5")).text()).isEqualTo("增长到1.5倍");
  }

  @Test
  void neverWritesZeroForAFigureThatIsNotThere() {
    assertThat(Wording.write(null, "元", Print.PLAIN)).isEqualTo(Printed.MISSING);
    assertThat(Wording.growth(null, "%", Print.PLAIN).text()).isEqualTo("——");
  }

  @Test
  void refusesAUnitOfAnotherKind() {
    Print kilometres = new Print("公里", 2, null, "exact", false);
    assertThatThrownBy(() -> write(BigDecimal.ONE, "亩", kilometres))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("亩 cannot be written in 公里");
    assertThatThrownBy(() -> Unit.of("万元").in("美元")).isInstanceOf(IllegalArgumentException.class);
  }

  /** What is printed, read back, states a value whose rounding interval holds the figure. */
  @Test
  void readsBackWithinTheRoundingInterval() {
    Random random = new Random(7);
    List<String> units = List.of("元", "万元", "亿元");
    for (int i = 0; i < 20_000; i++) {
      BigDecimal value = BigDecimal.valueOf(random.nextLong(1, 10_000_000_000L), 2);
      Print print = print(random, units.get(random.nextInt(3)));
      Printed printed = Wording.write(value, "元", print);
      PublishedFigure read = PublishedFigure.read(printed.text(), "元", null);
      assertThat(read.approx()).as("%s as %s", value, printed).isEqualTo(printed.approx());
      assertThat(read.value()).as("%s as %s", value, printed).isEqualByComparingTo(stated(printed));
      assertThat(read.agreesWith(value)).as("%s as %s", value, printed).isTrue();
      if (printed.approx().equals("exact") && print.decimals() != null) {
        BigDecimal half = read.one().movePointLeft(print.decimals()).divide(new BigDecimal(2));
        assertThat(read.value().subtract(value).abs()).isLessThanOrEqualTo(half);
      }
    }
  }

  private static Print print(Random random, String unit) {
    Integer decimals = random.nextInt(4) == 0 ? null : random.nextInt(5);
    BigDecimal step = random.nextBoolean() ? null : BigDecimal.TEN.pow(random.nextInt(8));
    String approx = List.of("exact", "over", "about", "under").get(random.nextInt(4));
    return new Print(unit, decimals, step, approx, false);
  }

  private static BigDecimal stated(Printed printed) {
    BigDecimal stated = printed.stated();
    assertThat(stated).isNotNull();
    return stated == null ? BigDecimal.ZERO : stated.round(MathContext.DECIMAL128);
  }

  private static String write(@Nullable BigDecimal value, String base, Print print) {
    return Wording.write(value, base, print).text();
  }
}

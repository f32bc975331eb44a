package taizhang.books.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A published figure is read as it was printed and agrees with what rounds to it. */
class PublishedFigureTest {

  @ParameterizedTest
  @CsvSource({
    "4717万元, 元, 47170000, exact",
    "4.47亿元, 元, 447000000, exact",
    "420万美元, 美元, 4200000, exact",
    "20万立方米, 立方米, 200000, exact",
    "25万平方, 平方米, 250000, exact",
    "5.68万㎡, 平方米, 56800, exact",
    "20.5km, 公里, 20.5, exact",
    "五个, 个, 5, exact",
    "两艘, 艘, 2, exact",
    "十大, 大, 10, exact",
    "无一人, 人, 0, exact",
    "翻一番, 倍, 2, exact",
    "1万余方, 方, 10000, over",
    "2万多人次, 人次, 20000, over",
    "超过25亿元, 元, 2500000000, over",
    "30亿元左右, 元, 3000000000, about",
    "34亿元以上, 元, 3400000000, over",
    "近200人次, 人次, 200, under",
    "200人次/天, 人次/天, 200, exact",
    "5100个样, 样, 5100, exact",
  })
  void readsWhatIsPublished(String text, String base, BigDecimal value, String approx) {
    PublishedFigure figure = PublishedFigure.read(text, base, null);
    assertThat(figure.value()).isEqualByComparingTo(value);
    assertThat(figure.approx()).isEqualTo(approx);
    assertThat(figure.agreesWith(value)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "4717万元, 元, exact, 47165000, true",
    "4717万元, 元, exact, 47174999.99, true",
    "4717万元, 元, exact, 47175000, false",
    "4717万元, 元, exact, 47164999.99, false",
    "8.7亿元, 元, exact, 874999999, true",
    "8.7亿元, 元, exact, 875000000, false",
    "20余次, 次, over, 20, true",
    "20余次, 次, over, 23, true",
    "20余次, 次, over, 24, false",
    "20余次, 次, over, 19, false",
    "5.67亿元, 元, about, 595350000, true",
    "5.67亿元, 元, about, 596000000, false",
    "200人次, 人次, under, 180, true",
    "200人次, 人次, under, 201, false",
    "无一人, 人, exact, 0, true",
    "无一人, 人, exact, 1, false",
    "106%, %, exact, 106.4, true",
  })
  void agreesByItsOwnUnitAndDecimals(
      String text, String base, String approx, BigDecimal computed, boolean agrees) {
    assertThat(PublishedFigure.read(text, base, approx).agreesWith(computed)).isEqualTo(agrees);
  }

  @Test
  void refusesWhatIsNoFigure() {
    assertThatThrownBy(() -> PublishedFigure.read("若干", "个", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("若干");
  }
}

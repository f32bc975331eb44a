package taizhang.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import taizhang.prose.finding.Finding;

/** Findings told by arithmetic between the figures of a text, and by its times and places. */
class FigureFindingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          种植面积300亩，其中核心区25公顷。 | number.part | 25公顷 > 300亩（种植面积）
          收入5.1亿元，其中税收3.2亿元、非税2.4亿元。 | number.parts | 3.2亿元 + 2.4亿元 > 5.1亿元
          收入5.1亿元，其中税收3.2亿元，其余非税收入1.2亿元。 | number.parts | 3.2亿元 + 1.2亿元 ≠ 5.1亿元
          清查单位2151家，其中工业86家、其他1720家。 | number.parts | 86家 + 1720家 ≠ 2151家
          脱贫户758户，其中享受政策715户。 | number.residual | 758户 − 715户 = 43户
          推进高坪、柳树、双河、石桥三个村环境整治。 | number.list | 前面列出 4 项，文中为 三个
          改造住房5772套，为目标任务5000套的112%。 | number.completion | 5772套 ÷ 5000套 = 115.4%—115.5%，文中为 112%
          规上企业由5家增加到16家，是五年前的2.2倍。 | number.multiple | 16家 ÷ 5家 = 2.82—3.67，文中为 2.2倍
          规上企业由5家增加到16家，增长3.2倍。 | number.multiple | 16家 ÷ 5家 − 1 = 1.82—2.67，文中为 3.2倍
          民生投入5.67亿元，占一般公共预算支出的48.7%。 | number.whole | 5.67亿元 ÷ 48.7% ≈ 11.64亿元，全文没有一般公共预算支出的数值
          截至9月底，完成投资3亿元；1—10月，进出口额2000万美元。 | time.mixed | 同一段落的数据截止时点不一：2021-09、2021-10
          截至9月底，完成投资3亿元，全年实现税收2亿元。 | time.mixed | 同一段落的数据截止时点不一：2021 全年、2021-09
          """)
  void showsTheEquation(String sentence, String rule, String evidence) {
    assertThat(Sentences.readOf2021(sentence).findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.rule()).isEqualTo(rule);
          assertThat(finding.evidence()).isEqualTo(evidence);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "种植面积300亩，其中核心区15公顷。",
        "收入5亿元，其中税收3.2亿元、非税1.8亿元。",
        "收入5亿元，其中税收3.2亿元，其余非税收入1.84亿元。",
        "收入5亿元，其中税收3.2亿元。",
        "收入超过5亿元，其中税收3.2亿元、非税2.4亿元。",
        "脱贫户758户，其中享受政策715户，其余43户自然减少。",
        "脱贫户758户，其中享受政策215户。",
        "推进高坪、柳树、双河等三个村环境整治。",
        "推进高坪、柳树和双河三个村环境整治。",
        "新建水闸、泵站、涵洞30个。",
        "改造住房5772套，为目标任务5000套的115.4%。",
        "规上企业由5家增加到16家，是五年前的3.2倍。",
        "规上企业由5家增加到16家，增长2.2倍。",
        "一般公共预算支出11.64亿元，民生投入5.67亿元，占一般公共预算支出的48.7%。",
        "截至9月底，完成投资3亿元；1—9月，进出口额2000万美元。",
        "截至9月底，完成投资3亿元。",
      })
  void findsNothingWhereTheFiguresAgree(String sentence) {
    assertThat(Sentences.rules(sentence)).isEmpty();
  }

  @Test
  void holdsADoublingAgainstTheFirstYearsTargets() {
    String text =
        Sentences.REPORT
            .replace("2022年经济社会发展的主要预期目标是：", "未来五年，实现固定资产投资、一般公共预算收入翻一番。2022年经济社会发展的主要预期目标是：")
            .replace("固定资产投资13亿元以上", "固定资产投资13亿元")
            .replace("截至11月底，完成固定资产投资12亿元，完成年度任务的104%", "全年完成固定资产投资12亿元");

    assertThat(Sentences.read(text).findings())
        .filteredOn(finding -> finding.rule().equals("number.path"))
        .singleElement()
        .extracting(Finding::evidence)
        .isEqualTo("5年翻一番需年均 14.9%；固定资产投资 13亿元 ÷ 12亿元 − 1 = 8.3%");
    assertThat(Sentences.read(text.replace("投资13亿元", "投资14亿元")).findings())
        .extracting(Finding::rule)
        .doesNotContain("number.path");
  }

  @Test
  void findsThePlaceToldUnderTwoTownsOrAnotherCity() {
    assertThat(Sentences.rules("整治清河镇上坝村道路。\n改造石桥镇上坝村电网。\n")).containsExactly("place.parent");
    assertThat(Sentences.rules("整治清河镇上坝村道路。\n改造清河镇上坝村电网。\n")).isEmpty();
    assertThat(Sentences.rules("被评为临江市级文明村。\n落实国家、省、东阳市的政策。\n")).containsExactly("place.other");
    assertThat(Sentences.rules("被评为临江市级文明村。\n落实国家、省、临江市的政策。\n")).isEmpty();
  }

  @Test
  void findsTwoCountsOfOneWhole() {
    assertThat(Sentences.rules("全镇31个行政村实现通水。\n全镇22个行政村通了公交。\n"))
        .containsExactly("number.inventory");
    assertThat(Sentences.rules("全镇31个行政村实现通水。\n全镇31个行政村通了公交。\n")).isEmpty();
  }

  @Test
  void findsNextYearSaidOfTheYearTheReportIsGivenIn() {
    String text = Sentences.REPORT.replace("2022年经济社会发展的主要预期目标是", "明年预期目标是");

    assertThat(Sentences.read(text).findings()).extracting(Finding::rule).contains("time.relative");
    assertThat(Sentences.read(Sentences.REPORT).findings()).isEmpty();
  }

  @Test
  void doesNotHoldAPrudentPromiseOfJobsAgainstTheTown() {
    String done = "城镇登记失业率控制在3.5%以内。";
    String text = Sentences.REPORT.replace(done, done + "城镇新增就业1200人。");

    assertThat(rules(text.replace("改造危房40户", "城镇新增就业1000人"))).doesNotContain("number.target");
    assertThat(rules(text.replace("改造危房40户", "城镇新增就业300人"))).contains("number.target");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          失业率控制在4.5%以上。 | approx.contrary
          新建公厕不少于8座以内。 | approx.contrary
          集中供养困难户72人。 | unit.mismatch
          开展“不忘初心，牢记使命”主题教育。 | wording.fixed
          压减三公经费。 | wording.fixed
          落实中央“八项规定”精神。 | wording.fixed
          筑牢坚不可摧的坚强防线。 | wording.redundant
          """)
  void findsTheWording(String sentence, String rule) {
    assertThat(Sentences.rules(sentence)).contains(rule);
  }

  private static List<String> rules(String text) {
    return Sentences.read(text).findings().stream().map(Finding::rule).toList();
  }
}

package taizhang.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import taizhang.prose.finding.Corrections;
import taizhang.prose.finding.Finding;
import taizhang.prose.text.SourceText;

class FindingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          20xx年各项任务全面完成。 | placeholder.year
          我代表××县人民政府报告工作。 | placeholder.place
          紧密团结在以xxx为核心的党中央周围。 | placeholder.name
          本文由公众号“写作园地”整理编辑。 | foreign.credit
          2021年是“十三五”规划的收官之年。 | calendar.term
          继续做好“六五”普法工作。 | calendar.event
          人口计生工作稳步推进。 | calendar.name
          认真学习二十届四中全会精神。 | calendar.session
          实现销售收入2亿元，其中线上销售收入3亿元。 | number.part
          产值由10亿元增加到12亿元，增长35%。 | number.growth
          自来水覆盖率达到105%。 | number.range
          粮食播种面积2万亩，粮食产量达到3万吨。 | number.yield
          截至9月底，完成投资3亿元，完成年度任务的60%。 | number.progress
          发放传单近5万余份。 | approx.double
          改造立面3万平方，面貌一新。 | unit.area
          应对“7.20”暴雨灾害。 | date.dot
          坚持稳中求进,全面完成任务。 | punctuation.width
          各项工作有序推进，。群众满意。 | punctuation.double
          开展“清洁家园行动，效果明显。 | punctuation.pair
          截止目前已全部完工。 | wording.until
          我们清醒的认识到差距。 | wording.adverb
          全面推进推进产业升级。 | wording.doubled
          着力提升干部队伍能力建设。 | wording.collocation
          区域招商日趋激烈。 | wording.subject
          工作布署周密。 | wording.confusion
          行政机关负责人出庭应诉率达到100%。 | number.all
          县定督办事项已全部办结。 | number.all
          政务服务评价总数44528条，好评率100%。 | number.perfect
          受理诉求1280件，办结率100%。 | number.perfect
          政务服务评价总数52条，好评率100%。 | number.all
          全面推行政务服务“好差评”，收到评价44528条，好评率100%。 | number.perfect
          工作中还存在一些困难和问题：产业链条不长，干部作风不实。 | genre.problems
          """)
  void findsTheDefect(String sentence, String rule) {
    assertThat(Sentences.rules(sentence)).containsExactly(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "产值由10亿元增加到12亿元，增长20%。",
        "产值由10亿元增加到12.4亿元，增长24%。",
        "五年来，圆满完成“十三五”各项任务，脱贫攻坚成果得到巩固。",
        "开通微信公众号“柳溪发布”，及时回应关切。",
        "区域竞争日趋激烈，发展任务繁重。",
        "群众诉求办结率99.2%，受访群众满意度99%。",
        "工作中还存在一些困难和问题：产业链条不长。对此，我们将采取有力措施，逐项整改。",
        "帮助企业解决困难和问题。",
        "提升基层治理能力建设水平。",
        "一步一步抓推进，一件一件抓落实。",
        "新增建设用地300亩。",
        "报名截止时间为12月底。",
        "农村卫生厕所普及率达到100%。",
        "政务服务评价总数44528条，好评率99.8%。",
        "调研指导2.5天，比例为1:500。"
      })
  void leavesSoundSentencesAlone(String sentence) {
    assertThat(Sentences.rules(sentence)).isEmpty();
  }

  @Test
  void findsThePlanYearEqualToTheReviewedYear() {
    String text = Sentences.REPORT.replace("2022年工作安排", "2021年工作安排");

    assertThat(Sentences.read(text).findings()).extracting(Finding::rule).contains("year.same");
  }

  @Test
  void findsATargetBelowWhatIsDone() {
    String text = Sentences.REPORT.replace("固定资产投资13亿元以上", "一般公共预算收入5800万元");

    assertThat(Sentences.read(text).findings())
        .filteredOn(finding -> finding.rule().equals("number.target"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.evidence()).contains("5800万元 < 6200万元"));
  }

  @Test
  void findsHeadingsOutOfOrderAndPunctuatedUnlike() {
    String headings = "一、工作回顾\n内容如下所述。\n二、主要做法。\n内容如下所述。\n四、存在问题\n内容如下所述。\n";

    assertThat(Sentences.rules(headings)).contains("heading.sequence", "heading.stop");
  }

  @Test
  void keepsFingerprintsWhenOtherLinesChange() {
    String text = "开头一段话。\n截止目前已完工。\n";

    Finding before = Sentences.read(text).findings().getFirst();
    Finding after = Sentences.read("新加的一段。\n" + text + "结尾又加一段。\n").findings().getFirst();

    assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
    assertThat(after.line()).isEqualTo(before.line() + 1);
  }

  @Test
  void tellsTwoEqualPlacesApart() {
    List<Finding> findings = Sentences.read("截止目前已完工。\n截止目前已完工。\n").findings();

    assertThat(findings).hasSize(2);
    assertThat(findings.get(0).fingerprint()).isNotEqualTo(findings.get(1).fingerprint());
  }

  @Test
  void correctsOnlyWhatIsMechanicalAndSaysWhat() {
    Corrections corrections =
        Corrections.of(new SourceText("t", "截止目前,完成投资1,200万元。\r\n20xx年近5万余份\n"));

    assertThat(corrections.text()).isEqualTo("截至目前，完成投资1,200万元。\r\n20xx年近5万余份\n");
    assertThat(corrections.made()).hasSize(2);
  }
}

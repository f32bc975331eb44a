package taizhang.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import taizhang.prose.catalogue.Catalogue;
import taizhang.prose.catalogue.Indicator;
import taizhang.prose.claim.Claim;
import taizhang.prose.claim.Kind;
import taizhang.prose.text.SourceText;

class ClaimsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          粮食总产量同比下降3.2% | growth | -3.2
          工业用电量增长11% | growth | 11
          森林覆盖率达到41.5% | rate | 41.5
          民生支出占财政支出的比重达78% | share | 78
          完成全年任务的96% | completion | 96
          超出年初预算12% | excess | 12
          增速高于全县1.5个百分点 | excess | 1.5
          产业贡献率达62% | rate | 62
          产值是五年前的2.4倍 | factor | 2.4
          办理时间压缩至3个工作日 | level | 3
          医保补助标准提高30元 | growth | 30
          审批时限缩短12天 | growth | -12
          比全省平均水平高2.1个百分点 | excess | 2.1
          恢复到2019年的72.5% | rate | 72.5
          """)
  void tellsWhatANumberSays(String sentence, String role, String value) {
    Claim claim = Sentences.claim(sentence);

    assertThat(claim.role().label()).isEqualTo(role);
    assertThat(claim.printed()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1-9月，完成投资3亿元 | 2021-01/2021-09
          截至10月底，完成投资3亿元 | 2021-01/2021-10
          前三季度完成投资3亿元 | 2021-01/2021-09
          上半年完成投资3亿元 | 2021-H1
          一季度完成投资3亿元 | 2021-Q1
          2019年完成投资3亿元 | 2019
          过去五年，完成投资3亿元 | 2017/2021
          “十三五”期间完成投资3亿元 | 2016/2020
          比2019年增长3% | 2021
          全年完成投资3亿元 | 2021
          """)
  void resolvesWordsOfTimeAgainstTheReportsYear(String sentence, String period) {
    assertThat(Sentences.claims(sentence)).extracting(Claim::period).containsOnly(period);
  }

  @Test
  void givesPartsTheirWholeAndRatesTheirLevel() {
    List<Claim> claims = Sentences.claims("到位资金5亿元，其中外资到位资金2亿元；税收8000万元，增长6%；收到来信60件，办结率98%");

    assertThat(claims)
        .extracting(Claim::parent)
        .containsExactly(null, "c1", null, "c3", null, "c5");
  }

  @Test
  void looksBackOnATermUnderItsHeading() {
    String text =
        "一、过去五年工作回顾\n新建学校12所，森林覆盖率达到45%。\n营业收入由2017年的2亿元增加到2021年的3亿元，年均增长10.7%。\n"
            + "过去一年，新增就业300人。\n新建公厕5座。\n";

    assertThat(Sentences.claims(text))
        .extracting(Claim::period)
        .containsExactly("2017/2021", "2021", "2017", "2021", "2017/2021", "2021", "2021");
  }

  @Test
  void takesANumberedHeadingWithALaterYearForThePlan() {
    String text = "一、2021年工作回顾\n新建公厕5座。\n二、奋力谱写2022年新篇章\n新建公厕6座。\n";

    assertThat(Sentences.claims(text))
        .extracting(Claim::kind)
        .containsExactly(Kind.ACTUAL, Kind.TARGET);
  }

  @Test
  void givesEachChangeOfASecondListItsOwnLevel() {
    List<Claim> claims = Sentences.claims("税收收入、农村自来水普及率和民生支出分别突破5亿元、90亿元和3亿元，分别增长5%、6%和7%");

    assertThat(claims)
        .extracting(Claim::parent)
        .containsExactly(null, null, null, "c1", "c2", "c3");
    assertThat(claims.get(1).subject()).isEqualTo("农村自来水普及率");
    assertThat(claims)
        .extracting(claim -> claim.approx().label())
        .startsWith("over", "over", "over");
  }

  @Test
  void givesEachNumberOfAParallelListItsOwnSubject() {
    List<Claim> claims = Sentences.claims("进出口总额、社会消费品零售总额分别增长5%和8%");

    assertThat(claims).extracting(Claim::subject).containsExactly("进出口总额增长", "社会消费品零售总额增长");
    assertThat(claims).extracting(claim -> claim.role().label()).containsOnly("growth");
  }

  @Test
  void knowsThresholdsAndCapacitiesAsStanding() {
    assertThat(Sentences.claims("引进亿元项目3个、5000万元以上工业项目8个"))
        .extracting(Claim::kind)
        .containsExactly(Kind.ACTUAL, Kind.STANDING, Kind.ACTUAL);
    assertThat(Sentences.claim("年产5万吨饲料加工项目投产").kind()).isEqualTo(Kind.STANDING);
    assertThat(Sentences.claim("打造“10分钟健身圈”").kind()).isEqualTo(Kind.STANDING);
  }

  @Test
  void namesAnIndicatorByTitleOrAliasAndLeavesOthersUnmatched() {
    Indicator revenue = new Indicator("economy.revenue", "一般公共预算收入", List.of("财政收入"), "元");
    Options options = new Options(2021, new Catalogue(List.of(revenue)));
    String text = "实现财政收入5000万元，一般公共预算收入增长6%，新建公厕8座";

    List<Claim> claims = ReportReader.claims(new SourceText("test", text), options);

    assertThat(claims).extracting(Claim::indicator).containsExactly("economy.revenue", null, null);
    assertThat(claims.getFirst().score()).isEqualTo(1.0);
  }

  @Test
  void cutsTimePlaceAndVerbsOffTheSubject() {
    assertThat(Sentences.claim("2021年全镇农村土地流转面积达到900亩").subject()).isEqualTo("农村土地流转面积");
    assertThat(Sentences.claim("预计全年实现税收收入38亿元").subject()).isEqualTo("税收收入");
  }
}

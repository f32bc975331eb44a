package taizhang.prose.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import taizhang.prose.Options;
import taizhang.prose.ReportReader;
import taizhang.prose.catalogue.Catalogue;
import taizhang.prose.catalogue.Indicator;
import taizhang.prose.claim.Claim;
import taizhang.prose.number.Units;
import taizhang.prose.text.SourceText;

class ComparisonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          财政收入4717万元 | 47171600 | 元
          财政收入4717万元 | 47165000 | 元
          清理垃圾1万余方 | 10800 | 立方米
          发动群众近200人次 | 192 | 人次
          民生投入约5.67亿元 | 580000000 | 元
          救助超过8.62万人次 | 86231 | 人次
          村集体收入不足5万元 | 48000 | 元
          森林覆盖率达到41.5% | 41.46 | %
          超七成农户受益 | 72.5 | %
          新增企业9家 | 9 | 个
          新增绿地2公顷 | 30 | 亩
          工业用电量下降3.2% | -3.17 | %
          用时缩短三分之一 | -33.3333 | %
          培育企业5—8家 | 6 | 家
          """)
  void matchesWithinWhatTheWordingAllows(String sentence, BigDecimal book, String unit) {
    assertThat(Comparison.of(claim(sentence), book, unit)).isInstanceOf(Outcome.Matches.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          财政收入4717万元 | 47175001 | 元 | -5001
          清理垃圾1万余方 | 9800 | 立方米 | 200
          清理垃圾1万余方 | 12000 | 立方米 | -2000
          发动群众近200人次 | 220 | 人次 | -20
          民生投入约5.67亿元 | 600000000 | 元 | -33000000
          新增企业9家 | 8 | 家 | 1
          工业用电量下降3.2% | 3.2 | % | -6.4
          """)
  void tellsByHowMuchTheReportSaysMore(
      String sentence, BigDecimal book, String unit, BigDecimal by) {
    Outcome outcome = Comparison.of(claim(sentence), book, unit);

    assertThat(outcome).isInstanceOf(Outcome.Differs.class);
    assertThat(((Outcome.Differs) outcome).by()).isEqualByComparingTo(by);
  }

  @Test
  void tellsWhatTheBooksLackAndWhatTheyMeasureOtherwise() {
    Claim claim = claim("惠及群众1686人");

    assertThat(Comparison.of(claim, null, "人")).isEqualTo(new Outcome.NotInBooks());
    assertThat(Comparison.of(claim, BigDecimal.TEN, "户"))
        .isEqualTo(new Outcome.OtherMeasure("人", "户"));
  }

  @Test
  void tellsADifferenceInPercentOfTheBooksUnlessTheySayNothing() {
    Claim claim = claim("新增企业9家");

    assertThat(Comparison.of(claim, BigDecimal.valueOf(12), "家"))
        .isEqualTo(
            new Outcome.Differs(
                BigDecimal.valueOf(12), BigDecimal.valueOf(-3), new BigDecimal("-25.00")));
    assertThat(Comparison.of(claim, BigDecimal.ZERO, "家"))
        .isEqualTo(new Outcome.Differs(BigDecimal.ZERO, BigDecimal.valueOf(9), null));
  }

  @Test
  void reckonsAGrowthFromTwoLevels() {
    Claim claim = claim("财政收入增长8.5%");

    assertThat(Comparison.growth(claim, BigDecimal.valueOf(1085), BigDecimal.valueOf(1000)))
        .isInstanceOf(Outcome.Matches.class);
    assertThat(Comparison.growth(claim, BigDecimal.valueOf(1070), BigDecimal.valueOf(1000)))
        .isInstanceOf(Outcome.Differs.class);
    assertThat(Comparison.growth(claim, BigDecimal.valueOf(1070), BigDecimal.ZERO))
        .isEqualTo(new Outcome.NotInBooks());
  }

  @Test
  void offersTheIndicatorsMostLikeASubject() {
    Catalogue catalogue =
        new Catalogue(
            List.of(
                new Indicator("a.revenue", "一般公共预算收入", List.of("财政收入"), "元"),
                new Indicator("a.tax", "税收收入", List.of(), "元"),
                new Indicator("a.forest", "人工造林面积", List.of("人工造林"), "亩"),
                new Indicator("a.tended", "森林抚育面积", List.of(), "亩")));

    assertThat(catalogue.candidates("地方一般公共预算收入", Units.named("元"), 5))
        .extracting(Catalogue.Fit::code)
        .first()
        .isEqualTo("a.revenue");
    assertThat(catalogue.candidates("新增人工造林", Units.named("公顷"), 1))
        .extracting(Catalogue.Fit::code)
        .containsExactly("a.forest");
    assertThat(catalogue.candidates("人工造林", Units.named("人"), 5)).isEmpty();
  }

  private static Claim claim(String sentence) {
    List<Claim> claims =
        ReportReader.claims(
            new SourceText("test", sentence), new Options(2021, Options.NONE.catalogue()));
    assertThat(claims).hasSize(1);
    return claims.getFirst();
  }
}

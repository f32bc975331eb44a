package taizhang.prose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import taizhang.prose.claim.Claim;
import taizhang.prose.claim.Kind;
import taizhang.prose.commitment.Commitment;
import taizhang.prose.finding.Finding;
import taizhang.prose.text.Report;

class ReportTest {

  @Test
  void readsYearsAndPartsFromHeadings() {
    Report report = Sentences.read(Sentences.REPORT).reports().getFirst();

    assertThat(report.title()).isEqualTo("政府工作报告");
    assertThat(report.years().review()).isEqualTo(2021);
    assertThat(report.years().plan()).isEqualTo(2022);
    assertThat(report.planFrom().line()).isEqualTo(10);
  }

  @Test
  void takesNumbersOfThePlanForTargets() {
    List<Claim> claims = Sentences.read(Sentences.REPORT).claims();

    assertThat(claims)
        .filteredOn(claim -> claim.line() < 10)
        .extracting(Claim::kind)
        .doesNotContain(Kind.TARGET);
    assertThat(claims)
        .filteredOn(claim -> claim.line() > 10)
        .extracting(Claim::kind)
        .containsOnly(Kind.TARGET);
    assertThat(claims)
        .filteredOn(claim -> claim.line() > 10)
        .extracting(Claim::period)
        .containsOnly("2022");
  }

  @Test
  void listsThePromisesOfThePlan() {
    List<Commitment> commitments = Sentences.read(Sentences.REPORT).commitments();

    assertThat(commitments)
        .extracting(Commitment::text)
        .containsExactly(
            "一般公共预算收入增长7%",
            "固定资产投资13亿元以上",
            "加快推进食品产业园建设",
            "力争年内引进企业5家以上",
            "打造区域品牌",
            "新建农村公路18公里",
            "改造危房40户",
            "深入开展人居环境整治",
            "确保11月底前完成改厕任务");
    assertThat(commitments.get(3).deadline()).isEqualTo("年内");
    assertThat(commitments.get(3).target()).isNotNull();
    assertThat(commitments.getLast().deadline()).isEqualTo("2022-11");
  }

  @Test
  void aMonthItIsDueByIsNoPartOfWhatIsPromised() {
    Reading reading = Sentences.read("某镇2021年政府工作报告\n二、2022年工作安排\n10月底前建成污水处理站12座，9月前完成3个村改水。\n");

    assertThat(reading.commitments())
        .extracting(Commitment::text, Commitment::object, Commitment::deadline)
        .containsExactly(
            tuple("10月底前建成污水处理站12座", "污水处理站", "2022-10"), tuple("9月前完成3个村改水", "村改水", "2022-08"));
    assertThat(reading.claims().getFirst().subject()).doesNotContain("月底前");
  }

  @Test
  void findsNothingGraveInASoundReport() {
    assertThat(Sentences.read(Sentences.REPORT).findings()).isEmpty();
  }

  @Test
  void partsSeveralReportsOfOneFile() {
    String other = Sentences.REPORT.replace("2021年", "2020年").replace("2022年", "2021年");

    List<Report> reports = Sentences.read(Sentences.REPORT + other).reports();

    assertThat(reports).hasSize(2);
    assertThat(reports).extracting(report -> report.years().review()).containsExactly(2021, 2020);
    assertThat(reports.get(1).fromLine()).isEqualTo(reports.get(0).toLine() + 1);
  }

  @Test
  void aSecondReportInOneFileIsTold() {
    String other = Sentences.REPORT.replace("2021年", "2020年").replace("2022年", "2021年");

    assertThat(Sentences.read(Sentences.REPORT + other).findings())
        .extracting(Finding::rule, Finding::text)
        .containsExactly(tuple("genre.several", "政府工作报告"));
  }
}

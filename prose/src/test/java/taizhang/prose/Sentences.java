package taizhang.prose;

import java.util.List;
import taizhang.prose.claim.Claim;
import taizhang.prose.finding.Finding;
import taizhang.prose.text.SourceText;

/** Short texts for the tests: a sentence of its own, and a whole report of an invented town. */
final class Sentences {

  /** A report of an invented town, whole and without a fault: title, salutation, review, plan. */
  static final String REPORT =
      """
      政府工作报告
      ——2022年1月12日在柳溪镇第十九届人民代表大会第一次会议上
      各位代表：
      现在，我代表镇人民政府向大会报告工作，请予审议，并请列席人员提出意见。
      一、2021年工作回顾
      刚刚过去的一年，全镇上下齐心协力，各项工作取得新进展。
      全年实现一般公共预算收入6200万元，增长8.5%；农村居民人均可支配收入达到2.13万元，同比增长9%左右。实际到位资金3.6亿元，其中工业项目到位资金1.9亿元。截至11月底，完成固定资产投资12亿元，完成年度任务的104%。
      农业基础更加稳固。新建高标准农田1500亩，粮食总产量达到1.2万吨。整治沟渠12.5公里，新增家庭农场6家、合作社两家。
      民生福祉不断增进。办结群众诉求1320件，办结率99.2%。为65岁以上老人免费体检2100余人次。城镇登记失业率控制在3.5%以内。
      二、2022年工作安排
      2022年经济社会发展的主要预期目标是：一般公共预算收入增长7%，固定资产投资13亿元以上。
      做强产业支撑。加快推进食品产业园建设，力争年内引进企业5家以上。围绕稻米加工，打造区域品牌。
      办好民生实事。新建农村公路18公里，改造危房40户。深入开展人居环境整治，确保11月底前完成改厕任务。
      各位代表，新的一年，让我们团结一心，为建设美好柳溪而努力奋斗！
      """;

  private Sentences() {}

  static List<Claim> claims(String text) {
    return ReportReader.claims(
        new SourceText("test", text), new Options(2021, Options.NONE.catalogue()));
  }

  static Claim claim(String text) {
    List<Claim> claims = claims(text);
    if (claims.size() != 1) {
      throw new AssertionError(
          "claims of " + text + ": " + claims.stream().map(Claim::text).toList());
    }
    return claims.getFirst();
  }

  static Reading read(String text) {
    return ReportReader.read(new SourceText("test", text), Options.NONE);
  }

  static Reading readOf2021(String text) {
    return ReportReader.read(
        new SourceText("test", text), new Options(2021, Options.NONE.catalogue()));
  }

  static List<String> rules(String text) {
    return readOf2021(text).findings().stream().map(Finding::rule).toList();
  }
}

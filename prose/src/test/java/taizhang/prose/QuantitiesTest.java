package taizhang.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import taizhang.prose.claim.Claim;

class QuantitiesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          完成税收3,456万元 | 34560000 | 元 | exact
          完成税收１２．５亿元 | 1250000000 | 元 | exact
          投入资金1亿2000万元 | 120000000 | 元 | exact
          栽种果树3万余株 | 30000 | 株 | over
          栽种果树2000多万株 | 20000000 | 株 | over
          惠及群众约800户 | 800 | 户 | about
          惠及群众近两千户 | 2000 | 户 | about
          签约项目12个 | 12 | 个 | exact
          建成厂房4.5万㎡ | 45000 | 平方米 | exact
          清运渣土600方 | 600 | 立方米 | exact
          硬化道路7.2km | 7.2 | 公里 | exact
          发放补助60元/亩 | 60 | 元/亩 | exact
          出动巡逻队员50人次/天 | 50 | 人次/天 | exact
          新增岗位三百二十个 | 320 | 个 | exact
          购置冲锋舟两艘 | 2 | 艘 | exact
          参保率提高百分之五 | 5 | % | exact
          好转的占三分之一 | 33.33 | % | exact
          超七成以上农户受益 | 70 | % | over
          五年产值翻两番 | 4 | 倍 | exact
          全年无一人伤亡 | 0 | 人 | exact
          培育企业5—8家 | 5..8 | 家 | exact
          增速预计6%至7% | 6..7 | % | exact
          财政支出年初预算1184万 | 11840000 | 元 | exact
          投资8000万的冷链项目 | 80000000 | 元 | exact
          工业总产值突破百亿大关 | 10000000000 | 元 | over
          高新技术企业突破千家 | 1000 | 家 | over
          接待客商百余人次 | 100 | 人次 | over
          新签约亿元以上项目 | 100000000 | 元 | over
          超七成农户受益 | 70 | % | over
          占全省的1/4 | 25 | % | exact
          全县现有45万人口 | 450000 | 人 | exact
          新建3个体育公园 | 3 | 个 | exact
          开通3条线路 | 3 | 条 | exact
          引进5家电商企业 | 5 | 家 | exact
          选派120名优秀教师 | 120 | 名 | exact
          新建桥梁一座 | 1 | 座 | exact
          接种疫苗1.2亿剂次 | 120000000 | 剂次 | exact
          工程提前2个月完工 | 2 | 个月 | exact
          投资3-5亿元 | 300000000..500000000 | 元 | exact
          转移农村劳动力3.2万农民工 | 32000 | 人 | exact
          能耗强度不超过0.5吨标准煤 | 0.5 | 吨标准煤 | under
          经济总量突破千亿元 | 100000000000 | 元 | over
          优良天数比例上升2个百分点 | 2 | 百分点 | exact
          常住人口增长8. 9％ | 8.9 | % | exact
          """)
  void readsValueUnitAndHedge(String sentence, String value, String unit, String approx) {
    Claim claim = Sentences.claim(sentence);

    assertThat(claim.printed()).isEqualTo(value);
    assertThat(claim.unit().name()).isEqualTo(unit);
    assertThat(claim.approx().label()).isEqualTo(approx);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "牢固树立“四个意识”，坚定“四个自信”",
        "编制“十四五”规划",
        "2021年3月15日召开会议",
        "落实〔2020〕15号文件",
        "省道207改造和国道312绕城段开工",
        "实施“2468”工程，推广5G应用和PM2.5监测",
        "获评全国第三批示范镇",
        "召开第十九届人民代表大会第二次会议",
        "一要抓项目，二要抓落实，三要抓作风",
        "做好以下五方面工作",
        "打好三大攻坚战，深入实施三年行动",
        "办好12345热线",
        "世界500强企业落户",
        "贯彻党的二十大精神",
        "打造工业互联网2.0升级版",
        "坚持一张蓝图绘到底，一件事情接着一件事情办",
        "千家万户感受到温暖，百年大计稳步推进"
      })
  void countsNothingInNamesDatesAndSlogans(String sentence) {
    assertThat(Sentences.claims(sentence)).extracting(Claim::text).isEmpty();
  }

  @Test
  void takesTwoStatesForTwoClaims() {
    assertThat(Sentences.claims("规上企业由12家增加到19家"))
        .extracting(Claim::printed)
        .containsExactly("12", "19");
  }

  @Test
  void tellsRoadLengthFromRoadName() {
    assertThat(Sentences.claim("改造省道40公里").printed()).isEqualTo("40");
  }

  @Test
  void readsRanksOnlyAfterAVerbOfRanking() {
    assertThat(Sentences.claim("考核成绩位居全县第3位").role().label()).isEqualTo("rank");
    assertThat(Sentences.claims("第3名队员归队")).isEmpty();
  }

  @Test
  void keepsEveryMemberOfAList() {
    List<Claim> claims = Sentences.claims("新建水闸3座、泵站5座和塘坝11口");

    assertThat(claims).extracting(Claim::subject).containsExactly("新建水闸", "泵站", "塘坝");
  }
}

package taizhang.server.web.family;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import taizhang.books.pack.Field;
import taizhang.books.pack.Ledger;
import taizhang.server.web.Chromium;
import taizhang.server.web.Site;

/**
 * Each family of a township's books: the clerk who keeps one of its ledgers signs in, makes an
 * entry by the form, and sees the record and the figure that moved.
 */
class FamilyEntryTest {

  /**
   * @param name of the family
   * @param ledger one of its ledgers
   * @param clerk the department or village whose clerk keeps it
   * @param said what the entry says where it matters
   * @param moves title of a figure that the entry moves
   */
  record Family(String name, String ledger, String clerk, Map<String, String> said, String moves) {
    @Override
    public String toString() {
      return name + "：" + clerk;
    }
  }

  static final List<Family> FAMILIES =
      List.of(
          new Family(
              "指标与统计",
              "economy.enterprise",
              "经济发展办公室",
              Map.of("left_reason", "", "entered_on", "2024-03-01"),
              "新纳统企业(参考数)"),
          new Family("报告与政务公开", "openness.disclosure", "党政办公室", Map.of(), "公开政务信息"),
          new Family("督查与整改", "supervision.objective", "党政办公室", Map.of("year", "2024"), "年度目标任务"),
          new Family(
              "预算、审计与合同",
              "finance.contract",
              "财政所",
              Map.of("amount", "386000", "screened_on", "2024-06-03", "fix", ""),
              "合同"),
          new Family(
              "村级集体经济与“三资”",
              "collective.contract",
              WholeTown.VILLAGE_CLERK,
              Map.of("rent", "24000", "until", "2034-05-19"),
              "合同"),
          new Family(
              "招商与企业服务", "investment.arrival", "招商办公室", Map.of("amount", "12000000"), "招商引资到位资金"),
          new Family(
              "项目、征收与建设", "land.agreement", "规划建设和自然资源办公室", Map.of("compensation", "560000"), "协议"),
          new Family("脱贫监测与帮扶", "poverty.monitored", "乡村振兴办公室", Map.of(), "监测"),
          new Family("救助、保险与就业", "assistance.aid", "社会事务办公室", Map.of("amount", "4200"), "救助"),
          new Family("网格、热线与调解", "grid.event", WholeTown.VILLAGE_CLERK, Map.of(), "网格事件"),
          new Family("环境与农业", "environment.river_patrol", WholeTown.VILLAGE_CLERK, Map.of(), "巡"),
          new Family("安全与应急", "emergency.evacuation", "应急管理办公室", Map.of("returned_on", ""), "转移"),
          new Family("决策、法治与文化", "law.decision", "司法所", Map.of("amount", "900000"), "三重一大"));

  private static Site site;
  private static Chromium browser;
  private static WholeTown town;

  @BeforeAll
  static void open() {
    site = Site.open();
    town = new WholeTown(site);
    browser = new Chromium();
  }

  @AfterAll
  static void close() {
    browser.close();
    site.close();
  }

  @ParameterizedTest
  @FieldSource("FAMILIES")
  void itsClerkSignsInMakesAnEntryAndSeesWhatMoved(Family family) {
    Ledger ledger = town.ledger(family.ledger());
    town.referredTo(ledger);
    try (Page page = browser.stranger(1366)) {
      signIn(page, town.login(family.clerk()), "/" + WholeTown.CODE + "/ledgers/" + ledger.code());
      assertThat(page.textContent("h1")).contains(ledger.title());
      page.click("a:text-is('新登记') >> nth=0");
      page.waitForURL("**/new");

      List<String> asked = new FormFiller(page, ledger, family.said()).fill();
      assertThat(asked).isEqualTo(entered(ledger));
      page.waitForSelector("#preview .moved-by");
      page.click("button:text-is('登记')");

      page.waitForURL("**/records/*?done=*");
      Locator moved =
          page.locator(".notice.good .moved-line a", containing(family.moves())).first();
      assertThat(page.textContent(".notice.good")).contains("已登记", family.moves());
      assertThat(page.locator(".notice.good .moved-line", containing("待审，审核后计入")).count() > 0)
          .isEqualTo(ledger.review());
      String title = moved.textContent();
      moved.click();
      assertThat(page.textContent("h1")).contains(title);
      if (!ledger.review()) {
        assertThat(page.textContent(".figure-big")).containsPattern("[1-9一二三四五六七八九]");
      }
      assertThat((List<?>) page.evaluate("window.broken")).isEmpty();
    }
  }

  private static Page.LocatorOptions containing(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  /** Through the gate, where whoever asks for a page is sent first. */
  private static void signIn(Page page, String login, String to) {
    page.navigate(site.url(to));
    page.fill("[name=login]", login);
    page.fill("[name=password]", WholeTown.PASSWORD);
    page.click("main button:text-is('登录')");
    page.waitForURL("**" + to);
  }

  private static List<String> entered(Ledger ledger) {
    return ledger.fields().values().stream()
        .map(Field::name)
        .filter(name -> !ledger.isCopied(name) && !ledger.isDerived(name))
        .toList();
  }
}

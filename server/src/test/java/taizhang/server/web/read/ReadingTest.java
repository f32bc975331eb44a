package taizhang.server.web.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import taizhang.server.web.Statements;
import taizhang.server.web.Visit;

/**
 * A report is given to be read; what is found is answered, and the answers outlive a new version.
 */
class ReadingTest {

  private static final String REPORT =
      """
      留庄镇2023年政府工作报告
      各位代表：
      一、2023年工作回顾
      全镇完成一般公共预算收入4717万元，造林1200亩。截止目前，农村公路全部通车。
      粮食总产量2.34万吨，其中小麦1.5万吨、玉米1.2万吨。
      二、2024年工作安排
      2024年，完成造林1500亩，年底前建成村级文化广场3个。
      """;

  @RegisterExtension static final Visit visit = new Visit();

  private static Page give(String login, String name, byte[] bytes) {
    Page page = visit.page(login, 1440, true);
    page.navigate(visit.site().url("/liuzhuang/read"));
    if (!page.isVisible("input[name=file]")) {
      page.click(".give summary");
    }
    page.setInputFiles("input[name=file]", new FilePayload(name, "text/plain", bytes));
    page.click("text=开始校核");
    return page;
  }

  private static Page given(String name) {
    Page page = give("office", name, REPORT.getBytes(StandardCharsets.UTF_8));
    page.waitForURL("**/read/*");
    return page;
  }

  private static void again(Page page, String text) {
    page.click("summary:has-text('换新版本')");
    page.fill(".menu-body textarea[name=text]", text);
    page.click("text=校核新版本");
    page.waitForSelector(".read-head :text('版')");
  }

  private static void unbroken(Page page) {
    assertThat(page.evaluate("window.broken")).asString().isEqualTo("[]");
  }

  @Test
  void whatIsWrongWithAFileIsToldWithARemedyAndNothingIsKept() {
    Page page = give("office", "乱.txt", new byte[] {0, 1, 2, 3, 4});
    assertThat(page.textContent(".notice.bad")).contains("乱.txt", "不是文本", ".docx");
    page = give("office", "空.txt", new byte[0]);
    assertThat(page.textContent(".notice.bad")).contains("文件是空的");
    page = give("office", "旧.doc", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1});
    assertThat(page.textContent(".notice.bad")).contains("有密码", "另存为无密码的 .docx");
    page = give("office", "坏.docx", new byte[] {'P', 'K', 3, 4, 9, 9});
    assertThat(page.textContent(".notice.bad")).contains("已损坏", "重新保存");
    page = give("office", "长.txt", "a".repeat(1_000_001).getBytes(StandardCharsets.UTF_8));
    assertThat(page.textContent(".notice.bad")).contains("长.txt", "100万字", "拆成单篇");
    assertThat(page.textContent("main")).doesNotContain("乱", "第1版 坏");
  }

  @Test
  void aTextInTheOldEncodingIsReadAndItsMarksOpenTheirItems() {
    Page page = give("office", "国标.txt", REPORT.getBytes(Charset.forName("GB18030")));
    page.waitForURL("**/read/*");
    assertThat(page.textContent(".read-text")).contains("一般公共预算收入4717万元");
    assertThat(page.textContent("#items")).contains("分项与总数不符", "1.5万吨 + 1.2万吨 > 2.34万吨", "应为“截至”");
    page.click(".read-text a:has-text('4717万元')");
    Locator claim = page.locator(".item.here");
    claim.waitFor();
    assertThat(claim.textContent()).contains("47,170,000 元", "2023年", "一般公共预算收入", "与账一致：4717万元");
    assertThat(claim.locator("a:has-text('与账一致')").getAttribute("href"))
        .startsWith("/liuzhuang/figures/works.revenue?period=2023");
    page.keyboard().press("j");
    assertThat(page.locator(".read-text a.here").textContent()).isEqualTo("1200亩");
    assertThat(page.textContent(".item.here")).contains("账上没有");
    page.keyboard().press("k");
    assertThat(page.locator(".read-text a.here").textContent()).isEqualTo("4717万元");
    unbroken(page);
  }

  @Test
  void aDismissalNeedsAReasonAndOutlivesAnEditedVersion() {
    Page page = given("报告.txt");
    Locator finding = page.locator(".item:has-text('分项与总数不符')");
    finding.locator(".dismiss summary").click();
    finding.locator(".dismiss button").click();
    assertThat(finding.textContent()).as("the browser asks for the reason").doesNotContain("已驳回");
    finding.locator("input[name=reason]").fill("玉米含跨年度入库");
    finding.locator(".dismiss button").click();
    page.waitForSelector(".item:has-text('已驳回')");
    assertThat(finding.textContent()).contains("玉米含跨年度入库", "党政办");
    assertThat(page.textContent("#open-count")).contains("1 处待处理");

    again(page, REPORT.replace("截止目前", "截至目前").replace("各位代表：", "各位代表：\n大家好，，请坐。"));
    page.waitForSelector(".tag:has-text('第2版')");
    assertThat(page.locator(".item:has-text('分项与总数不符')").textContent()).contains("已驳回：玉米含跨年度入库");
    assertThat(page.textContent(".item:has-text('新增')")).contains("，，");
    assertThat(page.textContent(".gone")).contains("上一版的 1 处已改掉", "截止");

    finding.locator("text=撤回").click();
    page.waitForSelector(".item:has-text('分项与总数不符') .decide");
    assertThat(page.textContent("#open-count")).contains("2 处待处理");
    unbroken(page);
  }

  @Test
  void whoOnlyLooksDecidesNothing() {
    Page given = given("看.txt");
    Page page = visit.page("leader", 1440, true);
    page.navigate(given.url());
    assertThat(page.textContent("#items")).contains("分项与总数不符");
    assertThat(page.locator(".decide").count()).isZero();
    page.navigate(visit.site().url("/liuzhuang/read"));
    assertThat(page.locator("input[type=file]").count()).isZero();
    Page village = visit.page("village", 1440, true);
    Response answer = Objects.requireNonNull(village.navigate(given.url()));
    assertThat(answer.status()).as("the office's text is not a village's").isEqualTo(404);
    Page security = visit.page("security", 1440, true);
    assertThat(Objects.requireNonNull(security.navigate(given.url())).status()).isEqualTo(403);
  }

  @Test
  void withoutScriptEveryMarkIsALinkAndAFindingIsAnswered() {
    Page given = given("无脚本.txt");
    Page page = visit.page("office", 1440, false);
    page.navigate(given.url());
    page.click(".item:has-text('应为“截至”') button:has-text('采纳')");
    assertThat(page.textContent(".item:has-text('应为“截至”')")).contains("已采纳");
    page.click(".read-text a:has-text('1200亩')");
    assertThat(page.textContent(".tabs [aria-current]")).contains("数字");
  }

  @Test
  void onAPhoneTextAndListsAreTwoTabs() {
    Page given = given("手机.txt");
    Page page = visit.page("office", 390, true);
    page.navigate(given.url());
    assertThat(page.isVisible(".read-side")).isFalse();
    page.click(".read-text a:has-text('4717万元')");
    page.waitForSelector(".item.here");
    assertThat(page.isVisible(".read-text")).isFalse();
    page.click(".pane-tabs >> text=原文");
    assertThat(page.isVisible(".read-text")).isTrue();
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
  }

  @Test
  void aLongReportAsksTheDatabaseNoMoreThanAShortOne() {
    String line = "完成造林1200亩，投资3.5亿元，新修渠道12公里。";
    Page small = give("office", "短.txt", ("2023年政府工作报告\n" + line).getBytes(StandardCharsets.UTF_8));
    small.waitForURL("**/read/*");
    byte[] long_ = ("2023年政府工作报告\n" + (line + "\n").repeat(4000)).getBytes(StandardCharsets.UTF_8);
    assertThat(long_.length).isGreaterThan(250_000);
    Page big = give("office", "长文.txt", long_);
    big.waitForURL("**/read/*");
    long few = Statements.during(() -> small.navigate(small.url() + "?tab=claims"));
    long many = Statements.during(() -> big.navigate(big.url() + "?tab=claims"));
    assertThat(many).isLessThanOrEqualTo(few);
    assertThat(big.locator(".item").count()).as("a page of them").isLessThanOrEqualTo(60);
  }
}

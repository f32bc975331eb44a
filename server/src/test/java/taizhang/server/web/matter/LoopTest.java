package taizhang.server.web.matter;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.server.ledger.Author;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.SystemLedger;
import taizhang.server.matter.Escalation;
import taizhang.server.report.OutlineReader;
import taizhang.server.report.Reports;
import taizhang.server.web.SampleTown;
import taizhang.server.web.Visit;

/**
 * From what one year's report promises to what the next year's says of it, with nothing but clicks:
 * 年初建账、逐月查账、年底交账.
 */
class LoopTest {

  private static final String TOWN = "/" + SampleTown.TOWN;

  private static final String REPORT =
      """
      title: 留庄镇2023年政府工作报告
      town: liuzhuang
      year: 2023
      session: 2024年1月在留庄镇人民代表大会会议上
      presenter: 留庄镇人民政府
      salutation: 各位代表：
      opening: [现在，我代表镇人民政府报告工作，请予审议。]
      chapters:
        - title: 2023年工作回顾
          paragraphs:
            - 建成“四好农村路”{{works.roads}}，群众出行更加便捷。
        - title: 2024年工作安排
          paragraphs:
            - 加快补齐设施短板。2024年，10月底前建成“四好农村路”20公里。年内完成镇级养老服务中心改造。
      closing: [让我们为建设新留庄而不懈奋斗！]
      """;

  private static final AtomicReference<Instant> NOW =
      new AtomicReference<>(Instant.parse("2024-01-15T02:00:00Z"));

  @RegisterExtension static final Visit visit = new Visit(NOW::get);

  private static void at(String day) {
    NOW.set(Instant.parse(day + "T02:00:00Z"));
  }

  @BeforeAll
  static void supervisionIsKept() throws IOException {
    for (String pack : List.of("matters", "supervision")) {
      enter(
          SystemLedger.ADOPTION,
          Map.of(
              "pack", Value.of(pack),
              "version", Value.of(1),
              "yaml", Value.of(Files.readString(Path.of("../packs/" + pack + "/pack.yaml")))));
    }
    visit
        .site()
        .get(Reports.class)
        .save(OutlineReader.read("report.yaml", REPORT), Author.operator("office"));
    appoint("lu", "卢工", "department", "规划建设办公室");
    appoint("cai", "蔡会计", "department", "财政所");
    appoint("min", "闵主任", "department", "民政办公室");
    appoint("ducha", "杜查", "office", "");
  }

  private static void enter(String ledger, Map<String, Value> fields) {
    visit
        .site()
        .get(Entries.class)
        .append(SampleTown.TOWN, "test", Submission.open(ledger, SampleTown.ROOT, null, fields));
  }

  private static void appoint(String login, String name, String role, String department) {
    SampleTown.appoint(visit.site().get(Entries.class), login, name, role, department);
  }

  private static String row(String title) {
    return ".inbox tr:has-text('" + title + "') ";
  }

  private static Page inbox(String login) {
    return visit.open(login, TOWN + "/matters");
  }

  /** Opens a matter out of somebody's inbox. */
  private static Page matter(String login, String title) {
    Page page = visit.open(login, TOWN + "/matters?show=all");
    page.click(row(title) + ".row-link");
    page.waitForURL("**/records/*");
    return page;
  }

  private static void move(Page page, String title, Map<String, String> fields) {
    page.click(".page-head .actions a:text-is('" + title + "')");
    fields.forEach((name, text) -> page.fill("[name='f." + name + "']", text));
    page.click("#entry button:text-is('" + title + "')");
  }

  @Test
  void fromASentenceOfOneReportToASentenceOfTheNext() {
    tasksAreMade();
    theDepartmentsWork();
    whatIsReportedIsCheckedByAnother();
    theNextReportAnswers();
  }

  private static void tasksAreMade() {
    Page office = visit.open("office", TOWN + "/reports/2023");
    office.click("button:text-is('承诺立为任务')");
    office.waitForURL("**/read/*tab=commitments");
    office.check(".item:has-text('20公里') input[name=c]");
    office.check(".item:has-text('养老服务中心') input[name=c]");
    office.click("text=选中的立为任务");
    Locator road = office.locator(".task:has-text('20公里')");
    assertThat(road.locator("input[name=due]").inputValue()).isEqualTo("2024-10-31");
    assertThat(road.locator("select[name=department]").inputValue()).isEqualTo("规划建设办公室");
    road.locator("input[name=supporting]").fill("财政所，民政办公室");
    Locator home = office.locator(".task:has-text('养老服务中心')");
    home.locator("select[name=department]").selectOption("民政办公室");
    office.click("button:has-text('立为任务')");
    office.waitForURL("**tab=commitments");
    visit.site().get(Escalation.class).climb(SampleTown.TOWN);
  }

  private static void theDepartmentsWork() {
    at("2024-02-20");
    assertThat(inbox("lu").textContent(".inbox")).contains("20公里").doesNotContain("养老");
    Page lu = matter("lu", "20公里");
    assertThat(lu.textContent(".matter")).contains("10月31日", "四好农村路", "0公里", "目标 20公里");
    assertThat(lu.textContent(".matter")).contains("尚未提出意见：财政所、民政办公室");
    move(lu, "启动", Map.of());
    Page cai = matter("cai", "20公里");
    cai.click("text=填写会办意见");
    cai.fill("textarea[name=opinion]", "资金已列入预算");
    cai.click("button:text-is('提出意见')");
    assertThat(cai.textContent(".opinions")).contains("财政所", "资金已列入预算", "尚未提出意见：民政办公室");

    at("2024-09-20");
    road("丁家路", "12.5", "2024-06-18");
    road("戊家路", "8", "2024-09-18");
    lu = matter("lu", "20公里");
    assertThat(lu.textContent(".matter")).contains("20.5公里", "账上已达到目标");
    move(lu, "报告进展", Map.of("progress", "两条路完工通车"));
    move(lu, "申请销号", Map.of("result", "全部交工验收"));
    assertThat(lu.textContent(".page-head")).contains("申请销号");
    assertThat(lu.textContent(".hindered")).contains("“核实销号”由党政办、镇领导办理");

    Page min = matter("min", "养老服务中心");
    move(min, "启动", Map.of());
    move(min, "报告进展", Map.of("progress", "主体完工", "percent", "100"));
    assertThat(min.textContent(".notice.bad")).contains("报告完成100%要写明佐证材料");
    min.fill("[name='f.percent']", "80");
    min.click("#entry button:text-is('报告进展')");
    min.waitForURL("**/records/*?done=*");
    move(min, "申请销号", Map.of("result", "改造完成"));
    assertThat(min.textContent(".notice.bad")).contains("申请销号要写明佐证材料");
    min.fill("[name='f.evidence']", "竣工验收单（2024年9月19日）");
    min.click("#entry button:text-is('申请销号')");
    min.waitForURL("**/records/*?done=*");
    min.setInputFiles(
        "input[name=file]",
        new FilePayload("验收单.txt", "text/plain", "竣工验收合格".getBytes(StandardCharsets.UTF_8)));
    min.click("text=添加附件");
    assertThat(min.textContent("#files")).contains("验收单.txt");
  }

  private static void road(String name, String km, String on) {
    Page office = visit.open("office", TOWN + "/ledgers/works.road/new");
    office.selectOption("[name=area]", "37082611020B");
    office.fill("[name='f.name']", name);
    office.fill("[name='f.km']", km);
    office.fill("[name='f.done_on']", on);
    office.click("#entry button:text-is('登记')");
    office.waitForURL("**/records/*?done=*");
  }

  private static void whatIsReportedIsCheckedByAnother() {
    at("2024-10-08");
    Page home = matter("ducha", "养老服务中心");
    move(home, "退回", Map.of());
    assertThat(home.textContent(".form")).contains("原因");
    home.fill("[name=reason]", "缺消防验收");
    home.click("#entry button:text-is('退回')");
    home.waitForURL("**/records/*?done=*");
    Page road = matter("ducha", "20公里");
    move(road, "核实销号", Map.of());
    road.waitForURL("**/records/*?done=*");
    assertThat(road.textContent(".matter")).contains("按期");
  }

  private static void theNextReportAnswers() {
    at("2025-01-06");
    Page office = visit.open("office", TOWN + "/matters/boards");
    office.click("text=年度任务账");
    office.click("text=上一年");
    assertThat(office.textContent(".year-account"))
        .contains("年初建账", "逐月查账", "年底交账", "20.5公里", "主体完工（80%）")
        .contains("销号", "推进中");
    office.navigate(visit.site().url(TOWN + "/reports"));
    office.click("text=起草2024年报告");
    for (Locator promise : office.locator("input[name=promise]").all()) {
      promise.check();
    }
    office.click("text=开始起草");
    office.waitForURL("**/reports/2024");
    assertThat(office.textContent(".paper"))
        .contains("2024年目标任务落实情况")
        .contains("落实情况：已完成，“四好农村路”20.5公里（目标20公里以上）：全部交工验收。")
        .contains("“年内完成镇级养老服务中心改造”。落实情况：正在推进");
    office.navigate(visit.site().url(TOWN + "/reports/2024?edit=1-1"));
    office.click(".p-outcomes summary");
    Locator done = office.locator(".outcomes .offer:has-text('20公里')");
    done.waitFor();
    assertThat(office.textContent(".outcomes"))
        .contains("“10月底前建成‘四好农村路’20公里”已完成", "20.5公里", "目标20公里", "全部交工验收")
        .contains("正在推进")
        .doesNotContain("改造”已完成");
    office.locator("[data-editor] textarea[name=text]").press("Control+End");
    done.click();
    office.waitForSelector("#sketch:has-text('20.5公里（目标20公里以上）：全部交工验收')");
    office.click("[data-editor] .button.primary");
    office.waitForURL("**?paragraph=1-1**");
    office.locator(".paper a:has-text('20.5公里')").last().click();
    office.waitForSelector("#panel:has-text('20.5')");
    office.click("#panel .source:has-text('+8')");
    assertThat(office.textContent("main")).contains("戊家路", "8");
    assertThat((List<?>) office.evaluate("window.broken")).isEmpty();
  }
}

package taizhang.server.web.matter;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.Records;
import taizhang.server.ledger.SystemLedger;
import taizhang.server.matter.Escalation;
import taizhang.server.matter.TaskPack;
import taizhang.server.web.SampleTown;
import taizhang.server.web.Site;
import taizhang.server.web.Statements;
import taizhang.server.web.Visit;

/** What has to be done, from the inbox to 销号, as people click it. */
class MatterPagesTest {

  private static final String TOWN = SampleTown.TOWN;

  @RegisterExtension static final Visit visit = new Visit();

  private static Site site;

  @BeforeAll
  static void open() throws IOException {
    site = visit.site();
    adopt("aid", TaskPack.YAML);
    adopt("matters", Files.readString(Path.of("../packs/matters/pack.yaml")));
    appoint("wang", "王工", "department", "农业农村办公室");
    appoint("liu", "刘镇长", "leader", "");
  }

  private static long append(String ledger, Map<String, Value> fields) {
    return site.get(Entries.class)
        .append(TOWN, "office", Submission.open(ledger, SampleTown.ROOT, null, fields))
        .record();
  }

  private static void adopt(String pack, String yaml) {
    append(
        SystemLedger.ADOPTION,
        Map.of("pack", Value.of(pack), "version", Value.of(1), "yaml", Value.of(yaml)));
  }

  private static void appoint(String login, String name, String role, String department) {
    SampleTown.appoint(site.get(Entries.class), login, name, role, department);
  }

  private static long task(String title) {
    return append("aid.task", Map.of("title", Value.of(title), "unit", Value.of("农业农村办公室")));
  }

  private static Page inbox(String login, String query) {
    Page page = visit.page(login, 1440, true);
    page.navigate(site.url("/" + TOWN + "/matters" + query));
    return page;
  }

  private static String row(String title) {
    return ".inbox tr:has-text('" + title + "') ";
  }

  @Test
  void aTaskGoesFromTheInboxOfItsDepartmentToBeingStruckOffByAnother() {
    long task = task("修东支渠");
    Page wang = inbox("wang", "");
    assertThat(wang.textContent(".tabs [aria-current]")).startsWith("我来办");
    assertThat(wang.textContent(row("修东支渠") + ".due")).contains("5个工作日，自");
    wang.click(row("修东支渠") + "a:text-is('报结')");
    wang.fill("[name='f.result']", "渠道修好，验收合格");
    assertThat(wang.locator("details.extra").count()).as("nothing but what is needed").isZero();
    wang.click("button:text-is('报结')");
    wang.waitForURL("**/records/" + task + "?done=*");
    assertThat(wang.textContent(".page-head")).contains("待核查");
    assertThat(wang.locator(".page-head .actions a:text-is('销号')").count()).isZero();
    assertThat(wang.textContent(".hindered")).contains("“销号”由党政办、镇领导办理");

    Page office = inbox("office", "?show=mine");
    office.click(row("修东支渠") + "a:text-is('销号')");
    office.click("button:text-is('销号')");
    office.waitForURL("**/records/" + task + "?done=*");
    assertThat(office.textContent(".matter")).contains("办结，按期");
    assertThat(site.get(Records.class).find(TOWN, task).state()).isEqualTo("closed");
    assertThat(inbox("wang", "?show=all").locator(row("修东支渠")).count()).isZero();
  }

  @Test
  void aLedgerWithTimeLimitsShowsThemWithLightAndWorkingDaysLeft() {
    Map<String, Value> fields = Map.of("title", Value.of("修南支渠"), "unit", Value.of("农业农村办公室"));
    site.get(Entries.class)
        .append(
            TOWN,
            "office",
            Submission.open("aid.task", SampleTown.ROOT, LocalDate.of(2023, 3, 1), fields));
    task("修中支渠");
    Page page = visit.open("office", "/" + TOWN + "/ledgers/aid.task?sort=@due");
    String first = page.textContent(".rows tbody tr:first-child");
    assertThat(first).contains("修南支渠").contains("2023-03-08").containsPattern("逾期 \\d+ 个工作日");
    assertThat(page.locator(".rows tr:has-text('修南支渠') .light.late").count()).isEqualTo(1);
    assertThat(page.textContent(".rows tr:has-text('修中支渠')")).contains("剩 5 个工作日");
    page.click(".filter-menu summary");
    page.check("input[name='due'][value='LATE']");
    page.click("text=应用筛选");
    assertThat(page.textContent(".chips")).contains("时限：已逾期");
    assertThat(page.locator(".rows tbody tr").count()).isEqualTo(1);
    page.context().close();
  }

  @Test
  void aStepThatIsSomebodyElsesIsRefusedSayingWhose() {
    long task = task("修西支渠");
    Page page = visit.page("office", 1440, true);
    Response response =
        page.navigate(site.url("/" + TOWN + "/records/" + task + "/enter?as=move:report"));
    assertThat(response.status()).isGreaterThanOrEqualTo(400);
    assertThat(page.textContent("main")).contains("“报结”由承办站所办办理");
  }

  @Test
  void severalAreDoneAtOnceAndWhatIsRefusedSaysWhy() {
    task("批量甲");
    task("批量乙");
    long done = task("批量丙");
    Page page = inbox("wang", "?show=all");
    for (String title : List.of("批量甲", "批量乙", "批量丙")) {
      page.check(row(title) + "input[name='record']");
    }
    page.click("button:has-text('批量办理')");
    page.click("button:has-text('报结')");
    site.get(Entries.class)
        .append(
            TOWN,
            "office",
            Submission.change("aid.task", done, null, Map.of("title", Value.of("批量丙改名"))));
    page.fill("[name='f.result']", "一并办完");
    page.click("button:text-is('报结')");
    assertThat(page.textContent(".outcome")).contains("已办理");
    assertThat(page.locator("td:text-is('已办理')").count()).isEqualTo(3);
  }

  @Test
  void severalAreGivenToAnotherDepartmentAtOnce() {
    long first = task("改派甲");
    long second = task("改派乙");
    Page page = inbox("office", "?show=all&department=农业农村办公室");
    page.check(row("改派甲") + "input[name='record']");
    page.check(row("改派乙") + "input[name='record']");
    page.click("button:has-text('批量办理')");
    assertThat(page.textContent(".bulk-steps")).as("a step of others").doesNotContain("报结");
    page.click("button:has-text('改派承办单位')");
    page.fill("[name='f.unit']", "规划建设办公室");
    page.click("button:text-is('改派承办单位')");
    assertThat(page.locator("td:text-is('已办理')").count()).isEqualTo(2);
    for (long task : List.of(first, second)) {
      assertThat(site.get(Records.class).find(TOWN, task).image().text("unit"))
          .isEqualTo("规划建设办公室");
    }
  }

  @Test
  void longerTimeIsAskedForAndGrantedWhereTheDeadlineStands() {
    long task = task("修泵站");
    String path = "/" + TOWN + "/records/" + task;
    Page wang = visit.page("wang", 1440, true);
    wang.navigate(site.url(path));
    wang.click("summary:has-text('申请延期')");
    wang.fill(".longer [name='amount']", "3");
    wang.fill(".longer [name='reason']", "汛期水位高");
    wang.click("button:text-is('提出申请')");
    assertThat(wang.textContent(".matter")).contains("申请延期 3，待批准");
    assertThat(wang.textContent(".record")).as("for machines").doesNotContain("起算登记号");
    Page leader = visit.page("liu", 1440, true);
    leader.navigate(site.url(path));
    leader.click("button:text-is('批准延期')");
    assertThat(leader.textContent(".matter")).contains("同意延期3个工作日");
  }

  @Test
  void aDocumentIsSignedThenReceivedWhereTheMatterIsShown() {
    long task = task("修南支渠");
    site.get(Escalation.class).climb(TOWN);
    Page leader = visit.page("liu", 1440, true);
    leader.navigate(site.url("/" + TOWN + "/records/" + task));
    leader.click(".papers button:text-is('签发')");
    assertThat(leader.textContent("h1")).contains("农业农村办公室交办〔");
    Page wang = visit.page("wang", 1440, true);
    wang.navigate(site.url("/" + TOWN + "/records/" + task));
    assertThat(wang.locator(".papers button:text-is('签发')").count()).isZero();
    assertThat(wang.textContent(".papers")).contains("工作交办单", "已签发");
    wang.waitForDownload(() -> wang.click(".papers a:text-is('下载')"));
    wang.click(".papers button:text-is('签收')");
    assertThat(wang.textContent(".tags")).contains("已签收");
  }

  @Test
  void theWayOfALedgerIsDrawnWithHowManyStandWhere() {
    task("修北支渠");
    Page page = visit.page("office", 1440, true);
    page.navigate(site.url("/" + TOWN + "/matters/flows/aid.task"));
    assertThat(page.textContent(".flow")).contains("交办", "待核查", "销号", "退回", "暂停");
    assertThat(page.textContent(".table")).contains("不得由经手“待核查”的人办理", "写明原因");
    page.click(".flow a >> nth=0");
    page.waitForURL("**/ledgers/aid.task?state=given");
    assertThat(page.textContent("main")).contains("修北支渠");
  }

  @Test
  void aNoticeIsCountedInTheHeadUntilItIsRead() {
    task("修机耕路");
    site.get(Escalation.class).climb(TOWN);
    Page page = visit.page("wang", 1440, true);
    page.navigate(site.url("/" + TOWN + "/notices"));
    assertThat(page.textContent(".notices .fresh")).contains("交办");
    assertThat(page.textContent(".bell b")).isNotBlank();
    page.click("text=全部标为已读");
    assertThat(page.locator(".bell b").count()).isZero();
    assertThat(page.locator(".notices .fresh").count()).isZero();
    Page system = visit.page("system", 1440, true);
    system.navigate(site.url("/" + TOWN + "/deliveries"));
    assertThat(system.textContent("main")).contains("消息送达").doesNotContain("修机耕路");
  }

  @Test
  void theBoardsLeadToWhatTheyCount() {
    task("修桥");
    Page page = visit.page("office", 1440, true);
    page.navigate(site.url("/" + TOWN + "/matters/boards"));
    page.click("tr:has-text('农业农村办公室') a >> nth=0");
    assertThat(page.textContent(".chips")).contains("责任单位：农业农村办公室");
    assertThat(page.textContent(".inbox")).contains("修桥");
    page.navigate(site.url("/" + TOWN + "/matters/bulletin"));
    page.waitForDownload(() -> page.click("text=下载 Word"));
  }

  @Test
  void moreMattersDoNotMeanMoreStatements() {
    Page page = inbox("wang", "?show=all");
    String address = site.url("/" + TOWN + "/matters?show=all");
    task("第一件");
    page.navigate(address);
    long before = Statements.during(() -> page.navigate(address));
    for (int n = 0; n < 20; n++) {
      task("又一件" + n);
    }
    assertThat(Statements.during(() -> page.navigate(address))).isEqualTo(before);
  }

  @Test
  void fitsWideAndNarrowScreensAndBreaksNoPolicy() {
    long task = task("修总干渠");
    for (int width : new int[] {390, 1366, 1440}) {
      for (String path :
          List.of(
              "/matters",
              "/matters?show=all",
              "/matters/boards",
              "/matters/bulletin",
              "/matters/flows/aid.task",
              "/records/" + task)) {
        Page page = visit.page("wang", width, true);
        page.navigate(site.url("/" + TOWN + path));
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
            .as("%s at %d", path, width)
            .isEqualTo(width);
        assertThat((List<?>) page.evaluate("window.broken")).as(path).isEmpty();
      }
    }
  }
}

package taizhang.server.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.SystemLedger;
import taizhang.server.report.Margins;
import taizhang.server.report.Readership;
import taizhang.server.report.Reports;
import taizhang.server.town.Towns;
import taizhang.server.web.SampleTown;
import taizhang.server.web.Statements;
import taizhang.server.web.Visit;

/** The report as a place to work: writers, departments, leaders and readers each do their part. */
class ReportWorkTest {

  private static final String REPORT = "/liuzhuang/reports/2023";
  private static final String BUILDERS = "规划建设办公室";

  @RegisterExtension static final Visit visit = new Visit();

  @BeforeAll
  static void appoint() {
    post("guihua", "department", SampleTown.ROOT, BUILDERS);
    post("lin", "department", SampleTown.ROOT, "农业农村办公室");
  }

  @Test
  void aWriterSeesWhatChangedSinceAVersionAndTakesOneNumberOver() {
    Page page = visit.open("office", REPORT + "?version=1");
    assertThat(page.textContent(".differences")).contains("48.1公里", "48.4公里", "1笔登记");
    assertThat(page.textContent(".paper")).contains("48.1公里");
    page.click("text=更新这个数");
    assertThat(page.textContent("#panel")).contains("没有变化");
    assertThat(page.textContent(".paper")).contains("48.4公里");
    unbroken(page);
  }

  @Test
  void aParagraphIsWrittenInItsPlaceWithACitationFoundByName() {
    Page page = visit.open("office", REPORT);
    edit(page, "1-1");
    Locator text = page.locator("[data-editor] textarea[name=text]");
    text.fill(text.inputValue() + "完成目标的");
    page.fill("[data-editor] input[name=q]", "预算收入");
    page.click("[data-insert='{{works.revenue}}']");
    assertThat(text.inputValue()).endsWith("完成目标的{{works.revenue}}");
    page.waitForSelector("#sketch:has-text('完成目标的4717万元')");
    page.click("[data-editor] .button.primary");
    page.waitForURL("**?paragraph=1-1**");
    assertThat(page.textContent("#p-1-1")).contains("完成目标的4717万元");
    page.click("#panel .history summary");
    assertThat(page.textContent("#panel .history")).contains("党政办", "完成目标的");
    page.click("text=改回这一次的文字");
    page.waitForURL("**?paragraph=1-1**");
    assertThat(page.textContent("#p-1-1")).doesNotContain("完成目标的");
    unbroken(page);
  }

  @Test
  void aCitationThatCannotBeReadIsShownAtItsPlaceAndNothingIsKept() {
    Page page = visit.open("office", REPORT + "?edit=z1");
    String before = visit.site().get(Reports.class).outline(SampleTown.TOWN, 2023).text();
    page.fill("[data-editor] textarea[name=text]", "建成{{works.raods}}，新修 12 处。");
    Response answer =
        page.waitForResponse("**/paragraphs/z1", () -> page.click("[data-editor] .button.primary"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(page.textContent("mark.bad")).isEqualTo("{{works.raods}}");
    assertThat(page.textContent(".notice.bad")).contains("works.raods");
    assertThat(page.textContent("#sketch")).contains("无来源数字：12");
    assertThat(page.inputValue("[data-editor] textarea[name=text]")).contains("新修 12 处");
    assertThat(visit.site().get(Reports.class).outline(SampleTown.TOWN, 2023).text())
        .isEqualTo(before);
  }

  @Test
  void whoComesSecondSeesBothTextsAndLosesNothing() {
    Page first = visit.open("office", REPORT + "?edit=z1");
    Page second = visit.open("office", REPORT + "?edit=z1");
    first.fill("[data-editor] textarea[name=text]", "让我们携手同心！");
    first.click("[data-editor] .button.primary");
    first.waitForURL("**?paragraph=z1**");
    second.fill("[data-editor] textarea[name=text]", "让我们再接再厉！");
    Response answer =
        second.waitForResponse(
            "**/paragraphs/z1", () -> second.click("[data-editor] .button.primary"));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(second.textContent(".notice.bad")).contains("让我们携手同心！");
    assertThat(second.inputValue("[data-editor] textarea[name=text]")).isEqualTo("让我们再接再厉！");
    second.click("[data-editor] .button.primary");
    second.waitForURL("**?paragraph=z1**");
    assertThat(second.textContent("#p-z1")).contains("让我们再接再厉！");
  }

  @Test
  void aDepartmentWritesTheParagraphsItWasAskedForAndNoOther() {
    Page office = visit.open("office", REPORT + "?paragraph=o1");
    office.click("text=请站所办起草");
    office.selectOption("select[name=department]", BUILDERS);
    office.fill("input[name=due]", "2027-01-10");
    office.click("text=交办");
    office.waitForSelector("#panel >> text=待起草");
    assertThat(office.textContent("#marks-o1")).contains(BUILDERS);

    Page builder = visit.open("guihua", "/liuzhuang/reports");
    builder.click("text=待我起草 >> xpath=.. >> a");
    assertThat(builder.locator("#p-o1 .p-edit").count()).isEqualTo(1);
    assertThat(builder.locator("#p-1-1 .p-edit").count()).isZero();
    assertThat(
            Objects.requireNonNull(builder.navigate(visit.site().url(REPORT + "?edit=1-1")))
                .status())
        .isEqualTo(403);
    builder.navigate(visit.site().url(REPORT + "?edit=o1"));
    builder.fill("[data-editor] textarea[name=text]", "现在，请各位代表审议政府工作报告。");
    builder.click("[data-editor] .button.primary");
    builder.waitForURL("**?paragraph=o1**");
    builder.click("#panel >> text=已起草");
    builder.waitForSelector("#panel .tag:has-text('已起草')");

    Page other = visit.open("lin", REPORT);
    assertThat(other.locator(".p-edit").count()).isZero();
    assertThat(
            Objects.requireNonNull(other.navigate(visit.site().url(REPORT + "?edit=o1"))).status())
        .isEqualTo(403);
    unbroken(office);
  }

  @Test
  void aCommentIsAnsweredAndSettled() {
    Page leader = visit.open("leader", REPORT + "?paragraph=1-1");
    leader.click("text=提意见");
    leader.fill(".fold textarea[name=text]", "请补充就业情况");
    leader.click(".fold .button:has-text('提出')");
    leader.waitForSelector(".talk.open");
    assertThat(leader.textContent("#marks-1-1")).contains("意见1");

    Page office = visit.open("office", REPORT + "?show=talks", 390);
    office.click("#panel .list a");
    office.waitForSelector(".talk.open");
    office.click("summary:has-text('答复')");
    office.fill(".talk textarea[name=text]", "已补充");
    office.click(".talk button:has-text('答复')");
    office.waitForSelector(".talk li:has-text('已补充')");
    office.click("text=标为已处理");
    office.waitForSelector(".talk.settled");
    unbroken(office);
  }

  @Test
  void theNumberOfStatementsDoesNotGrowWithWhatIsSaid() {
    Page page = visit.open("office", REPORT);
    long before =
        Statements.during(() -> page.navigate(visit.site().url(REPORT + "?paragraph=o1")));
    Readership office =
        new Readership(
            visit
                .site()
                .get(Rules.class)
                .clearance(visit.site().get(Towns.class).find("liuzhuang"), "office"));
    for (int i = 0; i < 12; i++) {
      visit.site().get(Margins.class).say(office, 2023, "o1", "意见" + i, 0);
    }
    page.navigate(visit.site().url(REPORT));
    long after = Statements.during(() -> page.navigate(visit.site().url(REPORT + "?paragraph=o1")));
    assertThat(after).isEqualTo(before).isLessThan(40);
  }

  @Test
  void aFindingStandsForAReasonThatIsKept() {
    Page page = visit.open("office", REPORT + "?edit=o1");
    page.fill("[data-editor] textarea[name=text]", "我们要进一步进一步抓好落实，，请予审议。");
    page.click("[data-editor] .button.primary");
    page.waitForSelector("#panel .finding");
    assertThat(page.textContent("#marks-o1")).isNotBlank();
    int before = page.locator("#panel .finding summary").count();
    page.click("#panel .finding summary");
    page.fill("#panel .finding input[name=reason]", "引文原样");
    page.click("#panel .finding button");
    page.waitForSelector("#panel >> text=不作修改：引文原样");
    assertThat(page.locator("#panel .finding summary").count()).isEqualTo(before - 1);
    unbroken(page);
  }

  @Test
  void aParagraphTakenOutIsPutBackWhereItStood() {
    Page page = visit.page("office", 1440, true);
    page.onDialog(dialog -> dialog.accept());
    page.navigate(visit.site().url(REPORT + "?edit=o1"));
    page.click("[data-editor] .danger");
    page.waitForURL("**show=versions");
    assertThat(page.locator("#p-o1").count()).isZero();
    page.click("text=放回");
    page.waitForURL("**?paragraph=o1**");
    assertThat(page.locator("#p-o1").count()).isEqualTo(1);
    unbroken(page);
  }

  private static void edit(Page page, String paragraph) {
    page.hover("#p-" + paragraph);
    page.click("#p-" + paragraph + " .p-edit");
    page.waitForSelector("[data-editor]");
  }

  private static void unbroken(Page page) {
    assertThat(page.evaluate("JSON.stringify(window.broken)")).isEqualTo("[]");
  }

  private static void post(String login, String role, String area, String department) {
    visit
        .site()
        .get(Entries.class)
        .append(
            SampleTown.TOWN,
            "security",
            Submission.open(
                SystemLedger.STAFF,
                SampleTown.ROOT,
                null,
                Map.of(
                    "login", Value.of(login),
                    "name", Value.of(login),
                    "role", Value.of(role),
                    "area", Value.of(area),
                    "department", Value.of(department))));
  }
}

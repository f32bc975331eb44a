package taizhang.server.web.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import taizhang.books.access.Clearance;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.figure.FigureQuery;
import taizhang.books.pack.PostingRule;
import taizhang.books.period.Period;
import taizhang.server.demo.DemoMark;
import taizhang.server.figure.Figures;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.RecordRows;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.SystemLedger;
import taizhang.server.matter.Commitments;
import taizhang.server.town.Towns;
import taizhang.server.web.SampleTown;
import taizhang.server.web.Visit;

/** From a text into the books: compared, entered as reported values, made tasks, each once. */
class ReadingIntoBooksTest {

  private static final String REPORT =
      """
      留庄镇2022年政府工作报告
      各位代表：
      一、2022年工作回顾
      全镇完成一般公共预算收入4360万元，造林1200亩。
      2019年收入总额3900万元。截止目前,各项工作有序推进。
      二、2023年工作安排
      2023年，一般公共预算收入增长10%。完成造林1500亩，10月底前建成“四好农村路”12公里。
      """;

  /** What the form of tasks would send. */
  private static final String FIELDS =
      "[...new FormData(document.querySelector('.task-form')).entries()]";

  @RegisterExtension static final Visit visit = new Visit();

  @BeforeAll
  static void supervisionIsKept() throws IOException {
    for (String pack : List.of("matters", "supervision")) {
      String yaml = Files.readString(Path.of("../packs/" + pack + "/pack.yaml"));
      visit
          .site()
          .get(Entries.class)
          .append(
              SampleTown.TOWN,
              DemoMark.AUTHOR,
              Submission.open(
                  SystemLedger.ADOPTION,
                  SampleTown.ROOT,
                  null,
                  Map.of("pack", Value.of(pack), "version", Value.of(1), "yaml", Value.of(yaml))));
    }
  }

  private static Page given(String login, String name) {
    Page page = visit.page(login, 1440, true);
    page.navigate(visit.site().url("/liuzhuang/read"));
    if (!page.isVisible("input[name=file]")) {
      page.click(".give summary");
    }
    page.setInputFiles(
        "input[name=file]",
        new FilePayload(name, "text/plain", REPORT.getBytes(StandardCharsets.UTF_8)));
    page.click("text=开始校核");
    page.waitForURL("**/read/*");
    return page;
  }

  private static void tab(Page page, String title) {
    page.click(".tabs a:has-text('" + title + "')");
    page.waitForSelector(".tabs a[aria-current]:has-text('" + title + "')");
  }

  private static void unbroken(Page page) {
    assertThat(page.evaluate("window.broken")).asString().isEqualTo("[]");
  }

  private static @Nullable BigDecimal figure(String code, String period) {
    return visit
        .site()
        .get(Figures.class)
        .read(SampleTown.TOWN, FigureQuery.of(code, Period.parse(period)))
        .value();
  }

  private static List<RecordRow> tasks() {
    Clearance operator =
        visit
            .site()
            .get(Rules.class)
            .of(visit.site().get(Towns.class).find(SampleTown.TOWN))
            .operator(SampleTown.TOWN);
    List<RecordRow> rows = new ArrayList<>();
    visit.site().get(RecordRows.class).each(operator, Commitments.TASK, rows::add);
    return rows;
  }

  @Test
  void whatTheReaderDidNotRecogniseAPersonChooses() {
    Page page = given("office", "改选.txt");
    tab(page, "数字");
    Locator claim = page.locator(".item:has-text('3900万元')");
    assertThat(claim.textContent()).contains("没有对应的指标");
    claim.locator("text=改选").click();
    claim.locator("input[name=look]").clear();
    claim
        .locator("input[name=look]")
        .pressSequentially("一般公共预算收入", new Locator.PressSequentiallyOptions().setDelay(30));
    claim.locator(".offer:has-text('一般公共预算收入')").first().waitFor();
    assertThat(claim.locator("input[name=look]:focus").inputValue())
        .as("one can go on typing")
        .isEqualTo("一般公共预算收入");
    claim.locator(".offer:has-text('一般公共预算收入')").first().click();
    page.waitForSelector(".item:has-text('3900万元'):has-text('人工选定')");
    assertThat(claim.textContent()).contains("一般公共预算收入", "账上没有");
    page.reload();
    assertThat(claim.textContent()).as("it is kept").contains("人工选定");
    unbroken(page);
  }

  @Test
  void whatAPastReportSaysIsEnteredAsReportedAfterASecondLook() {
    Page page = given("office", "往年.txt");
    tab(page, "数字");
    page.click("text=把账上没有的反馈数登记入账");
    assertThat(page.textContent("table")).contains("造林", "1,200 亩", "43,600,000 元", "账上没有");
    page.click("button:has-text('预览')");
    assertThat(page.textContent(".notice")).contains("将登记 2 条到“反馈数据”", "留庄镇人民政府", "《往年》");
    assertThat(figure("works.trees", "2022")).as("nothing entered yet").isNull();
    page.click("button:has-text('确认登记')");
    page.waitForURL("**tab=claims");
    assertThat(figure("works.trees", "2022")).isEqualByComparingTo("1200");
    assertThat(figure("works.revenue", "2022")).isEqualByComparingTo("43600000");
    assertThat(page.textContent(".item:has-text('1200亩')")).contains("与账一致", "已登记入账");
    page.navigate(page.url().replaceAll("\\?.*", "/import"));
    assertThat(page.textContent("main")).as("not a second time").contains("没有可登记的数");
    unbroken(page);
  }

  @Test
  void aCommitmentBecomesATaskOnceAndLeadsBackToItsSentence() {
    Page page = given("office", "承诺.txt");
    tab(page, "承诺");
    page.check(".item:has-text('造林1500亩') input[name=c]");
    page.check(".item:has-text('12公里') input[name=c]");
    page.check(".item:has-text('增长10%') input[name=c]");
    page.click("text=选中的立为任务");
    Locator road = page.locator(".task:has-text('12公里')");
    assertThat(road.locator("input[name=due]").inputValue()).isEqualTo("2023-10-31");
    assertThat(road.locator("select[name=indicator]").inputValue()).isEqualTo("works.roads");
    assertThat(road.locator("input[name=target]").inputValue()).isEqualTo("12");
    assertThat(road.locator("select[name=department]").inputValue()).isEqualTo("规划建设办公室");
    Locator revenue = page.locator(".task:has-text('增长10%')");
    assertThat(revenue.locator("select[name=indicator]").inputValue()).isEqualTo("works.revenue");
    road.locator("select[name=department]").selectOption("");
    page.click("button:has-text('立为任务')");
    assertThat(page.textContent(".task[data-bad]")).contains("12公里", "选责任单位");
    assertThat(tasks()).isEmpty();
    road.locator("select[name=department]").selectOption("规划建设办公室");
    FormData form = FormData.create();
    for (Object field : (List<?>) page.evaluate(FIELDS)) {
      List<?> pair = (List<?>) field;
      form.append((String) pair.get(0), (String) pair.get(1));
    }
    page.click("button:has-text('立为任务')");
    page.waitForURL("**tab=commitments");
    assertThat(tasks())
        .extracting(row -> row.image().text("due_on"))
        .containsExactlyInAnyOrder("2023-12-31", "2023-10-31", "2023-12-31");
    assertThat(figure("works.roads" + PostingRule.TARGET, "2023")).isEqualByComparingTo("12");

    Locator item = page.locator(".item:has-text('12公里')");
    assertThat(item.locator("input[name=c]").count()).as("not offered again").isZero();
    item.locator("text=已立为任务").click();
    assertThat(page.textContent("main")).contains("《承诺》", "建成“四好农村路”12公里");
    page.click("section:has-text('报告原句') a");
    page.waitForSelector(".item.here:has-text('12公里')");
    assertThat(page.locator(".read-text a.here").first().textContent()).contains("10月底前");
    APIResponse twice =
        page.request()
            .post(page.url().replaceAll("\\?.*", "/tasks"), RequestOptions.create().setForm(form));
    assertThat(twice.ok()).isTrue();
    assertThat(tasks()).hasSize(3);
    unbroken(page);
  }

  @Test
  void whatIsMechanicalIsCorrectedInACopyWithAList() throws IOException {
    Page page = given("office", "改正.txt");
    page.click("text=机械改正");
    assertThat(page.textContent("table")).contains("截止", "截至");
    Download download = page.waitForDownload(() -> page.click("text=下载改正后的文本"));
    assertThat(download.suggestedFilename()).isEqualTo("改正（改正）.txt");
    assertThat(Files.readString(download.path())).contains("截至目前，各项工作").doesNotContain("截止目前,");
    unbroken(page);
  }
}

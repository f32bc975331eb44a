package taizhang.server.web.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.server.ledger.Entries;
import taizhang.server.web.Statements;
import taizhang.server.web.Visit;

/** The number box, the overview, the list of indicators and a figure's page, as people use them. */
class NumberPagesTest {

  private static final String TOWN = "liuzhuang";
  private static final String ROADS = "/" + TOWN + "/figures/works.roads";
  private static final String OVERVIEW = "/" + TOWN + "/overview";

  @RegisterExtension static final Visit visit = new Visit();

  @Test
  void answersAQuestionAndLeadsToTheRecordInThreeClicks() {
    Page page = visit.open("leader", "/" + TOWN);
    page.fill("#ask", "示范3村四好农村路多少公里");
    page.press("#ask", "Enter");
    page.waitForURL("**/ask?ask=*");
    assertThat(page.textContent(".answer")).contains("四好农村路", "示范3村", "口径", "交工验收里程");
    assertThat(page.textContent(".copy-text")).startsWith("2023年，示范3村").endsWith("公里。");
    page.click(".answer .figure-words a");
    page.waitForURL("**/figures/works.roads?*");
    page.click("#panel .source-list li:first-child a");
    page.waitForURL("**/records/*");
  }

  @Test
  void suggestsWhileOneTypesAndIsWalkedThroughByKeyboard() {
    Page page = visit.open("leader", "/" + TOWN);
    page.focus("#ask");
    page.keyboard().type("收入");
    page.waitForSelector(".ask-titles a");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    page.waitForURL("**/ask?ask=*");
    assertThat(page.textContent(".answer")).contains("一般公共预算收入", "4717万元");
    assertThat((List<?>) page.evaluate("window.broken")).isEmpty();
  }

  @Test
  void offersWhatMayBeMeantAndTeachesHowToAsk() {
    Page page = visit.page("leader", 1440, false);
    page.navigate(visit.site().url("/" + TOWN + "/ask?ask=收入"));
    assertThat(page.locator(".candidates li").count()).isEqualTo(2);
    assertThat(page.locator(".answer").count()).isZero();
    page.navigate(visit.site().url("/" + TOWN + "/ask?ask=天气预报"));
    assertThat(page.textContent(".empty")).contains("没有找到", "可以这样问");
  }

  @Test
  void theOverviewTellsHowFarEachFigureHasCome() {
    Page page = visit.open("leader", OVERVIEW);
    assertThat(page.textContent(".about-line")).contains("2023年", "留庄镇", "2023年12月31日");
    assertThat(page.textContent("#works"))
        .contains("48.4公里", "4,717万元", "目标 4,500万元", "104.8%", "达到目标进度", "未设目标");
    assertThat(page.locator("#works .goal-done.on-time").count()).isEqualTo(1);
    assertThat(page.getAttribute("#works .course", "aria-label")).contains("2023年12月");
    page.click("#works >> text=四好农村路");
    page.waitForURL("**/figures/works.roads?*");
  }

  @Test
  void theOverviewFollowsTheChoiceOfPeriodAndArea() {
    Page page = visit.open("leader", OVERVIEW);
    page.selectOption("select[name=part]", "-H1");
    page.waitForURL("**part=-H1*");
    assertThat(page.textContent(".about-line")).contains("2023年1—6月");
    page.selectOption("select[name=area]", "37082611020B");
    page.waitForURL("**area=37082611020B*");
    assertThat(page.textContent(".about-line")).contains("示范1村");
  }

  @Test
  void aFigurePageShowsCourseMapYearsAndComparesTwoDays() {
    Page page = visit.open("leader", ROADS + "?period=2023");
    assertThat(page.textContent(".figure-big")).contains("48.4公里");
    assertThat(page.locator(".tile").count()).isEqualTo(14);
    assertThat(page.locator(".columns rect").count()).isEqualTo(12);
    page.fill("#compare input[name=than]", "2023-06-30");
    page.fill("#compare input[name=day]", "2023-07-31");
    page.click("#compare button");
    page.waitForSelector(".comparison");
    assertThat(page.textContent(".comparison")).contains("2023年6月30日", "2023年7月31日", "+");
    assertThat(page.locator(".comparison .source").count()).isEqualTo(2);
  }

  @Test
  void aFormulaIsShownWithItsParts() {
    Page page = visit.page("leader", 1440, false);
    page.navigate(visit.site().url("/" + TOWN + "/figures/works.revenue_completion?period=2023"));
    assertThat(page.textContent(".figure-big")).contains("104.8%");
    assertThat(page.textContent("#panel .parts")).contains("4717万元", "4500万元");
  }

  @Test
  void theCourseOfAFigureIsTakenAway() throws IOException {
    Page page = visit.open("leader", ROADS + "?period=2023");
    Download csv = page.waitForDownload(() -> page.click("text=导出 CSV"));
    assertThat(Files.readString(csv.path())).contains("指标,区域,期间,数值,单位", "留庄镇,2023年3月,");
    Download xlsx = page.waitForDownload(() -> page.click("text=导出 Excel"));
    assertThat(Files.size(xlsx.path())).isGreaterThan(1000);
  }

  @Test
  void theListOfIndicatorsIsSearched() {
    Page page = visit.open("leader", "/" + TOWN + "/figures");
    assertThat(page.locator("#figure-list tbody tr").count()).isEqualTo(4);
    page.fill("#search", "造林");
    page.locator("#figure-list tbody tr >> nth=1")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    assertThat(page.textContent("#figure-list tbody")).contains("造林");
    page.fill("#search", "没有这个");
    page.waitForSelector("#figure-list .empty");
  }

  @Test
  void aVillageReadsItsOwnFiguresOnly() {
    Page page = visit.page("village", 1440, false);
    page.navigate(visit.site().url(ROADS + "?period=2023"));
    assertThat(page.textContent(".figure-head")).contains("示范1村").doesNotContain("48.4公里");
    Response whole = page.navigate(visit.site().url(ROADS + "?period=2023&area=370826110000"));
    assertThat(whole.status()).isEqualTo(403);
    assertThat(page.navigate(visit.site().url(OVERVIEW + "?area=37082611020C")).text())
        .doesNotContain("公里");
    assertThat(page.navigate(visit.site().url("/" + TOWN + "/ask?ask=全镇四好农村路")).text())
        .contains("示范1村")
        .doesNotContain("48.4");
    assertThat(page.navigate(visit.site().url("/" + TOWN + "/ask?ask=示范2村四好农村路")).text())
        .contains("没有找到");
  }

  @Test
  void whoKeepsTheSystemReadsNoFigure() {
    for (String login : List.of("system", "security", "auditor")) {
      Page page = visit.page(login, 1440, false);
      for (String path :
          List.of(OVERVIEW, ROADS, "/" + TOWN + "/figures", "/" + TOWN + "/ask?ask=收入")) {
        assertThat(page.navigate(visit.site().url(path)).status())
            .as("%s %s", login, path)
            .isEqualTo(403);
      }
    }
  }

  @Test
  void moreRecordsDoNotMeanMoreStatements() {
    Page page = visit.page("leader", 1440, false);
    for (String path :
        List.of(OVERVIEW, ROADS, "/" + TOWN + "/figures", "/" + TOWN + "/ask?ask=收入")) {
      page.navigate(visit.site().url(path));
      long before = Statements.during(() -> page.navigate(visit.site().url(path)));
      for (int n = 0; n < 5; n++) {
        open("第" + path.length() + "号新路" + n);
      }
      page.navigate(visit.site().url(path));
      long after = Statements.during(() -> page.navigate(visit.site().url(path)));
      assertThat(after).as(path).isEqualTo(before).isLessThan(110);
    }
  }

  private static void open(String name) {
    visit
        .site()
        .get(Entries.class)
        .append(
            TOWN,
            "cunwenshu",
            Submission.open(
                "works.road",
                "37082611020D",
                null,
                Map.of(
                    "name",
                    Value.of(name),
                    "km",
                    Value.of("0"),
                    "done_on",
                    Value.of("2023-02-01"))));
  }

  @Test
  void fitsWideAndNarrowScreensAndBreaksNoPolicy() {
    for (int width : new int[] {390, 1366, 1440}) {
      Page page = visit.page("leader", width, true);
      for (String path :
          List.of(
              OVERVIEW,
              ROADS + "?period=2023",
              "/" + TOWN + "/figures",
              "/" + TOWN + "/ask?ask=四好农村路",
              "/" + TOWN + "/ask?ask=收入")) {
        page.navigate(visit.site().url(path));
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
            .as("%s at %d", path, width)
            .isEqualTo(width);
        assertThat((List<?>) page.evaluate("window.broken")).as(path).isEmpty();
      }
    }
  }
}

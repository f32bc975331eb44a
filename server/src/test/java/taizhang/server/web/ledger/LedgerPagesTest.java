package taizhang.server.web.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.server.access.TraceQuery;
import taizhang.server.access.Traces;
import taizhang.server.ledger.Entries;
import taizhang.server.town.Towns;
import taizhang.server.web.Statements;
import taizhang.server.web.Visit;

/** The pages of ledgers, as people click through them. */
class LedgerPagesTest {

  private static final String TOWN = "liuzhuang";
  private static final String LEDGERS = "/" + TOWN + "/ledgers";
  private static final String ROADS = LEDGERS + "/works.road";

  @RegisterExtension static final Visit visit = new Visit();

  @Test
  void findsALedgerByTyping() {
    Page page = visit.open("office", LEDGERS);
    assertThat(page.textContent("#shelf")).contains("农村公路", "规划建设办公室", "26", "行政区划");
    page.fill("#find", "公路");
    page.locator("#shelf >> text=行政区划")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    page.click("text=农村公路");
    page.waitForURL("**" + ROADS);
    assertThat(page.textContent("h1")).contains("农村公路");
  }

  @Test
  void filtersSortsAndTakesFiltersOff() {
    Page page = visit.open("office", ROADS);
    assertThat(page.textContent("tfoot")).contains("合计 26 条");
    page.click(".filter-menu summary");
    page.check("input[name='f.builder'][value='own']");
    page.fill("input[name='f.km.from']", "2");
    page.click("text=应用筛选");
    assertThat(page.textContent(".chips")).contains("施工方式：自建", "里程 ≥ 2公里");
    assertThat(page.locator("tbody tr").count()).isEqualTo(6);
    page.click("thead >> text=里程");
    assertThat(page.textContent("tbody tr:first-child")).contains("示范26号路");
    assertThat(page.getAttribute("th[aria-sort]", "aria-sort")).isEqualTo("descending");
    page.click(".chip >> text=施工方式");
    assertThat(page.url()).doesNotContain("builder").contains("sort=-km");
  }

  @Test
  void masksWhatIsPersonalAndLetsAVillageSeeItsOwnRoadsOnly() {
    Page page = visit.open("village", ROADS);
    assertThat(page.textContent("tbody")).contains("示范1村", "••••••").doesNotContain("张三", "示范2村");
    assertThat(page.textContent("tfoot")).contains("合计 1 条");
    page.navigate(visit.site().url(ROADS + "?q=" + "张三"));
    assertThat(page.textContent(".empty")).contains("没有符合");
  }

  @Test
  void aTotalIsADoorToItsFigure() {
    Page page = visit.open("office", ROADS + "?f.done_on.from=2023-01-01&f.done_on.to=2023-12-31");
    String sum = page.textContent("tfoot td a").strip();
    assertThat(page.getAttribute("tfoot td a", "title")).contains("四好农村路");
    page.click("tfoot td a");
    page.waitForURL("**/figures/works.roads?**");
    assertThat(page.textContent(".figure")).contains(sum);
    page.navigate(visit.site().url(ROADS + "?f.builder=own"));
    assertThat(page.locator("tfoot td a").count()).isZero();
  }

  @Test
  void fetchesTheTotalsOfALargeLedgerByThemselves() {
    Page page = visit.open("office", ROADS + "/totals?f.builder=own");
    assertThat(page.textContent("body")).contains("合计 13 条");
  }

  @Test
  void refusesWhoMayNotReadBusiness() {
    Page page = visit.page("system", 1440, true);
    assertThat(page.navigate(visit.site().url(ROADS)).status()).isEqualTo(403);
    assertThat(page.navigate(visit.site().url(ROADS + "/totals")).status()).isEqualTo(403);
  }

  @Test
  void walksByKeyboardAndOpensARecord() {
    Page page = visit.open("office", ROADS);
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Space");
    assertThat(page.textContent(".selection")).contains("已选 1 条");
    page.keyboard().press("Enter");
    page.waitForURL("**/" + TOWN + "/records/*");
  }

  @Test
  void keepsAViewAndSharesIt() {
    Page page = visit.open("office", ROADS + "?f.builder=own&sort=-km");
    page.click("text=存为视图");
    page.fill("input[name=title]", "自建的路");
    page.check("input[name=shared]");
    page.click("text=保存");
    assertThat(page.textContent(".tabs a[aria-current]")).isEqualTo("自建的路");

    Page other = visit.open("village", ROADS);
    other.click(".tabs >> text=自建的路");
    assertThat(other.textContent(".chips")).contains("施工方式：自建");
    other.click("text=存为视图");
    assertThat(other.locator("input[name=shared]").count()).isZero();
  }

  @Test
  void exportsWhatIsShownAndWritesItDown() throws IOException {
    Page page = visit.open("village", ROADS);
    page.click("summary >> text=导出");
    Download download = page.waitForDownload(() -> page.click("text=CSV 文本"));
    String csv = Files.readString(Path.of(String.valueOf(download.path())));
    assertThat(csv.lines().count()).isEqualTo(3);
    assertThat(csv).contains("演示数据", "示范1村").doesNotContain("张三");
    var towns = visit.site().get(Towns.class);
    var traces =
        visit
            .site()
            .get(Traces.class)
            .list(towns.find(TOWN), TraceQuery.newest("village", "export", 1));
    assertThat(traces.getFirst().subject()).contains("works.road");
    assertThat(traces.getFirst().detail()).contains("1 条");
  }

  @Test
  void drawsBoardCalendarTimelineAndMap() {
    Page page = visit.open("office", ROADS + "?view=board");
    assertThat(page.textContent(".board")).contains("自建", "外包", "13 条");
    page.navigate(visit.site().url(ROADS + "?view=calendar&month=2023-05"));
    assertThat(page.textContent(".arranged")).contains("2023年5月");
    assertThat(page.locator(".calendar-item").count()).isEqualTo(2);
    page.navigate(visit.site().url(ROADS + "?view=map"));
    page.click(".tile >> text=示范2村");
    assertThat(page.textContent(".chips")).contains("区域：示范2村");
  }

  @Test
  void asksTheDatabaseNoMoreAsRowsGrow() {
    Page page = visit.open("office", ROADS);
    enter("支线", 1);
    long few = Statements.during(() -> page.navigate(visit.site().url(ROADS)));
    long shelf = Statements.during(() -> page.navigate(visit.site().url(LEDGERS)));
    enter("岔道", 20);
    try {
      assertThat(few).isPositive();
      assertThat(few).isLessThan(40);
      assertThat(Statements.during(() -> page.navigate(visit.site().url(ROADS)))).isEqualTo(few);
      assertThat(Statements.during(() -> page.navigate(visit.site().url(LEDGERS))))
          .isLessThanOrEqualTo(shelf);
    } finally {
      voidAll("支线");
      voidAll("岔道");
    }
  }

  private static void enter(String name, int number) {
    for (int i = 0; i < number; i++) {
      Map<String, Value> fields =
          Map.of("name", Value.of(name + i), "done_on", Value.of("2024-01-01"));
      Submission road = Submission.open("works.road", "37082611020B", null, fields);
      visit.site().get(Entries.class).append(TOWN, "cunwenshu", road);
    }
  }

  private static void voidAll(String name) {
    Page page = visit.open("office", ROADS + "?f.name=" + name);
    for (Object href :
        (List<?>)
            page.evaluate("[...document.querySelectorAll('tbody tr')].map(r => r.dataset.href)")) {
      String id = href.toString().replaceFirst(".*/", "");
      visit
          .site()
          .get(Entries.class)
          .append(TOWN, "cunwenshu", Submission.voided("works.road", Long.parseLong(id), "试验"));
    }
  }

  @Test
  void fitsWideAndNarrowScreensAndBreaksNoPolicy() {
    List<String> paths =
        List.of(
            LEDGERS,
            ROADS,
            ROADS + "?f.builder=own&sort=-km",
            ROADS + "?view=board",
            ROADS + "?view=calendar",
            ROADS + "?view=map",
            ROADS + "?void=1");
    for (int width : new int[] {390, 1366}) {
      Page page = visit.page("office", width, true);
      for (String path : paths) {
        page.navigate(visit.site().url(path));
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
            .as("%s at %d", path, width)
            .isEqualTo(width);
        assertThat((List<?>) page.evaluate("window.broken")).as(path).isEmpty();
      }
    }
  }

  @Test
  void showsRowsAsCardsOnAPhone() {
    Page page = visit.open("office", ROADS, 390);
    Object display = page.evaluate("getComputedStyle(document.querySelector('tbody tr')).display");
    Object label =
        page.evaluate(
            "getComputedStyle(document.querySelector('td[data-title=里程]'), '::before').content");
    assertThat(display).isEqualTo("block");
    assertThat(label.toString()).contains("里程").contains("公里");
  }
}

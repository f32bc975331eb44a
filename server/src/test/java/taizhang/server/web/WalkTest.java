package taizhang.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import taizhang.books.access.Clearance;
import taizhang.books.entry.Receipt;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.server.access.Tokens;
import taizhang.server.ledger.Author;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.SystemLedger;
import taizhang.server.report.OutlineReader;
import taizhang.server.report.Reports;
import taizhang.server.report.Versions;
import taizhang.server.review.Reviews;
import taizhang.server.town.Town;
import taizhang.server.town.Towns;

/**
 * One number on its way through the site, from the village that corrects it to the leader who asks
 * where it comes from; five people, each in a browser of their own. What each of them could click
 * is kept, and refused to the fifth.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WalkTest {

  private static final String TOWN = "/liuzhuang";
  private static final String VILLAGE = "37082611020B";
  private static final String NEXT_TOWN = "beicai";
  private static final String NEXT_ROOT = "310115101000";

  private static final String LINKS =
      """
      [...document.querySelectorAll('a')].map(a => a.getAttribute('href'))
        .filter(href => href && href.startsWith('/liuzhuang'))
      """;

  /** Everything of the town that the four of them could open. */
  private static final Set<String> addresses = new LinkedHashSet<>();

  @RegisterExtension static final Visit visit = new Visit();

  private static Site site;
  private static long channel;

  @BeforeAll
  static void open() {
    site = visit.site();
    WaterPack.adopt(site);
    channel = channel();
    cite();
    nextTown();
  }

  @Test
  @Order(1)
  void aClerkCorrectsAnEntryOnThePhoneAndSeesFirstWhatMoves() {
    Page page = visit.page("village", 390, true);
    page.navigate(site.url("/"));
    page.click(".shortcuts a:has-text('渠道')");
    page.click("tbody tr:has-text('东干渠') a");
    page.click("a:text-is('原来填错了')");
    page.fill("[name='f.km']", "1.5");
    page.waitForSelector("#preview .moved-by");
    assertThat(page.textContent("#preview")).contains("渠道里程", "−0.5公里", "示范1村", "待审");
    shot(page, "walk-1-clerk-preview");
    page.fill("[name='reason']", "竣工图复核，长度多量了");
    page.click("button:text('登记更正')");
    page.waitForURL("**/records/" + channel + "?done=*");
    assertThat(page.textContent(".notice.good")).contains("已登记", "−0.5公里");
    page.setInputFiles(
        "#file",
        new FilePayload("竣工图说明.txt", "text/plain", "东干渠 1.5 公里".getBytes(StandardCharsets.UTF_8)));
    page.click("text=添加附件");
    page.waitForSelector("#files a:has-text('竣工图说明.txt')");
    leave(page);
  }

  @Test
  @Order(2)
  void theDepartmentFindsItOnItsDeskLooksAtItAndPassesIt() {
    assertThat(figure()).as("until it is reviewed").contains("2公里");
    Page page = visit.page("department", 1366, true);
    page.navigate(site.url("/"));
    Locator list = page.locator(".desk-list:has-text('待我审核')");
    assertThat(list.textContent()).contains("东干渠");
    list.locator("a:has-text('全部')").click();
    Locator row = page.locator("tr:has(a[href$='/records/" + channel + "'])");
    assertThat(row.textContent()).contains("东干渠", "更正", "竣工图复核，长度多量了");
    assertThat(row.textContent()).as("what it says now and said before").contains("2公里", "1.5公里");
    shot(page, "walk-2-department-review");
    row.locator("input[name=seen][type=checkbox]").check();
    page.click("text=审核通过所选");
    page.waitForSelector("text=已审核 1 条");
    leave(page);
    assertThat(figure()).contains("1.5公里");
  }

  @Test
  @Order(3)
  void theWriterSeesWhatChangedSinceTheVersionAndTakesTheOneNumberOver() {
    Page page = visit.page("office", 1440, true);
    page.navigate(site.url("/"));
    page.click(".report-link");
    page.click(".tabs a:has-text('版本')");
    page.click("#panel a:has-text('第2稿')");
    Locator differences = page.locator(".differences li");
    assertThat(differences.count()).isEqualTo(1);
    assertThat(differences.textContent()).contains("渠道里程", "2公里", "1.5公里", "登记");
    assertThat(page.textContent(".paper")).contains("完成渠道2公里");
    shot(page, "walk-3-writer-differences");
    differences.locator("text=更新这个数").click();
    page.waitForSelector("#panel >> text=没有变化");
    assertThat(page.textContent(".paper")).contains("完成渠道1.5公里");
    leave(page);
  }

  @Test
  @Order(4)
  void theLeaderIsThreeClicksFromTheFigureToTheEntry() {
    Page page = visit.page("leader", 1440, true);
    page.navigate(site.url(TOWN + "/overview?period=2023"));
    page.click("main a:has-text('1.5公里')");
    page.click(".source-list li:first-child a");
    page.waitForURL("**/records/" + channel);
    Locator step = page.locator(".thread .step:has-text('更正')");
    assertThat(step.textContent()).contains("竣工图复核，长度多量了", "2公里", "1.5公里", "村居");
    assertThat(page.textContent(".thread")).contains("审核", "站所");
    leave(page);

    page.navigate(site.url(TOWN + "/reports/2023?version=2"));
    page.click(".cite:has-text('1.5公里')");
    page.waitForSelector("#panel .figure");
    shot(page, "walk-4-leader-lineage");
    page.click("#panel .source-list li:first-child a");
    page.waitForURL("**/records/" + channel);
    Download download = page.waitForDownload(() -> page.click("#files a:has-text('竣工图说明.txt')"));
    assertThat(text(download)).isEqualTo("东干渠 1.5 公里");
    leave(page);
  }

  @Test
  @Order(5)
  void aReaderOfTheNextTownIsRefusedEverywhere() {
    Page page = visit.page("neighbour", 1440, true);
    page.navigate(site.url("/"));
    assertThat(page.url()).endsWith("/" + NEXT_TOWN);
    assertThat(page.textContent("body")).doesNotContain("留庄镇");
    addresses.addAll(
        List.of(
            TOWN + "/figures/water.channels/series.csv?period=2023",
            TOWN + "/records/" + channel + "/related",
            TOWN + "/ask?ask=渠道里程",
            TOWN + "/ask/suggest?ask=渠道"));
    assertThat(addresses)
        .anyMatch(address -> address.contains("/files/"))
        .anyMatch(address -> address.endsWith(".docx"))
        .hasSizeGreaterThan(60);
    Page office = visit.page("office", 1440, true);
    Map<String, Integer> admitted = new TreeMap<>();
    for (String address : addresses) {
      APIResponse answer = page.request().get(site.url(address));
      boolean nowhere =
          answer.status() == 404 && office.request().get(site.url(address)).status() == 404;
      if (answer.text().contains("渠") || answer.status() != 403 && !nowhere) {
        admitted.put(address, answer.status());
      }
    }
    assertThat(admitted).isEmpty();
    nothingIsEnteredOrTakenAway(page);
    theApiRefusesToo(page);
    page.navigate(site.url(TOWN + "/records/" + channel));
    assertThat(page.textContent("main")).contains("无权查看").doesNotContain("东干渠");
    shot(page, "walk-5-neighbour-refused");
  }

  private static void nothingIsEnteredOrTakenAway(Page page) {
    Object token = page.evaluate("document.querySelector('meta[name=csrf]').content");
    String channels = TOWN + "/ledgers/water.channel";
    for (String address :
        List.of(
            channels + "/export",
            channels + "/new",
            TOWN + "/records/" + channel + "/enter",
            TOWN + "/records/" + channel + "/files",
            TOWN + "/records/" + channel + "/reveal",
            TOWN + "/review/approve",
            TOWN + "/reports/2023/versions")) {
      RequestOptions form =
          RequestOptions.create().setForm(FormData.create().set("_csrf", token.toString()));
      APIResponse answer = page.request().post(site.url(address), form);
      assertThat(answer.status()).as(address).isEqualTo(403);
      assertThat(answer.text()).as(address).contains("查阅留庄镇的账");
    }
  }

  private static void theApiRefusesToo(Page page) {
    Town town = site.get(Towns.class).find(NEXT_TOWN);
    String token =
        site.get(Tokens.class)
            .issue(
                town,
                site.get(Rules.class).of(town).operator(NEXT_TOWN),
                "neighbour",
                "试验",
                false,
                Duration.ofDays(1));
    RequestOptions asMachine =
        RequestOptions.create().setHeader("Authorization", "Bearer " + token);
    String api = "/api/v1" + TOWN;
    for (String address :
        List.of(
            api + "/areas",
            api + "/ledgers",
            api + "/ledgers/water.channel/records",
            api + "/records/" + channel,
            api + "/records/" + channel + "/attachments",
            api + "/figures?indicator=water.channels&period=2023",
            api + "/figures/water.channels/lineage?period=2023",
            api + "/reports",
            api + "/reports/2023")) {
      APIResponse answer = page.request().get(site.url(address), asMachine);
      assertThat(answer.status()).as(address).isEqualTo(403);
      assertThat(answer.headers().get("content-type")).as(address).contains("problem+json");
    }
  }

  /** Leaves a page for good: it broke no policy, and what it led to is kept. */
  private static void leave(Page page) {
    assertThat((List<?>) page.evaluate("window.broken")).as(page.url()).isEmpty();
    for (String path : List.of("", "/overview", "/ledgers", "/reports", page.url())) {
      page.navigate(path.startsWith("http") ? path : site.url(TOWN + path));
      ((List<?>) page.evaluate(LINKS)).forEach(link -> addresses.add(link.toString()));
    }
  }

  private static String figure() {
    Page page = visit.page("office", 1440, true);
    page.navigate(site.url(TOWN + "/figures/water.channels?period=2023"));
    String words = page.textContent(".figure-words");
    page.context().close();
    return words;
  }

  private static String text(Download download) {
    try {
      return Files.readString(download.path());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void shot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target", "screens", name + ".png")));
  }

  /** A channel of two kilometres, entered by the village and reviewed long since. */
  private static long channel() {
    Submission opening =
        Submission.open(
            "water.channel",
            VILLAGE,
            LocalDate.of(2023, 6, 1),
            Map.of("name", Value.of("东干渠"), "km", Value.of("2")));
    Receipt opened = site.get(Entries.class).append(SampleTown.TOWN, "cunwenshu", opening);
    Clearance department =
        site.get(Rules.class).clearance(site.get(Towns.class).find(SampleTown.TOWN), "department");
    site.get(Reviews.class)
        .approve(
            department, List.of(new Reviews.Seen(opened.record(), opened.seq(), "water.channel")));
    return opened.record();
  }

  /** A version of the report that prints its length. */
  private static void cite() {
    Reports reports = site.get(Reports.class);
    String outline = reports.outline(SampleTown.TOWN, 2023).text();
    Author writer = Author.operator("xiezuo");
    reports.save(
        OutlineReader.read(
            "report.yaml", outline.replace("建成“四好农村路”", "完成渠道{{water.channels}}，建成“四好农村路”")),
        writer);
    site.get(Versions.class).circulate(SampleTown.TOWN, 2023, writer);
  }

  private static void nextTown() {
    site.get(Towns.class).register(NEXT_TOWN, "北蔡镇");
    SampleTown.adopt(site.get(Entries.class), NEXT_TOWN, NEXT_ROOT, "system");
    Entries entries = site.get(Entries.class);
    Map<String, Value> area =
        Map.of(
            "code", Value.of(NEXT_ROOT),
            "name", Value.of("北蔡镇"),
            "level", Value.of("town"),
            "valid_from", Value.of("2000-01-01"));
    entries.append(NEXT_TOWN, "test", Submission.open(SystemLedger.AREA, NEXT_ROOT, null, area));
    Map<String, Value> reader =
        Map.of(
            "login", Value.of("neighbour"),
            "name", Value.of("邻镇读者"),
            "role", Value.of("reader"),
            "area", Value.of(NEXT_ROOT));
    entries.append(NEXT_TOWN, "test", Submission.open(SystemLedger.STAFF, NEXT_ROOT, null, reader));
  }
}

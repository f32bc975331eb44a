package taizhang.server.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.SystemLedger;
import taizhang.server.web.Site;
import taizhang.server.web.Statements;
import taizhang.server.web.Visit;

/** The first page of a day, for each who opens it. */
class DeskPagesTest {

  private static final String TOWN = "liuzhuang";
  private static final String ROOT = "370826110000";
  private static final String VILLAGE = "37082611020B";
  private static final String OTHER = "37082611020C";
  private static final String PACK =
      """
      pack: relief
      title: 社会救助
      owner: 社会事务办公室
      ledgers:
        aid:
          title: 临时救助
          lives_at: village
          review: department
          fields:
            family: {title: 户, type: text, required: true}
      """;

  @RegisterExtension static final Visit visit = new Visit();

  private static Site site;

  @BeforeAll
  static void open() {
    site = visit.site();
    append(
        "system",
        Submission.open(
            SystemLedger.ADOPTION,
            ROOT,
            null,
            Map.of("pack", Value.of("relief"), "version", Value.of(1), "yaml", Value.of(PACK))));
  }

  private static long append(String by, Submission submission) {
    return site.get(Entries.class).append(TOWN, by, submission).record();
  }

  private static long aid(String by, String area, String family) {
    return append(
        by, Submission.open("relief.aid", area, null, Map.of("family", Value.of(family))));
  }

  private static Page desk(String login, int width) {
    Page page = visit.page(login, width, true);
    page.navigate(site.url("/" + TOWN));
    return page;
  }

  private static String list(Page page, String title) {
    return page.textContent(".desk-list:has-text('" + title + "')");
  }

  private static int waiting(String login) {
    return Integer.parseInt(
        desk(login, 1440).textContent(".desk-tile:has-text('待我审核') .desk-count"));
  }

  @Test
  void whatAVillageEntersWaitsForReviewUntilItIsReviewed() {
    int before = waiting("office");
    long record = aid("village", VILLAGE, "甲户");
    assertThat(waiting("office")).isEqualTo(before + 1);
    append("department", Submission.review("relief.aid", record));
    assertThat(waiting("office")).isEqualTo(before);
  }

  @Test
  void whatWaitsIsOpenedFromTheDesk() {
    aid("village", VILLAGE, "戊户");
    Page page = desk("department", 1440);
    assertThat(list(page, "待我审核")).contains("戊户", "临时救助", "示范1村");
    page.click(".desk-list:has-text('待我审核') .desk-rows a >> nth=0");
    page.waitForURL("**/records/*");
  }

  @Test
  void nobodyReviewsTheirOwn() {
    int office = waiting("office");
    int department = waiting("department");
    aid("office", VILLAGE, "乙户");
    assertThat(waiting("office")).isEqualTo(office);
    assertThat(waiting("department")).isEqualTo(department + 1);
  }

  @Test
  void tellsWhatOthersEnteredWhereOneMayReadIt() {
    aid("department", VILLAGE, "丙户");
    aid("department", OTHER, "丁户");
    Page page = desk("village", 1440);
    assertThat(page.textContent(".my-desk")).contains("昨天以来的变化", "丙户", "站所办").doesNotContain("丁户");
    assertThat(desk("leader", 1440).textContent(".my-desk")).contains("丁户");
  }

  @Test
  void leadsToTheLedgersOneEntersInto() {
    Page page = desk("village", 1440);
    assertThat(page.getAttribute(".shortcuts a[aria-label='登记：农村公路']", "href"))
        .isEqualTo("/" + TOWN + "/ledgers/works.road/new");
    assertThat(desk("leader", 1440).locator(".shortcuts").count()).isZero();
  }

  @Test
  void whoKeepsTheSystemSeesWaysOnAndNoBusiness() {
    for (String login : List.of("system", "security", "auditor")) {
      String desk = desk(login, 1440).textContent("main");
      assertThat(desk).as(login).contains("不查阅业务数据").doesNotContain("农村公路", "临时救助", "昨天以来");
    }
    assertThat(desk("auditor", 1440).getAttribute(".grid-cards a", "href"))
        .isEqualTo("/" + TOWN + "/audit");
  }

  @Test
  void whatIsEmptyTeachesWhatWillStandThere() {
    assertThat(desk("village", 1440).textContent(".desk-tile:has-text('退回给我')"))
        .contains("审核时退回的登记会排在这里");
  }

  @Test
  void moreRecordsDoNotMeanMoreStatements() {
    Page page = desk("office", 1440);
    aid("village", VILLAGE, "头户");
    long before = Statements.during(() -> page.navigate(site.url("/" + TOWN)));
    for (int n = 0; n < 20; n++) {
      aid("village", VILLAGE, "第" + n + "户");
    }
    long after = Statements.during(() -> page.navigate(site.url("/" + TOWN)));
    assertThat(after).isEqualTo(before).isLessThan(60);
  }

  @Test
  void fitsWideAndNarrowScreensAndBreaksNoPolicy() {
    for (int width : new int[] {390, 1366, 1440}) {
      for (String login : List.of("office", "village", "leader", "system")) {
        Page page = desk(login, width);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
            .as("%s at %d", login, width)
            .isEqualTo(width);
        assertThat((List<?>) page.evaluate("window.broken")).as(login).isEmpty();
      }
    }
  }
}

package taizhang.server.web.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.server.ledger.Entries;
import taizhang.server.review.Reviews;
import taizhang.server.web.Statements;

/** What is reviewed, sent back and locked. */
class ReviewingTest {

  private static Channels town;

  @BeforeAll
  static void open() {
    town = new Channels();
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @Test
  void aDepartmentReviewsWhatAVillageEnteredAndNothingOfItsOwn() {
    long first = town.channel("village");
    long second = town.channel("village");
    long own = town.channel("department");
    try (Channels.Window window = town.window("department")) {
      Page page = window.go("/review");
      assertThat(page.locator("input[name='seen'][value^='" + own + ".']").count()).isZero();
      assertThat(page.textContent("main")).contains("您登记的，由他人审核");
      page.check("input[name='seen'][value^='" + first + ".'][type='checkbox']");
      page.click("text=审核通过所选");
      page.waitForSelector("text=已审核 1 条");
      String row = "tr:has(a[href$='/records/" + second + "'])";
      page.click(row + " summary");
      page.fill(row + " input[name='reason']", "长度与图纸不符");
      page.click(row + " button");
      page.waitForSelector("text=已退回");
    }
    assertThat(town.view(first).pending()).isFalse();
    assertThat(town.view(second).pending()).isTrue();
    assertThat(town.site.get(Reviews.class).returned(town.who("village"), 50))
        .anyMatch(w -> w.record() == second && w.reason().equals("长度与图纸不符"));
    assertThat(town.site.get(Reviews.class).waiting(town.who("department"), 200))
        .noneMatch(w -> w.record() == second);
    try (Channels.Window window = town.window("village")) {
      assertThat(window.go("/records/" + second).textContent(".tags")).contains("已退回");
      assertThat(window.go("/review").textContent("main")).contains("不能审核");
    }
  }

  @Test
  void moreRowsDoNotMeanMoreStatements() {
    try (Channels.Window window = town.window("department")) {
      long record = town.channel("village");
      long reviewing = statements(window, "/review");
      long looking = statements(window, "/records/" + record);
      for (int n = 0; n < 12; n++) {
        town.channel("village");
        town.enter(
            "village",
            Submission.correct("water.channel", record, Map.of("km", Value.of("3." + n)), "再量一次"));
      }
      assertThat(statements(window, "/review")).isEqualTo(reviewing);
      assertThat(statements(window, "/records/" + record)).isEqualTo(looking).isLessThan(40);
    }
  }

  /** Of a page that was opened before, with the parts that it asks for by itself. */
  private static long statements(Channels.Window window, String path) {
    window.go(path).waitForLoadState(LoadState.NETWORKIDLE);
    return Statements.during(() -> window.go(path).waitForLoadState(LoadState.NETWORKIDLE));
  }

  @Test
  void aMonthIsLockedAfterSayingWhatStillWaitsAndWhatComesLateIsListed() {
    try (Channels.Window window = town.window("office")) {
      Page page = window.go("/closing?pack=works&month=2023-06");
      assertThat(page.textContent(".notice")).contains("锁定“工程建设”至2023年6月30日");
      page.click("text=确认锁定");
      page.waitForURL("**/closing");
      assertThat(window.go("/closing?year=2023").textContent(".months")).contains("● 锁");
    }
    town.site
        .get(Entries.class)
        .append(
            town.who("village"),
            Submission.open(
                "works.road",
                Channels.VILLAGE,
                null,
                Map.of(
                    "name", Value.of("晚报路"),
                    "km", Value.of("1.2"),
                    "done_on", Value.of("2023-03-01"))));
    try (Channels.Window window = town.window("office")) {
      Page page = window.go("/closing?year=2023");
      assertThat(page.textContent("main")).contains("含补报 1 笔", "+1.2公里", "补报 1");
      page.click("text=重新开放 >> nth=1");
      page.fill("input[name='reason']", "审计要求");
      page.click("button:text-is('重新开放')");
      page.waitForURL("**/closing");
      assertThat(window.go("/closing?year=2023").textContent(".months")).doesNotContain("● 锁");
    }
    try (Channels.Window window = town.window("village")) {
      assertThat(window.go("/closing").textContent("main")).contains("不能锁定数据");
    }
  }
}

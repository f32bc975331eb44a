package taizhang.server.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import taizhang.books.access.Clearance;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.Rules;
import taizhang.server.report.Pinned;
import taizhang.server.report.Reports;
import taizhang.server.report.Versions;
import taizhang.server.town.Towns;
import taizhang.server.web.SampleTown;
import taizhang.server.web.Visit;

/** The way of a version to the public, who sees what on the way, and next year's beginning. */
class PublicReportTest {

  private static final String REPORT = "/liuzhuang/reports/2023";

  @RegisterExtension static final Visit visit = new Visit();

  @Test
  void isSettledOnlyWithAReasonWhileNumbersAreMissingAndReadByAllOnceItIsPublic() {
    for (String login : new String[] {"reader", "village"}) {
      Page page = visit.page(login, 1440, true);
      assertThat(status(page, REPORT)).isEqualTo(403);
      assertThat(status(page, REPORT + "?version=1")).isEqualTo(403);
      assertThat(status(page, REPORT + ".docx")).isEqualTo(403);
      page.navigate(visit.site().url("/liuzhuang/reports"));
      assertThat(page.textContent("main")).contains("还没有公开的政府工作报告");
    }
    Page office = visit.open("office", REPORT + "?version=1");
    office.click(".moves button:has-text('征求意见')");
    office.waitForSelector(".crumbs:has-text('征求意见')");
    office.click(".moves button:has-text('定稿')");
    assertThat(office.textContent(".trouble")).contains("没有数据的引用");

    Page leader = visit.open("leader", REPORT + "?version=1");
    assertThat(leader.locator(".moves button:has-text('提请审议')").count()).isZero();
    leader.fill(".moves input[name=waived]", "造林数据待统计部门核定");
    leader.click(".moves button:has-text('定稿')");
    leader.waitForSelector(".crumbs:has-text('定稿')");

    office.navigate(visit.site().url(REPORT + "?version=1"));
    office.click(".moves button:has-text('公开')");
    office.waitForSelector(".crumbs:has-text('公开')");

    Page village = visit.open("village", REPORT, 390);
    assertThat(village.textContent(".paper")).contains("48.1公里").doesNotContain("48.4公里");
    assertThat(village.locator(".p-marks, .p-edit").count()).isZero();
    village.click(".cite[data-n='3']");
    village.waitForSelector("#panel .figure");
    assertThat(village.textContent("#panel")).contains("不在您的岗位范围内", "交工验收里程");
    assertThat(status(village, REPORT + "?paragraph=o1")).isEqualTo(403);
    assertThat(status(village, REPORT + "/compare?from=1&to=0")).isEqualTo(403);
    assertThat(status(village, REPORT + "/next")).isEqualTo(403);
  }

  @Test
  void noOtherPageOrMachineShowsADraftOrGoesPastItsGuard() {
    long draft = visit.site().get(Reports.class).list(SampleTown.TOWN).getFirst().record();
    Pinned version = visit.site().get(Versions.class).find(SampleTown.TOWN, 2023, 1);
    for (String login : new String[] {"reader", "village"}) {
      Page page = visit.page(login, 1440, true);
      assertThat(status(page, "/liuzhuang/ledgers/report.document")).isEqualTo(403);
      assertThat(status(page, "/liuzhuang/records/" + draft)).isEqualTo(404);
      assertThat(status(page, "/liuzhuang/records/" + version.record())).isEqualTo(404);
      page.navigate(visit.site().url("/liuzhuang/ledgers"));
      assertThat(page.textContent("main")).doesNotContain("报告文稿");
    }
    Page office = visit.open("office", "/liuzhuang/records/" + version.record());
    assertThat(office.locator(".page-head .button").allTextContents()).containsExactly("打印");
    Clearance writer =
        visit
            .site()
            .get(Rules.class)
            .clearance(visit.site().get(Towns.class).find(SampleTown.TOWN), "office");
    Submission settled =
        new Submission(
            "report.version",
            EntryKind.MOVE,
            version.record(),
            null,
            null,
            null,
            LocalDate.of(2024, 1, 5),
            Map.of("missing", Value.of(0), "errors", Value.of(0)),
            "settled",
            null,
            null);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> visit.site().get(Entries.class).append(writer, settled))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.NOT_ALLOWED));
  }

  @Test
  void nextYearsReportBeginsWithThisOneAYearOn() {
    Page office = visit.open("office", "/liuzhuang/reports");
    office.click("text=起草2024年报告");
    office.click("text=开始起草");
    office.waitForURL("**/reports/2024");
    assertThat(office.textContent(".paper")).contains("留庄镇2024年政府工作报告", "2025年1月");
    assertThat(visit.site().get(Reports.class).outline(SampleTown.TOWN, 2024).citations())
        .hasSameSizeAs(visit.site().get(Reports.class).outline(SampleTown.TOWN, 2023).citations());
    office.click("#p-1-1 .p-mark");
    office.waitForSelector("#panel .passage");
    office.click("text=上年同一部分");
    assertThat(office.textContent(".last-year")).contains("2023年", "主要指标平稳运行");
  }

  private static int status(Page page, String path) {
    return page.request().get(visit.site().url(path)).status();
  }
}

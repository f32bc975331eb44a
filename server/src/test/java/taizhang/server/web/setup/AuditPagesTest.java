package taizhang.server.web.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import taizhang.server.web.Visit;

/** Who saw, changed and took away what: found by person, kind and days, and taken away itself. */
class AuditPagesTest {

  private static final String AUDIT = "/liuzhuang/audit";

  @RegisterExtension static final Visit visit = new Visit();

  @Test
  void theTrailIsNarrowedByPersonKindAndDays() {
    visit.open("village", "/liuzhuang");
    visit.open("leader", "/liuzhuang");
    Page page = visit.open("auditor", AUDIT);
    page.fill("input[name=login]", "village");
    page.selectOption("select[name=act]", "sign-in");
    page.click("button:text-is('筛选')");
    page.waitForURL("**act=sign-in*");
    assertThat(page.locator("tbody").count()).isLessThanOrEqualTo(1);
    assertThat(page.textContent("main")).doesNotContain("镇领导 leader");
    page.fill("input[name=login]", "");
    page.fill("input[name=to]", "2001-01-01");
    page.click("button:text-is('筛选')");
    page.waitForURL("**to=2001-01-01*");
    assertThat(page.textContent(".empty")).contains("没有符合条件的记载");
    page.click("text=看全部记载");
    assertThat(page.getAttribute("input[name=to]", "value")).isEmpty();
  }

  @Test
  void whatWasEnteredIsNarrowedByItsKind() {
    Page page = visit.open("auditor", AUDIT + "?tab=entered&act=open");
    assertThat(page.locator("tbody tr").count()).isPositive();
    assertThat(page.locator("tbody .tag:not(:text-is('登记'))").count()).isZero();
  }

  @Test
  void takingTheTrailAwayStandsInTheTrail() throws IOException {
    Page page = visit.open("auditor", AUDIT + "?tab=entered");
    Download file = page.waitForDownload(() -> page.click("text=导出 CSV"));
    assertThat(file.suggestedFilename()).isEqualTo("留庄镇审计记载.csv");
    assertThat(Files.readString(file.path())).contains("时间,姓名,登录名,事项", "登记");
    page.navigate(visit.site().url(AUDIT + "?act=export"));
    assertThat(page.textContent("tbody tr >> nth=0")).contains("导出", "审计记载", "条");
    assertThat(visit.open("security", AUDIT).textContent("main")).contains("不能查看审计");
  }
}

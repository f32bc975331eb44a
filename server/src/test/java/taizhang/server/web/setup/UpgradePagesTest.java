package taizhang.server.web.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taizhang.books.pack.Pack;
import taizhang.server.ledger.Rules;
import taizhang.server.town.Towns;
import taizhang.server.web.Chromium;
import taizhang.server.web.Site;

/**
 * The system administrator looks at what a new version of a pack would change and adopts it; the
 * office finds the records that no longer fit and mends one.
 */
class UpgradePagesTest {

  private static final String TOWN = "/liuzhuang";

  @TempDir static Path packs;
  private static Site site;
  private static Chromium chromium;

  @BeforeAll
  static void open() {
    System.setProperty("taizhang.packs", packs.toString());
    site = Site.open();
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
    site.close();
    System.clearProperty("taizhang.packs");
  }

  private static String works() {
    Pack pack =
        site.get(Rules.class).of(site.get(Towns.class).find("liuzhuang")).packs().pack("works");
    return Objects.requireNonNull(pack).source();
  }

  private static void offer(String yaml) throws IOException {
    Files.writeString(Files.createDirectories(packs.resolve("works")).resolve("pack.yaml"), yaml);
  }

  private static Page page(String login, String path) {
    Page page = chromium.page(site, login, 1440, true);
    page.navigate(site.url(TOWN + path));
    return page;
  }

  @Test
  void aNewVersionIsLookedAtAdoptedAndWhatItLeavesOutOfFitIsMended() throws IOException {
    String first = works();
    offer(first.replace("own: 自建, ", ""));
    Page page = page("system", "/upgrade");
    assertThat(page.textContent("[role=alert]"))
        .contains("工程建设", "农村公路", "施工方式", "自建", "13 条记录", "until");
    assertThat(page.locator("button:has-text('启用这')").count()).isZero();

    offer(
        first
            .replace("      km: {title: 里程, type: quantity, unit: 公里, min: 0}", KM)
            .replace("amount: km, on: done_on", "amount: km * 1, on: done_on")
            .replaceAll("(?m)^.*foreman: .*\\n", "")
            .replace("own: 自建", "own: {title: 自建, until: 2023-06-30}"));
    page.navigate(site.url(TOWN + "/upgrade"));
    assertThat(page.textContent("main"))
        .contains("停用代码", "2023-06-30", "停用字段", "农村公路 · 负责人", "26 条记录", "推算方法改变")
        .contains("26 条须在下次登记时补正");
    page.click("button:has-text('启用这 1 个模块')");
    assertThat(page.textContent(".notice.good")).contains("已启用 1 个业务模块");
    assertThat(page.textContent("main")).contains("都已是最新");
    page.click("button:text-is('补算')");
    page.waitForURL("**/upgrade?filled=**");
    assertThat(page.textContent(".notice.good")).contains("26 条按现行定义还不合格");

    page.navigate(site.url(TOWN + "/misfits"));
    assertThat(page.textContent("main")).contains("须补正 26 条", "由负责的站所办、村居查看");
    Page office = page("office", "/misfits");
    office.locator("tbody a").first().click();
    assertThat(office.textContent("main")).contains("负责人（已停用的字段）");
    assertThat(office.textContent("main")).doesNotContain("sm4:");
    office.click("a:text-is('原来填错了')");
    office.fill("[name='f.lanes']", "2");
    office.fill("[name=reason]", "补填车道数");
    office.locator("form button.primary").first().click();
    office.waitForURL("**/records/**");
    office.navigate(site.url(TOWN + "/misfits"));
    assertThat(office.textContent("main")).contains("须补正 25 条");
    assertThat((List<?>) office.evaluate("window.broken")).isEmpty();
  }

  private static final String KM =
      """
      km: {title: 里程, type: quantity, unit: 公里, min: 0}
      lanes: {title: 车道数, type: integer, required: true, unit: 条}
      lane_km: {title: 车道里程, type: decimal, formula: "km * 2"}\
      """
          .replaceAll("(?m)^ *", "      ");

  @Test
  void whoMayNotAdoptIsToldWhoMay() {
    Page page = page("office", "/upgrade");
    assertThat(page.textContent("main")).contains("启用业务模块");
    assertThat(page.locator("form[action$='/upgrade']").count()).isZero();
  }
}

package taizhang.server.web.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import taizhang.books.area.Area;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.Records;
import taizhang.server.ledger.Rules;
import taizhang.server.town.Towns;
import taizhang.server.web.Visit;

/** People, areas and tokens, as the administrators set them up by clicking. */
class SetupPagesTest {

  private static final String TOWN = "liuzhuang";
  private static final String PARENT = "370826110000";

  @RegisterExtension static final Visit visit = new Visit();

  private static Area area(String code) {
    var tree = visit.site().get(Rules.class).of(visit.site().get(Towns.class).find(TOWN)).areas();
    return Objects.requireNonNull(tree.find(code), code);
  }

  private static void unbroken(Page page) {
    assertThat((List<?>) page.evaluate("window.broken")).isEmpty();
  }

  private static void openArea(Page page, String name, String code) {
    page.navigate(visit.site().url("/" + TOWN + "/areas"));
    page.click("summary:has-text('新设区域')");
    page.fill("form[action$='/areas'] input[name=name]", name);
    page.fill("form[action$='/areas'] input[name=code]", code);
    page.selectOption("form[action$='/areas'] select[name=parent]", PARENT);
    page.fill("form[action$='/areas'] input[name=from]", "2024-01-01");
    page.click("button:text-is('新设')");
  }

  @Test
  void somebodyNewGetsAPostThenAPasswordThatIsShownOnceAndSignsInWithIt() {
    Page page = visit.open("security", "/" + TOWN + "/people");
    page.click("summary:has-text('安排岗位')");
    page.fill("input[name=name]", "吴海燕");
    page.fill("input[name=login]", "wuhaiyan");
    page.selectOption("select[name=role]", "reader");
    page.click("button:text-is('安排岗位')");
    assertThat(page.textContent(".notice.good")).contains("吴海燕 已任");
    page.click("button[aria-label='吴海燕：开通登录']");
    String told = page.textContent(".notice.good");
    String password = told.replaceAll("(?s).*一次性密码 (\\S+?)。.*", "$1");
    page.navigate(visit.site().url("/" + TOWN + "/people"));
    assertThat(page.content()).doesNotContain(password);
    unbroken(page);

    page.context().clearCookies();
    page.navigate(visit.site().url("/sign-in"));
    page.fill("input[name=login]", "wuhaiyan");
    page.fill("input[name=password]", password);
    page.keyboard().press("Enter");
    page.waitForURL("**/me**");
    assertThat(page.textContent("main")).contains("密码");
  }

  @Test
  void oneOfTheThreeAdministratorsIsNotAnother() {
    Page page = visit.open("security", "/" + TOWN + "/people");
    page.click("summary:has-text('安排岗位')");
    page.fill("input[name=name]", "系统管理员");
    page.fill("input[name=login]", "system");
    page.selectOption("select[name=role]", "auditor");
    page.click("button:text-is('安排岗位')");
    assertThat(page.textContent("[role=alert]")).contains("系统管理员", "审计管理员");
    page.fill("input[name=name]", "安全员");
    page.fill("input[name=login]", "security");
    page.click("button:text-is('安排岗位')");
    assertThat(page.textContent("main")).contains("不能给自己安排岗位");
    unbroken(page);
  }

  @Test
  void whoMayNotSetUpIsToldWhoMay() {
    Page page = visit.open("office", "/" + TOWN + "/people");
    assertThat(page.textContent("main")).contains("安全管理员");
    assertThat(page.locator("form[action$='/people']").count()).isZero();
    page.navigate(visit.site().url("/" + TOWN + "/tokens"));
    assertThat(page.locator("button:text-is('发放令牌')").count()).isZero();
  }

  @Test
  void anAreaIsOpenedRenamedAndMergedAfterSayingWhatMoves() {
    Page page = visit.open("system", "/" + TOWN + "/areas");
    openArea(page, "新立村", "370826110901");
    openArea(page, "和合村", "370826110902");
    assertThat(page.textContent(".notice.good")).contains("和合村 自 2024-01-01 起设立");
    openArea(page, "重码村", "370826110902");
    assertThat(page.textContent("[role=alert]")).contains("已用过");

    page.click("summary:has-text('更名')");
    page.selectOption("form[action$='/rename'] select[name=code]", "370826110901");
    page.fill("form[action$='/rename'] input[name=name]", "新里村");
    page.fill("form[action$='/rename'] input[name=from]", "2024-03-01");
    page.click("form[action$='/rename'] button");
    assertThat(page.textContent("[role=alert]")).contains("自 2024-03-01 起，新立村 更名为 新里村");
    page.click("text=确认更名");
    assertThat(page.textContent(".notice.good")).contains("更名为 新里村");

    long road =
        visit
            .site()
            .get(Entries.class)
            .append(
                TOWN,
                "cunwenshu",
                Submission.open(
                    "works.road",
                    "370826110901",
                    null,
                    Map.of("name", Value.of("并村路"), "km", Value.of("1.5"))))
            .record();
    page.click("a[aria-label='撤并新里村']");
    page.selectOption("select[name=into]", "370826110902");
    page.fill("input[name=last]", "2024-12-31");
    page.click("text=看看会怎样");
    assertThat(page.textContent("[role=alert]")).contains("1 条记录", "自 2025-01-01 起归 和合村");
    page.click("text=确认撤并");
    assertThat(page.textContent(".notice.good")).contains("1 条记录自次日起归后继区域");
    assertThat(area("370826110901").successor()).isEqualTo("370826110902");
    assertThat(visit.site().get(Records.class).find(TOWN, road).area()).isEqualTo("370826110902");
    unbroken(page);
  }

  @Test
  void anAreaIsMovedBelowAnotherAfterSayingWhatMoves() {
    Page page = visit.open("system", "/" + TOWN + "/areas");
    openArea(page, "东片", "370826110911");
    openArea(page, "沿河村", "370826110912");
    move(page, "370826110912", "370826110911", PARENT);
    assertThat(page.textContent("[role=alert]")).contains("已用过，代码不能再用");
    assertThat(page.locator("text=确认划转").count()).isZero();
    page.click("text=返回修改");
    move(page, "370826110912", "370826110913", "370826110911");
    assertThat(page.textContent("[role=alert]"))
        .contains("0 条记录自 2025-07-01 起归 东片 的 沿河村（370826110913）", "2025-06-30 及以前各期");
    page.click("text=确认划转");
    assertThat(page.textContent(".notice.good")).contains("已划转");
    assertThat(area("370826110913").parent()).isEqualTo("370826110911");
    assertThat(area("370826110912").successor()).isEqualTo("370826110913");
    unbroken(page);
  }

  private static void move(Page page, String code, String fresh, String parent) {
    page.click("summary:has-text('划转')");
    page.selectOption("form[action$='/move'] select[name=code]", code);
    page.fill("form[action$='/move'] input[name=fresh]", fresh);
    page.selectOption("form[action$='/move'] select[name=parent]", parent);
    page.fill("form[action$='/move'] input[name=last]", "2025-06-30");
    page.click("form[action$='/move'] button");
  }

  @Test
  void aTokenReadsUntilItIsTakenBack() throws Exception {
    Page page = visit.open("system", "/" + TOWN + "/tokens");
    page.fill("input[name=name]", "县数据平台取数");
    page.fill("input[name=login]", "nobody");
    page.click("button:text-is('发放令牌')");
    assertThat(page.textContent("[role=alert]")).contains("没有岗位");
    page.fill("input[name=name]", "县数据平台取数");
    page.fill("input[name=login]", "reader");
    page.click("button:text-is('发放令牌')");
    String secret = page.textContent("code.held");
    assertThat(asked(secret)).isEqualTo(200);
    page.navigate(visit.site().url("/" + TOWN + "/tokens"));
    assertThat(page.content()).doesNotContain(secret);
    page.click("button[aria-label='收回县数据平台取数']");
    assertThat(page.textContent("main")).contains("已收回");
    assertThat(asked(secret)).isEqualTo(401);
    unbroken(page);
  }

  private static int asked(String secret) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(visit.site().url("/api/v1/" + TOWN + "/ledgers")))
            .header("Authorization", "Bearer " + secret)
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }
}

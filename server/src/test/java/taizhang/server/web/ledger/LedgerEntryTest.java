package taizhang.server.web.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.figure.FigureQuery;
import taizhang.books.period.Period;
import taizhang.server.figure.Figures;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.Records;
import taizhang.server.web.Visit;

/** Entering from the table: one cell, many rows, a pasted block. */
class LedgerEntryTest {

  private static final String TOWN = "liuzhuang";
  private static final String VILLAGE = "37082611020B";
  private static final String ROADS = "/" + TOWN + "/ledgers/works.road";

  @RegisterExtension static final Visit visit = new Visit();

  private static long road(String name, String km) {
    Map<String, Value> fields =
        Map.of("name", Value.of(name), "km", Value.of(km), "done_on", Value.of("2023-05-01"));
    return visit
        .site()
        .get(Entries.class)
        .append(TOWN, "cunwenshu", Submission.open("works.road", VILLAGE, null, fields))
        .record();
  }

  private static String km(long road) {
    return visit.site().get(Records.class).find(TOWN, road).image().text("km");
  }

  private static BigDecimal total() {
    FigureQuery query = FigureQuery.of("works.roads", Period.parse("2023"));
    return Objects.requireNonNull(visit.site().get(Figures.class).read(TOWN, query).value());
  }

  private static Page table(String login, String name) {
    Page page = visit.open(login, ROADS + "?f.name=" + name);
    return page;
  }

  @Test
  void correctsACellAndSeesFirstWhichFigureMoves() {
    long road = road("改格一号", "1.5");
    BigDecimal before = total();
    Page page = table("village", "改格一号");
    page.dblclick("td[data-title=里程]");
    page.fill("#drawer input[name=value]", "2.75");
    page.check("#drawer input[value=correct]");
    page.fill("#drawer input[name=reason]", "竣工图复核");
    page.waitForSelector("#moves >> text=+1.25公里");
    page.click("#drawer button >> text=登记");
    page.waitForSelector(".notice.good");
    assertThat(page.url()).contains("f.name=");
    assertThat(page.textContent("tbody")).contains("2.75");
    assertThat(km(road)).isEqualTo("2.75");
    assertThat(total().subtract(before)).isEqualByComparingTo("1.25");
  }

  @Test
  void refusesAStaleEditAndShowsBoth() {
    long road = road("改格二号", "1.5");
    Page page = table("village", "改格二号");
    page.dblclick("td[data-title=里程]");
    page.waitForSelector("#drawer input[name=value]");
    visit
        .site()
        .get(Entries.class)
        .append(
            TOWN,
            "cunwenshu",
            Submission.correct("works.road", road, Map.of("km", Value.of("1.8")), "复测"));
    page.fill("#drawer input[name=value]", "2");
    page.click("#drawer button >> text=登记");
    page.waitForSelector("#drawer .both");
    assertThat(page.textContent("#drawer .both")).contains("现在账上", "1.8", "您填的", "2");
    assertThat(km(road)).isEqualTo("1.8");
    page.click("#drawer button >> text=登记");
    page.waitForSelector(".notice.good");
    assertThat(km(road)).isEqualTo("2");
  }

  @Test
  void editsACellWithoutScriptToo() {
    long road = road("改格三号", "1.5");
    Page page = visit.page("village", 1440, false);
    page.navigate(visit.site().url(ROADS + "/cell?record=" + road + "&field=km"));
    page.fill("input[name=value]", "1.6");
    page.click("button >> text=登记");
    assertThat(page.url()).contains(ROADS + "?done=entered");
    assertThat(km(road)).isEqualTo("1.6");
  }

  @Test
  void offersNoEditingToWhoOnlyReads() {
    long road = road("改格四号", "1.5");
    Page page = table("reader", "改格四号");
    assertThat(page.locator("td[data-edit]").count()).isZero();
    assertThat(page.locator(".tick").count()).isZero();
    page.navigate(visit.site().url(ROADS + "/cell?record=" + road + "&field=km"));
    page.fill("input[name=value]", "9");
    page.click("button >> text=登记");
    page.waitForSelector("main >> text=您的岗位不能");
    assertThat(km(road)).isEqualTo("1.5");
  }

  @Test
  void changesManyRowsAfterShowingWhatMovesAndTellsWhatWasRefused() {
    long first = road("批量一号", "1");
    long second = road("批量二号", "2");
    Page page = table("office", "批量");
    page.check(".tick-all");
    page.click("text=批量修改……");
    page.selectOption("select[name=field]", "km");
    page.waitForSelector("#bulk-value >> text=里程（公里）");
    page.fill("#bulk-value input", "2");
    page.check("input[value=correct]");
    page.fill("input[name=reason]", "统一复测");
    page.click("text=先看会变什么");
    assertThat(page.textContent("main")).contains("将修改", "+1公里", "1 → 2");
    assertThat(km(first)).isEqualTo("1");
    visit
        .site()
        .get(Entries.class)
        .append(
            TOWN,
            "cunwenshu",
            Submission.correct("works.road", second, Map.of("km", Value.of("3")), "复测"));
    page.click("text=确认登记");
    page.waitForSelector("text=批量修改结果");
    assertThat(page.textContent("main")).contains("没有登记的 1 条", "已被");
    assertThat(km(first)).isEqualTo("2");
    assertThat(km(second)).isEqualTo("3");
  }

  @Test
  void entersAPastedBlockAfterCheckingIt() {
    Page page = visit.open("office", ROADS);
    page.click("text=粘贴或导入");
    page.fill("textarea[name=text]", "区域\t路段\t里程\t交工日期\n示范3村\t粘贴一号\t一公里\t2023-07-01");
    page.click("text=核对 >> nth=0");
    page.waitForSelector("text=表格里有要改的地方");
    assertThat(page.textContent("main")).contains("第 2 行", "里程", "一公里");
    page.click("text=重来");
    page.fill(
        "textarea[name=text]",
        "区域\t路段\t里程\t交工日期\n示范3村\t粘贴一号\t1.2\t2023-07-01\n示范3村\t粘贴二号\t0.8\t2023-07-02");
    page.click("button >> text=核对");
    page.waitForSelector("text=核对通过");
    assertThat(page.textContent("main")).contains("+2公里");
    BigDecimal before = total();
    page.click("text=确认登记");
    page.waitForSelector("text=表格已登记");
    assertThat(total().subtract(before)).isEqualByComparingTo("2");
    assertThat(table("office", "粘贴").locator("tbody tr").count()).isEqualTo(2);
  }

  @Test
  void aVillageCannotPasteIntoAnother() {
    Page page = visit.open("village", ROADS + "/intake");
    page.check("input[name=bare]");
    page.fill("textarea[name=text]", "示范9村\t越界一号\t1");
    page.click("button >> text=核对");
    page.waitForSelector("text=表格里有要改的地方");
    assertThat(page.textContent("main")).contains("第 1 行", "您的岗位不能");
    assertThat((List<?>) page.evaluate("window.broken")).isEmpty();
  }
}

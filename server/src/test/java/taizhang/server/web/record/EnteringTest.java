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
import taizhang.server.draft.Drafts;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.Records;

/** What people enter, and what they are shown first. */
class EnteringTest {

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
  void aClerkCorrectsAnEntryAndSeesFirstWhatMoves() {
    long record = town.channel("village");
    try (Channels.Window window = town.window("village")) {
      Page page = window.go("/records/" + record);
      page.click("text=原来填错了");
      page.fill("[name='f.km']", "1.5");
      page.waitForSelector("#preview .moved-by");
      assertThat(page.textContent("#preview")).contains("渠道里程", "−0.5公里", "待审", "示范1村");
      assertThat(town.view(record).image().text("km")).isEqualTo("2");
      page.fill("[name='reason']", "竣工图复核");
      page.click("button:text('登记更正')");
      page.waitForURL("**/records/" + record + "?done=*");
      assertThat(page.textContent(".notice.good")).contains("已登记", "−0.5公里");
      assertThat(page.textContent(".thread")).contains("更正", "竣工图复核", "2公里", "1.5公里", "村居");
    }
    assertThat(town.view(record).image().text("km")).isEqualTo("1.5");
    assertThat(town.site.get(Drafts.class).of(town.who("village")))
        .noneMatch(d -> d.record() == record);
  }

  @Test
  void aNewRecordIsEnteredByTheFormItsLedgerDeclares() {
    try (Channels.Window window = town.window("village")) {
      Page page = window.go("/ledgers/water.channel/new");
      assertThat(page.locator("#i-area option").allTextContents()).containsExactly("请选择", "示范1村");
      page.click("button:text-is('登记')");
      page.waitForSelector("[data-bad]");
      assertThat(page.textContent(".card.form")).contains("“渠道名称”必填", "“长度”必填");
      page.fill("[name='f.name']", "东支渠");
      page.fill("[name='f.km']", "3.2");
      page.waitForSelector("#preview .moved-by");
      page.click("button:text-is('登记')");
      page.waitForURL("**/records/*?done=*");
      assertThat(page.textContent(".notice.good")).contains("+3.2公里", "再登一条");
      page.click("text=再登一条");
      page.fill("[name='f.name']", "东支渠");
      page.fill("[name='f.km']", "1");
      page.click("button:text-is('登记')");
      page.click("text=打开原记录");
      assertThat(page.textContent("h1")).contains("东支渠");
    }
  }

  @Test
  void theSameFormSentTwiceIsOneEntry() {
    long before = town.site.get(Records.class).count(Channels.TOWN, "water.crew");
    try (Channels.Window window = town.window("village")) {
      Page page = window.go("/ledgers/water.crew/new");
      page.fill("[name='f.name']", "二队");
      page.evaluate(
          "Promise.all([1, 2].map(() => fetch(location.href, {method: 'POST',"
              + " body: new URLSearchParams(new FormData(document.getElementById('entry')))})))");
    }
    assertThat(town.site.get(Records.class).count(Channels.TOWN, "water.crew"))
        .isEqualTo(before + 1);
  }

  @Test
  void whatOthersEnteredMeanwhileIsShownAndNothingTypedIsLost() {
    long record = town.channel("village");
    try (Channels.Window window = town.window("village")) {
      Page page = window.go("/records/" + record + "/enter?as=change");
      page.fill("[name='f.name']", "改名渠" + record);
      town.site
          .get(Entries.class)
          .append(
              town.who("office"),
              Submission.correct("water.channel", record, Map.of("km", Value.of("9")), "量错了"));
      page.click("button:text('登记变更')");
      page.waitForSelector(".conflicts");
      assertThat(page.textContent(".conflicts")).contains("长度", "2公里", "9公里");
      assertThat(page.inputValue("[name='f.name']")).isEqualTo("改名渠" + record);
      assertThat(page.inputValue("[name='f.km']")).isEqualTo("9");
      page.click("button:text('登记变更')");
      page.waitForURL("**/records/" + record + "?done=*");
    }
    assertThat(town.view(record).image().text("km")).isEqualTo("9");
    assertThat(town.view(record).image().text("name")).isEqualTo("改名渠" + record);
  }

  @Test
  void aFormLeftBehindIsThereAnotherDay() {
    try (Channels.Window window = town.window("office")) {
      Page page = window.go("/ledgers/water.channel/new");
      page.fill("[name='f.name']", "没登完的渠");
      page.fill("[name='f.foreman']", "李四");
      page.waitForSelector("#preview .kept");
    }
    assertThat(town.site.get(Drafts.class).of(town.who("office")))
        .anyMatch(d -> d.ledger().equals("water.channel") && d.record() == 0);
    assertThat(town.site.get(Drafts.class).of(town.who("village")))
        .noneMatch(d -> d.ledger().equals("water.channel") && d.record() == 0);
    try (Channels.Window window = town.window("office")) {
      assertThat(window.go("").textContent("main")).contains("草稿", "渠道 新登记");
      Page page = window.go("/ledgers/water.channel/new");
      assertThat(page.inputValue("[name='f.name']")).isEqualTo("没登完的渠");
      assertThat(page.inputValue("[name='f.foreman']")).isEqualTo("李四");
      page.click("text=放弃草稿");
      page.waitForLoadState(LoadState.LOAD);
      assertThat(window.go("/ledgers/water.channel/new").inputValue("[name='f.name']")).isEmpty();
    }
  }

  @Test
  void beforeARecordIsVoidedItIsShownWhatThatTakesAway() {
    long record = town.channel("village");
    try (Channels.Window window = town.window("village")) {
      Page page = window.go("/records/" + record + "/enter?as=void");
      assertThat(page.textContent("#preview")).contains("渠道里程", "−2公里");
      page.fill("[name='reason']", "重复登记");
      page.click("button:text-is('确认作废')");
      page.waitForSelector(".notice.bad");
      assertThat(town.view(record).voided()).isFalse();
      page.fill("[name='reason']", "重复登记");
      page.check("[name='sure']");
      page.click("button:text-is('确认作废')");
      page.waitForURL("**/records/" + record + "?done=*");
      assertThat(page.textContent(".tags")).contains("已作废");
    }
    assertThat(town.view(record).voided()).isTrue();
  }

  @Test
  void aMoveAsksForWhatItNeeds() {
    long record = town.channel("village");
    try (Channels.Window window = town.window("village")) {
      Page page = window.go("/records/" + record);
      page.click("a:text-is('验收')");
      page.click("button:text-is('验收')");
      page.waitForSelector("[data-bad]");
      page.fill("[name='f.opinion']", "合格");
      page.click("button:text-is('验收')");
      page.waitForURL("**/records/" + record + "?done=*");
      assertThat(page.textContent(".tags")).contains("完工");
    }
  }
}

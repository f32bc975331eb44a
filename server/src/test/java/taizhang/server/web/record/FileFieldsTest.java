package taizhang.server.web.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import taizhang.books.access.Clearance;
import taizhang.books.entry.Attachment;
import taizhang.books.entry.Entry;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.FileRef;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.refusal.Refusal;
import taizhang.server.attachment.Uploads;
import taizhang.server.draft.Drafts;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.Records;
import taizhang.server.ledger.Rules;
import taizhang.server.town.Towns;
import taizhang.server.web.Visit;
import taizhang.server.web.WaterPack;

/**
 * Fields that hold files: chosen in a form, laid beside the record by the entry that names them.
 */
class FileFieldsTest {

  @RegisterExtension static final Visit visit = new Visit();

  private static final String LEDGER = "/liuzhuang/ledgers/water.channel";
  private static final byte[] PAPER = "%PDF-1.4 图纸".getBytes(StandardCharsets.UTF_8);
  private static final byte[] OTHER = "%PDF-1.4 另一张".getBytes(StandardCharsets.UTF_8);

  @BeforeAll
  static void adopt() {
    WaterPack.adopt(visit.site());
  }

  @BeforeEach
  void nothingIsLeftFromBefore() {
    visit.site().get(Drafts.class).discard(village(), "water.channel", 0);
  }

  private static Clearance village() {
    return visit
        .site()
        .get(Rules.class)
        .clearance(visit.site().get(Towns.class).find("liuzhuang"), "village");
  }

  private static List<Entry> entries(long record) {
    return visit.site().get(Records.class).find(village(), record).entries();
  }

  private static FilePayload pdf(String name, byte[] content) {
    return new FilePayload(name, "application/pdf", content);
  }

  private static void choose(Page page, FilePayload... files) {
    page.setInputFiles("[id='i-f.paper']", files);
  }

  private static long number(Page page) {
    page.waitForURL("**/records/*?done=*");
    return Long.parseLong(page.url().replaceAll(".*/records/(\\d+).*", "$1"));
  }

  private static Page filled(String name, boolean script) {
    Page page = visit.page("village", 1440, script);
    page.navigate(visit.site().url(LEDGER + "/new"));
    page.fill("[id='i-f.name']", name);
    page.fill("[id='i-f.km']", "3");
    return page;
  }

  @Test
  void aFileChosenInAFormSurvivesAReloadAndIsTakenHomeFromFieldTableAndFile() throws IOException {
    Page page = filled("东干渠", true);
    choose(page, pdf("东干渠图.pdf", PAPER));
    page.waitForSelector(".file-kept:has-text('东干渠图.pdf')");
    page.waitForSelector("#preview:has-text('渠道里程')");
    page.reload();
    assertThat(page.textContent(".file-list")).contains("东干渠图.pdf");
    assertThat(page.inputValue("[id='i-f.name']")).isEqualTo("东干渠");
    page.click("button:text('登记')");
    long record = number(page);
    assertThat(entries(record))
        .extracting(Entry::kind)
        .containsExactly(EntryKind.OPEN, EntryKind.ATTACH);
    Download download = page.waitForDownload(() -> page.click(".fields a:text('东干渠图.pdf')"));
    assertThat(Files.readAllBytes(download.path())).isEqualTo(PAPER);
    assertThat(page.textContent("#files")).contains("见“图纸”").doesNotContain("移除");
    page.navigate(visit.site().url(LEDGER + "?cols=name&cols=paper&f.name=东干渠"));
    Download again = page.waitForDownload(() -> page.click("td a:text('东干渠图.pdf')"));
    assertThat(Files.readAllBytes(again.path())).isEqualTo(PAPER);
    page.context().close();
  }

  @Test
  void severalFilesAreAddedAndTakenAwayAgain() {
    Page page = filled("西干渠", true);
    choose(page, pdf("一.pdf", PAPER), pdf("二.pdf", OTHER));
    page.waitForSelector(".file-kept:has-text('二.pdf')");
    page.click("button:text('登记')");
    long record = number(page);
    assertThat(page.textContent(".fields")).contains("一.pdf").contains("二.pdf");
    page.navigate(visit.site().url("/liuzhuang/records/" + record + "/enter?as=correct"));
    page.locator(".file-kept input").first().press("Space");
    page.fill("#i-reason", "放错了");
    page.click("button:text('登记更正')");
    number(page);
    assertThat(page.textContent(".fields")).doesNotContain("一.pdf").contains("二.pdf");
    assertThat(page.textContent(".thread .correct")).contains("一.pdf、二.pdf").contains("二.pdf");
    assertThat(page.locator("#files .remove").count()).as("the one no field names").isEqualTo(1);
    page.context().close();
  }

  @Test
  void whatIsNoPaperIsRefusedBesideItsFieldAndTheRestStays() {
    Page page = filled("南干渠", true);
    choose(page, new FilePayload("安装.exe", "text/plain", "MZ\0".getBytes(StandardCharsets.UTF_8)));
    page.waitForSelector(".file-chosen.bad:has-text('安装.exe')");
    assertThat(page.locator(".file-kept").count()).isZero();
    assertThat(page.inputValue("[id='i-f.name']")).isEqualTo("南干渠");
    choose(
        page,
        pdf("一.pdf", PAPER),
        pdf("二.pdf", OTHER),
        pdf("三.pdf", "%PDF-3".getBytes(StandardCharsets.UTF_8)));
    page.waitForSelector(".file-kept:has-text('三.pdf')");
    page.click("button:text('登记')");
    page.waitForSelector(".bad:has-text('最多放 2 个文件')");
    assertThat(page.locator(".file-kept").count()).isEqualTo(3);
    page.context().close();
  }

  @Test
  void withoutScriptFilesComeAlongWithTheForm() {
    Page page = filled("北干渠", false);
    choose(page, pdf("北干渠图.pdf", PAPER));
    page.click("button:text('登记')");
    assertThat(page.textContent(".fields")).contains("北干渠图.pdf");
    page.context().close();
  }

  @Test
  void aFieldNamesOnlyFilesThatAreThere() {
    Entries books = visit.site().get(Entries.class);
    String nowhere = new FileRef("0".repeat(64), "没有.pdf").text();
    assertThatThrownBy(() -> books.append(village(), channel("空渠", nowhere)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("没有.pdf");
    String chosen = visit.site().get(Uploads.class).choose(village(), "有.pdf", PAPER).text();
    long record = books.append(village(), channel("实渠", chosen)).record();
    assertThat(Attachment.standing(entries(record)))
        .extracting(Attachment::name)
        .containsExactly("有.pdf");
  }

  private static Submission channel(String name, String file) {
    return Submission.open(
        "water.channel",
        "37082611020B",
        null,
        Map.of(
            "name", Value.of(name),
            "km", Value.of("1"),
            "paper", new Value.Listing(List.of(file))));
  }
}

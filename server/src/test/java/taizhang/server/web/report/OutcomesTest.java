package taizhang.server.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import taizhang.books.access.Clearance;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.SystemLedger;
import taizhang.server.matter.Commitments;
import taizhang.server.town.Towns;
import taizhang.server.web.Chromium;
import taizhang.server.web.SampleTown;
import taizhang.server.web.Site;

/** From a promise to a task, its figure in the books, its close-out and the report's sentence. */
class OutcomesTest {

  private static final String REPORT = "/liuzhuang/reports/2023";

  private static Site site;
  private static Chromium chromium;

  @BeforeAll
  static void open() throws IOException {
    site = Site.open();
    chromium = new Chromium();
    for (String pack : List.of("matters", "supervision")) {
      Map<String, Value> fields =
          Map.of(
              "pack", Value.of(pack),
              "version", Value.of(1),
              "yaml", Value.of(Files.readString(Path.of("../packs/" + pack + "/pack.yaml"))));
      enter("setup", Submission.open(SystemLedger.ADOPTION, SampleTown.ROOT, null, fields));
    }
  }

  @AfterAll
  static void close() {
    chromium.close();
    site.close();
  }

  @Test
  void theWriterTakesTheSentenceOfWhatBecameOfAPromiseIntoTheReport() {
    long task = task(2023, "新建“四好农村路”40公里", "works.roads", "40");
    move("lijing", task, "running", Map.of());
    move("lijing", task, "checking", Map.of("result", Value.of("全部通过交工验收")));
    move("lijing2", task, "done", Map.of());

    Page page = chromium.page(site, "office", 1440);
    page.navigate(site.url(REPORT + "?edit=1-1"));
    page.click(".p-outcomes summary");
    Locator offer = page.locator(".outcomes .offer");
    offer.waitFor();
    assertThat(page.textContent(".outcomes"))
        .contains("已完成", "48.4公里", "目标40公里", "全部通过交工验收", "销号", "规划建设办公室");
    Locator text = page.locator("[data-editor] textarea[name=text]");
    text.press("Control+End");
    offer.click();
    assertThat(text.inputValue()).contains("\n\n“新建‘四好农村路’40公里”已完成");
    page.waitForSelector("#sketch:has-text('48.4公里（目标40公里以上）：全部通过交工验收')");
    page.click("[data-editor] .button.primary");
    page.waitForURL("**?paragraph=1-1**");
    assertThat(page.textContent(".paper")).contains("48.4公里（目标40公里以上）：全部通过交工验收");
    assertThat((List<?>) page.evaluate("window.broken")).isEmpty();
  }

  @Test
  void aTaskNobodyClosedOutIsNotSaidToBeDone() {
    task(2022, "造林50亩", "works.trees", "50");
    assertThat(site.get(Commitments.class).outcomes(office(), 2022))
        .singleElement()
        .satisfies(outcome -> {
          assertThat(outcome.done()).isFalse();
          assertThat(outcome.cited()).contains("正在推进").doesNotContain("完成");
        });
  }

  private static Clearance office() {
    return site.get(Rules.class).clearance(site.get(Towns.class).find(SampleTown.TOWN), "office");
  }

  private static long task(int year, String name, String indicator, String target) {
    Commitments.Task task =
        new Commitments.Task(
            name,
            "规划建设办公室",
            "",
            LocalDate.of(year, 12, 31),
            indicator,
            new BigDecimal(target),
            "政府工作报告",
            "");
    return site.get(Commitments.class).adopt(office(), year, List.of(task)).getFirst().record();
  }

  private static void move(String by, long task, String state, Map<String, Value> fields) {
    enter(
        by,
        new Submission(
            Commitments.TASK,
            EntryKind.MOVE,
            task,
            null,
            null,
            null,
            null,
            fields,
            state,
            null,
            null));
  }

  private static void enter(String by, Submission submission) {
    site.get(Entries.class).append(SampleTown.TOWN, by, submission);
  }
}

package taizhang.server.web.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.server.ledger.Entries;

/** What people see of a record, and what lies beside it. */
class RecordPagesTest {

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
  void personalFieldsAreShownOnceWithAReasonThatIsKept() {
    long record = town.channel("village");
    try (Channels.Window window = town.window("department")) {
      Page page = window.go("/records/" + record);
      assertThat(page.textContent(".fields")).contains("••••••").doesNotContain("张三丰");
      page.fill("#why", "核对补贴");
      page.click("button:text-is('查看')");
      page.waitForSelector("text=个人信息只在这一次显示");
      assertThat(page.textContent(".fields")).contains("张三丰");
      assertThat(window.go("/records/" + record).textContent(".fields")).doesNotContain("张三丰");
    }
    assertThat(town.traces("reveal"))
        .anyMatch(t -> t.subject().contains("" + record) && t.detail().equals("核对补贴"));
    try (Channels.Window window = town.window("reader")) {
      assertThat(window.go("/records/" + record).locator("#why").count()).isZero();
    }
  }

  @Test
  void aFileIsLaidBesideARecordAndTakenHomeUnchanged() throws Exception {
    long record = town.channel("village");
    byte[] paper = "%PDF-1.4 图纸".getBytes(StandardCharsets.UTF_8);
    try (Channels.Window window = town.window("village")) {
      Page page = window.go("/records/" + record);
      page.setInputFiles("#file", new FilePayload("图纸.pdf", "application/pdf", paper));
      page.click("text=添加附件");
      page.waitForSelector(".file a");
      Download download = page.waitForDownload(() -> page.click(".file a"));
      assertThat(Files.readAllBytes(download.path())).isEqualTo(paper);
      assertThat(download.suggestedFilename()).isEqualTo("图纸.pdf");
    }
    assertThat(town.traces("download")).anyMatch(t -> t.detail().equals("图纸.pdf"));
    for (FilePayload wrong :
        List.of(
            new FilePayload(
                "方案.pdf", "application/pdf", "MZ\0program".getBytes(StandardCharsets.UTF_8)),
            new FilePayload("安装.exe", "text/plain", "说明".getBytes(StandardCharsets.UTF_8)),
            new FilePayload("页面.txt", "text/plain", "<script>".getBytes(StandardCharsets.UTF_8)),
            new FilePayload("机密文件.pdf", "application/pdf", paper))) {
      try (Channels.Window window = town.window("village")) {
        Page page = window.go("/records/" + record);
        page.setInputFiles("#file", wrong);
        page.click("text=添加附件");
        page.waitForSelector(".trouble");
      }
    }
    assertThat(town.view(record).entries()).hasSize(2);
  }

  @Test
  void aRecordIsFoundByNameAndLinkedBothWays() {
    Submission crew =
        Submission.open("water.crew", Channels.VILLAGE, null, Map.of("name", Value.of("铁军施工队")));
    long team = town.site.get(Entries.class).append(town.who("village"), crew).record();
    long record = town.channel("village");
    try (Channels.Window window = town.window("village")) {
      Page page = window.go("/records/" + record + "/enter?as=change");
      page.fill(".pick-look", "铁军");
      page.click(".pick-one");
      assertThat(page.inputValue("[name='f.crew']")).isEqualTo("" + team);
      page.click("button:text('登记变更')");
      page.waitForURL("**/records/" + record + "?done=*");
      page.click(".fields a:text('铁军施工队')");
      page.waitForSelector(".related .list a");
      assertThat(page.getAttribute(".related .list a", "href")).endsWith("/records/" + record);
    }
  }

  @Test
  void whoMayOnlyReadIsOfferedNothingToEnter() {
    long record = town.channel("village");
    try (Channels.Window window = town.window("reader")) {
      Page page = window.go("/records/" + record);
      assertThat(page.locator(".actions a").allTextContents()).containsExactly("打印");
      assertThat(window.go("/records/" + record + "/enter").textContent("main"))
          .contains("您的岗位不能登记“渠道”");
    }
  }
}

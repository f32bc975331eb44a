package taizhang.server.web.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import taizhang.books.access.Clearance;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.server.access.Trace;
import taizhang.server.access.Traces;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.RecordView;
import taizhang.server.ledger.Records;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.SystemLedger;
import taizhang.server.town.Towns;
import taizhang.server.web.Site;

/** A small town with channels, and browsers in which people look at them. */
final class Channels implements AutoCloseable {

  static final String TOWN = "liuzhuang";
  static final String VILLAGE = "37082611020B";
  private static final String ROOT = "370826110000";

  private static final String PACK =
      """
      pack: water
      title: 水利
      owner: 水利站
      ledgers:
        crew:
          title: 施工队
          lives_at: village
          fields:
            name: {title: 名称, type: text, required: true}
        channel:
          title: 渠道
          lives_at: village
          review: department
          key: [name]
          lifecycle: building
          fields:
            name: {title: 渠道名称, type: text, required: true}
            km: {title: 长度, type: quantity, unit: 公里, min: 0, required: true}
            crew: {title: 施工队, type: ref, ledger: crew}
            lined: {title: 已衬砌, type: yes_no}
            foreman: {title: 负责人, type: person, classification: personal}
            opinion: {title: 验收意见, type: long_text}
          post:
            - {to: channels, amount: km}
      lifecycles:
        building:
          states:
            building: {title: 在建}
            done: {title: 完工, final: yes}
          moves:
            finish: {title: 验收, from: building, to: done, needs: [opinion]}
      indicators:
        channels: {title: 渠道里程, unit: 公里, kind: stock}
      """;

  final Site site = Site.open();
  private final Playwright playwright;
  private final Browser browser;
  private int made;

  Channels() {
    Map<String, Value> fields =
        Map.of("pack", Value.of("water"), "version", Value.of(1), "yaml", Value.of(PACK));
    site.get(Entries.class)
        .append(TOWN, "test", Submission.open(SystemLedger.ADOPTION, ROOT, null, fields));
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run")));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    site.close();
  }

  Clearance who(String login) {
    return site.get(Rules.class).clearance(site.get(Towns.class).find(TOWN), login);
  }

  /** A channel of two kilometres that somebody entered. */
  long channel(String login) {
    Submission opening =
        Submission.open(
            "water.channel",
            VILLAGE,
            null,
            Map.of(
                "name", Value.of("渠" + ++made),
                "km", Value.of("2"),
                "foreman", Value.of("张三丰")));
    return enter(login, opening);
  }

  /** The record of what somebody entered. */
  long enter(String login, Submission submission) {
    return site.get(Entries.class).append(who(login), submission).record();
  }

  RecordView view(long record) {
    return site.get(Records.class).find(who("office"), record);
  }

  List<Trace> traces(String act) {
    return site.get(Traces.class)
        .list(site.get(Towns.class).find(TOWN), "", act, Long.MAX_VALUE, 50);
  }

  Window window(String login) {
    return new Window(login);
  }

  /** A window of somebody who is signed in; no page in it may break the security policy. */
  final class Window implements AutoCloseable {
    private final BrowserContext context;
    final Page page;

    Window(String login) {
      context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1366, 768));
      context.addCookies(List.of(site.signedIn(login)));
      context.addInitScript(
          "window.broken = []; document.addEventListener('securitypolicyviolation',"
              + " e => window.broken.push(e.violatedDirective + ' ' + e.blockedURI));");
      page = context.newPage();
    }

    Page go(String path) {
      page.navigate(site.url("/" + TOWN + path));
      return page;
    }

    @Override
    public void close() {
      assertThat((List<?>) page.evaluate("window.broken")).isEmpty();
      context.close();
    }
  }
}

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
import taizhang.server.access.TraceQuery;
import taizhang.server.access.Traces;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.RecordView;
import taizhang.server.ledger.Records;
import taizhang.server.ledger.Rules;
import taizhang.server.town.Towns;
import taizhang.server.web.Site;
import taizhang.server.web.WaterPack;

/** A small town with channels, and browsers in which people look at them. */
final class Channels implements AutoCloseable {

  static final String TOWN = "liuzhuang";
  static final String VILLAGE = "37082611020B";

  final Site site = Site.open();
  private final Playwright playwright;
  private final Browser browser;
  private int made;

  Channels() {
    WaterPack.adopt(site);
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
        .list(site.get(Towns.class).find(TOWN), TraceQuery.newest("", act, 50));
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

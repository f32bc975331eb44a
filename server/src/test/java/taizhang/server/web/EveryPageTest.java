package taizhang.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import taizhang.books.access.Role;

/**
 * Every page that each role can walk to from its desk, wide and narrow: it answers, fits, breaks no
 * policy, and axe finds nothing that keeps people out. Pictures are left in target/screens; with
 * {@code -Dtaizhang.docs=write} also in docs/screens.
 */
class EveryPageTest {

  private static final int WIDE = 1440;
  private static final int NARROW = 390;

  private static Site site;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void open() {
    site = Site.open();
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

  @AfterAll
  static void close() {
    browser.close();
    playwright.close();
    site.close();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void everyPageOfARoleIsWhole(Role role) {
    List<String> faults = new ArrayList<>();
    int seen = 0;
    for (int width : new int[] {WIDE, NARROW}) {
      try (BrowserContext context = context(role, width)) {
        Page page = context.newPage();
        for (String path : walked(page, role)) {
          seen++;
          faults.addAll(look(page, path, role, width));
        }
      }
    }
    assertThat(seen).as("pages seen by %s", role).isGreaterThanOrEqualTo(6);
    assertThat(faults).isEmpty();
  }

  private static List<String> look(Page page, String path, Role role, int width) {
    List<String> faults = new ArrayList<>();
    Response response = page.navigate(site.url(path));
    String where = role.code() + " " + path + " at " + width + ": ";
    if (response.status() != 200) {
      faults.add(where + "answers " + response.status());
    }
    Object scroll = page.evaluate("document.documentElement.scrollWidth");
    if (!scroll.equals(width)) {
      faults.add(where + "is " + scroll + " wide");
    }
    if (!((List<?>) page.evaluate("window.broken")).isEmpty()) {
      faults.add(where + page.evaluate("window.broken"));
    }
    for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
      String at = String.valueOf(rule.getNodes().getFirst().getTarget());
      faults.add(where + rule.getId() + " " + rule.getHelp() + " " + at);
    }
    picture(page, path, role, width);
    return faults;
  }

  /** What the places at the side lead to, and some pages further in. */
  private static Set<String> walked(Page page, Role role) {
    page.navigate(site.url("/liuzhuang"));
    Set<String> paths = new LinkedHashSet<>();
    page.locator(".places a").all().forEach(a -> paths.add(a.getAttribute("href")));
    paths.add("/me");
    if (role.grants(taizhang.books.access.Right.READ) && role != Role.VILLAGE) {
      paths.add("/liuzhuang/ledgers/works.road");
      paths.add("/liuzhuang/records/" + site.road());
      paths.add("/liuzhuang/figures/works.roads?period=2023");
      paths.add("/liuzhuang/packs/works");
      paths.add("/liuzhuang/ask?ask=四好农村路");
    }
    if (role == Role.OFFICE || role == Role.LEADER) {
      paths.add("/liuzhuang/reports/2023");
      paths.add("/liuzhuang/reports/2023?figure=3");
    }
    if (role.grants(taizhang.books.access.Right.WRITE)) {
      paths.add("/liuzhuang/ledgers/works.road/new");
    }
    if (role == Role.SYSTEM) {
      paths.add("/liuzhuang/areas/merge?code=37082611020B");
      paths.add("/liuzhuang/packs/report");
    }
    if (role == Role.SECURITY || role == Role.AUDITOR) {
      paths.add(
          "/liuzhuang/audit?tab=entered"
              .replace("audit", role == Role.AUDITOR ? "audit" : "people"));
    }
    return paths;
  }

  private static void picture(Page page, String path, Role role, int width) {
    String name =
        role.code() + path.replace("/liuzhuang", "").replaceAll("[^a-zA-Z0-9]+", "-") + "-" + width;
    Path target = Path.of("target", "screens", name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(target));
    if ("write".equals(System.getProperty("taizhang.docs"))) {
      Path kept = Path.of("..", "docs", "screens", name + ".png");
      page.screenshot(new Page.ScreenshotOptions().setPath(kept));
    }
  }

  private static BrowserContext context(Role role, int width) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(ColorScheme.LIGHT));
    context.addInitScript(
        "window.broken = []; document.addEventListener('securitypolicyviolation',"
            + " e => window.broken.push(e.violatedDirective + ' ' + e.blockedURI));");
    context.addCookies(List.of(site.signedIn(role.code())));
    return context;
  }
}

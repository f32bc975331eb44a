package taizhang.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages in a real browser: with script, without it, wide and narrow. */
class BrowserTest {

  private static final String REPORT = "/liuzhuang/reports/2023";

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
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  @AfterAll
  static void close() {
    browser.close();
    playwright.close();
    site.close();
  }

  @Test
  void leadsFromANumberToItsRecordInThreeClicks() {
    try (BrowserContext context = context(1440, 900, true)) {
      Page page = context.newPage();
      page.navigate(site.url("/"));
      page.click(".report-link");
      page.click("text=48.4公里");
      page.waitForSelector("#panel .figure");
      assertThat(page.url()).endsWith(REPORT + "?figure=3");
      assertThat(page.textContent("#panel .panel-title")).contains("四好农村路");
      page.click("#panel .source-list li:first-child a");
      page.waitForURL("**/liuzhuang/records/*");
      assertThat(page.url()).endsWith("/liuzhuang/records/" + site.road());
      assertThat(page.textContent(".thread")).contains("更正", "竣工图复核", "3.1公里", "3.4公里");
      assertThat(page.textContent(".fields")).contains("••••••").doesNotContain("张三");
    }
  }

  @Test
  void closesThePanelWithEscAndGoesBack() {
    try (BrowserContext context = context(1440, 900, true)) {
      Page page = context.newPage();
      page.navigate(site.url(REPORT));
      page.click(".cite[data-n='1']");
      page.waitForSelector("#panel .figure");
      page.click(".cite[data-n='3']");
      page.waitForURL("**?figure=3");
      page.goBack();
      page.waitForSelector("#panel .figure[data-n='1']");
      assertThat(page.locator(".cite[aria-current]").getAttribute("data-n")).isEqualTo("1");
      page.keyboard().press("Escape");
      page.waitForSelector("#panel .about");
      assertThat(page.url()).endsWith(REPORT);
    }
  }

  @Test
  void turnsThePagesOfTheSourcesAndNarrowsToAnArea() {
    try (BrowserContext context = context(1440, 900, true)) {
      Page page = context.newPage();
      page.navigate(site.url(REPORT + "?figure=3"));
      page.click("text=下一页");
      page.waitForSelector("text=2 / 3");
      page.click("#panel summary");
      page.click("#panel .bars tr:first-child a");
      page.waitForSelector("#panel >> text=回到全镇");
      assertThat(page.url()).contains("figure=3", "area=");
    }
  }

  @Test
  void worksWithoutScript() {
    try (BrowserContext context = context(1440, 900, false)) {
      Page page = context.newPage();
      page.navigate(site.url(REPORT));
      page.click(".cite[data-n='2']");
      assertThat(page.textContent("#panel")).contains("由这些数算出", "4717万元");
      page.click("#panel .parts a >> nth=0");
      assertThat(page.textContent("h2")).contains("一般公共预算收入");
    }
  }

  @Test
  void fitsWideAndNarrowScreensAndBreaksNoPolicy() {
    List<String> pages =
        List.of(
            "/",
            REPORT,
            REPORT + "?figure=3",
            REPORT + "?version=1",
            "/liuzhuang/figures/works.roads?period=2023",
            "/liuzhuang/records/" + site.road(),
            "/nowhere/reports/2023");
    for (int width : new int[] {390, 1440}) {
      try (BrowserContext context = context(width, 900, true)) {
        context.addInitScript(
            "window.broken = []; document.addEventListener('securitypolicyviolation',"
                + " e => window.broken.push(e.violatedDirective + ' ' + e.blockedURI));");
        Page page = context.newPage();
        for (String path : pages) {
          page.navigate(site.url(path));
          page.screenshot(shot(path, width));
          assertThat(page.evaluate("document.documentElement.scrollWidth"))
              .as("%s at %d", path, width)
              .isEqualTo(width);
          assertThat((List<?>) page.evaluate("window.broken")).as(path).isEmpty();
        }
      }
    }
  }

  @Test
  void printsThePaperAlone() {
    try (BrowserContext context = context(1440, 900, true)) {
      Page page = context.newPage();
      page.navigate(site.url(REPORT + "?figure=3"));
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator(".bar").isVisible()).isFalse();
      assertThat(page.locator("#panel").isVisible()).isFalse();
      assertThat(page.locator(".paper-mark").isVisible()).isTrue();
      page.pdf(
          new Page.PdfOptions()
              .setPreferCSSPageSize(true)
              .setPath(Path.of("target", "screens", "print.pdf")));
    }
  }

  @Test
  void keepsItsColoursInTheDark() {
    try (BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(1440, 900)
                .setColorScheme(ColorScheme.DARK))) {
      context.addCookies(List.of(site.signedIn("office")));
      Page page = context.newPage();
      page.navigate(site.url(REPORT + "?figure=2"));
      page.screenshot(shot("/dark", 1440));
      assertThat(page.evaluate("getComputedStyle(document.querySelector('.paper')).color"))
          .isEqualTo("rgb(227, 231, 231)");
    }
  }

  private static Page.ScreenshotOptions shot(String path, int width) {
    String name = path.replaceAll("\\W+", "-") + "-" + width + ".png";
    return new Page.ScreenshotOptions().setPath(Path.of("target", "screens", "page" + name));
  }

  private static BrowserContext context(int width, int height, boolean script) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(ColorScheme.LIGHT)
                .setJavaScriptEnabled(script));
    context.addCookies(List.of(site.signedIn("office")));
    return context;
  }
}

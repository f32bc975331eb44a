package taizhang.server.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real browser for the pages; its pages remember what broke the content security policy. */
public final class Chromium implements AutoCloseable {

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(Path.of("/usr/bin/chromium"))
                  .setArgs(
                      List.of("--no-sandbox", "--disable-gpu", "--no-first-run", "--lang=zh-CN")));

  /** A page of its own for somebody who is signed in. */
  public Page page(Site site, String login, int width) {
    return page(site, login, width, true);
  }

  /** The same, with script or without. */
  public Page page(Site site, String login, int width, boolean script) {
    BrowserContext context = context(width, script);
    context.addCookies(List.of(site.signedIn(login)));
    return context.newPage();
  }

  /** A page of its own for somebody who has yet to sign in. */
  public Page stranger(int width) {
    return context(width, true).newPage();
  }

  private BrowserContext context(int width, boolean script) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setLocale("zh-CN")
                .setColorScheme(ColorScheme.LIGHT)
                .setJavaScriptEnabled(script)
                .setAcceptDownloads(true));
    context.addInitScript(
        "window.broken = []; document.addEventListener('securitypolicyviolation',"
            + " e => window.broken.push(e.violatedDirective + ' ' + e.blockedURI));");
    context.setDefaultTimeout(10_000);
    return context;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}

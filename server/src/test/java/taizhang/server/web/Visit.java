package taizhang.server.web;

import com.microsoft.playwright.Page;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The pages of the sample town and a browser to look at them, one of each for a class of tests. */
public final class Visit implements BeforeAllCallback, AfterAllCallback {

  private final @Nullable InstantSource clock;
  private @Nullable Site site;
  private @Nullable Chromium chromium;

  public Visit() {
    this.clock = null;
  }

  /** At the time that a clock shows. */
  public Visit(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    site = clock == null ? Site.open() : Site.open(clock);
    chromium = new Chromium();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (chromium != null) {
      chromium.close();
    }
    if (site != null) {
      site.close();
    }
  }

  public Site site() {
    return Objects.requireNonNull(site, "before the tests");
  }

  /** A page of a browser of its own for somebody who is signed in, with script or without. */
  public Page page(String login, int width, boolean script) {
    return Objects.requireNonNull(chromium, "before the tests").page(site(), login, width, script);
  }

  /** A page that somebody who is signed in has just opened, 1440 wide. */
  public Page open(String login, String path) {
    return open(login, path, 1440);
  }

  /** The same at another width. */
  public Page open(String login, String path, int width) {
    Page page = page(login, width, true);
    page.navigate(site().url(path));
    return page;
  }
}

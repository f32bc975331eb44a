package taizhang.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import taizhang.books.access.Right;
import taizhang.books.access.Role;

/**
 * Every kind of page that each role can walk to from its desk, wide and narrow: it answers, fits,
 * breaks no policy, and axe finds nothing that keeps people out. The pages are found by their
 * links, so that a new one is looked at without being listed here. Pictures are left in
 * target/screens; with {@code -Dtaizhang.docs=write} also in docs/screens.
 */
class EveryPageTest {

  private static final String TOWN = Stroll.TOWN;

  /** The ledger that stands for all: the work of the town, not of whoever runs the system. */
  private static final String BUSINESS = TOWN + "/ledgers/water.channel";

  private static final int WIDE = 1440;
  private static final int NARROW = 390;

  private static final String EXAMINE =
      """
      async () => (await axe.run({resultTypes: ['violations'], preload: false})).violations
        .map(v => v.id + ' ' + v.help + ' at ' + v.nodes.slice(0, 3).map(n => n.target.join(' ')))
      """;

  /** What a page is made of: a page of the same things needs no second examination. */
  private static final String MADE_OF =
      """
      [...new Set([...document.querySelectorAll('body *')].map(e =>
        [e.tagName, e.className.baseVal ?? e.className, e.getAttribute('role'), e.type,
         [...e.attributes].filter(a => a.name.startsWith('aria')).map(a => a.name)].join()))]
        .sort().join('\\n')
      """;

  private static final Set<Object> examined = new HashSet<>();
  private static final Set<String> pictured = new TreeSet<>();

  @RegisterExtension static final Visit visit = new Visit();

  private static Site site;

  @BeforeAll
  static void open() {
    site = visit.site();
    WaterPack.adopt(site);
    WaterPack.work(site);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void everyPageOfARoleIsWhole(Role role) {
    List<String> faults = new ArrayList<>();
    Page page = visit.page(role.code(), WIDE, true);
    String first = role.grants(Right.READ) ? BUSINESS : TOWN;
    int seen = Stroll.over(page, first, path -> look(page, path, role, faults));
    page.context().close();
    assertThat(faults).isEmpty();
    assertThat(seen).isGreaterThan(role.grants(Right.READ) ? 15 : 3);
  }

  private static void look(Page page, String path, Role role, List<String> faults) {
    page.setViewportSize(WIDE, 900);
    Response response = page.navigate(site.url(path));
    String where = role.code() + " " + path + ": ";
    int wanted = path.endsWith("/nowhere") ? 404 : 200;
    if (response.status() != wanted) {
      faults.add(where + "answers " + response.status());
    }
    if (examined.add(page.evaluate(MADE_OF))) {
      page.evaluate(AxeBuilder.getAxeScript());
      ((List<?>) page.evaluate(EXAMINE)).forEach(fault -> faults.add(where + fault));
    }
    String name = Stroll.kind(path).equals(TOWN) ? role.code() + "-desk" : name(path);
    boolean first = !system(page, path) && pictured.add(name);
    for (int width : new int[] {WIDE, NARROW}) {
      page.setViewportSize(width, width == WIDE ? 900 : 844);
      Object wide = page.evaluate("document.documentElement.scrollWidth");
      if (!wide.equals(width)) {
        faults.add(where + "is " + wide + " wide at " + width);
      }
      if (first) {
        picture(page, name + "-" + width);
      }
    }
    List<?> broken = (List<?>) page.evaluate("window.broken");
    broken.forEach(breach -> faults.add(where + breach));
  }

  /** True for the ledgers and records of whoever runs the system, which stand for no others. */
  private static boolean system(Page page, String path) {
    String ledger = "/ledgers/system.";
    boolean record = path.contains("/records/");
    return path.contains(ledger)
        || (record && page.locator(".crumbs a[href*='" + ledger + "']").count() > 0);
  }

  private static String name(String path) {
    return Stroll.kind(path)
        .replaceFirst(TOWN + "/", "")
        .replace("/*", "-one")
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  private static void picture(Page page, String name) {
    byte[] png = page.screenshot();
    Pictures.save(png, Path.of("target", "screens", name + ".png"));
    if ("write".equals(System.getProperty("taizhang.docs"))) {
      Pictures.save(png, Path.of("..", "docs", "screens", name + ".png"));
    }
  }
}

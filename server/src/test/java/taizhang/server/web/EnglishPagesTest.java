package taizhang.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import taizhang.books.access.Right;
import taizhang.books.access.Role;

/**
 * Whoever chose English reads the program's own words in English on every kind of page; what is
 * Chinese there is content and says so (lang="zh-CN"), for eyes and for readers of screens alike.
 */
class EnglishPagesTest {

  /** What stands in Chinese and is not said to be; with {} for what is put in. */
  private static final String CHINESE =
      """
      () => {
        const han = /[\\u4e00-\\u9fff]/, found = new Set();
        const all = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
        while (all.nextNode()) {
          const text = all.currentNode, in_ = text.parentElement;
          if (han.test(text.data) && !in_.closest('[lang="zh-CN"], script, style, textarea, option, title')) {
            found.add([...in_.childNodes]
              .map(n => n.nodeType === 3 ? n.data.replace(/[\\d,.:-]*\\d/g, '{}') : n.tagName === 'BDI' ? '{}' : '')
              .join('').replace(/\\s+/g, ' ').trim());
          }
        }
        return [...found];
      }
      """;

  /** What was put in and taken for content. */
  private static final String CONTENT =
      "() => [...new Set([...document.querySelectorAll('main bdi, header bdi, nav bdi')]"
          + ".filter(b => !b.closest('td, dd, .held, .trouble')).map(b => b.textContent.trim()))]";

  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  private static final Map<String, String> missing = new TreeMap<>();

  /** What the pages' own code says in Chinese: no content, wherever it is met. */
  private static final Set<String> OWN = own();

  private static Site site;
  private static Chromium chromium;

  @BeforeAll
  static void open() {
    site = Site.open();
    chromium = new Chromium();
    WaterPack.adopt(site);
    WaterPack.work(site);
  }

  @AfterAll
  static void close() {
    chromium.close();
    site.close();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void everyPageSpeaksEnglishToWhoChoseIt(Role role) {
    English.missing().clear();
    missing.clear();
    Page page = chromium.page(site, role.code(), 1366);
    page.context().addCookies(List.of(new Cookie(English.COOKIE, "en").setUrl(site.url("/"))));
    int seen =
        Stroll.over(
            page,
            Stroll.TOWN,
            path -> {
              page.navigate(site.url(path));
              ((List<?>) page.evaluate(CHINESE))
                  .forEach(word -> missing.putIfAbsent(word.toString(), path));
              English.missing().forEach(word -> missing.putIfAbsent(word, path));
              ((List<?>) page.evaluate(CONTENT))
                  .stream()
                      .map(Object::toString)
                      .filter(EnglishPagesTest::own)
                      .forEach(word -> missing.putIfAbsent(word, path));
            });
    page.context().close();
    assertThat(missing)
        .as(
            "words without English (word=first page); add them to english.properties, or say"
                + " lang=\"zh-CN\" where they are content")
        .isEmpty();
    assertThat(seen).isGreaterThan(role.grants(Right.READ) ? 15 : 3);
  }

  private static boolean own(String text) {
    return OWN.contains(text) || OWN.stream().anyMatch(o -> o.length() > 6 && text.contains(o));
  }

  private static Set<String> own() {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/taizhang/server/web"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(file -> LITERAL.matcher(text(file)).results())
          .map(found -> found.group(1).strip())
          .filter(English::chinese)
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file).replaceAll("(?m)^\\s*(\\*|//|/\\*).*", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package taizhang.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words around the content in English, for whoever chose so. */
class LanguageTest {

  @Test
  void whoChoosesEnglishReadsThePlacesInEnglishAndTheContentAsItWasEntered() {
    try (Site site = Site.open();
        Chromium chromium = new Chromium()) {
      Page page = chromium.page(site, "office", 1440);
      page.navigate(site.url("/liuzhuang/ledgers/works.road?sort=-km"));
      page.click(".person summary");
      page.click("text=English");
      page.waitForSelector(".places a:has-text('Ledgers')");
      assertThat(page.url()).endsWith("/liuzhuang/ledgers/works.road?sort=-km");
      assertThat(page.getAttribute("html", "lang")).isEqualTo("en");
      assertThat(page.textContent(".places")).contains("Overview", "Closing").doesNotContain("总览");
      assertThat(page.textContent(".page-head")).contains("农村公路", "New entry", "Export");
      assertThat(page.textContent("tbody")).contains("示范26号路", "自建");
      assertThat(page.getAttribute("#find, input[name=q]", "placeholder"))
          .isEqualTo("Find in this ledger");
      page.click(".person summary");
      page.click("text=中文");
      page.waitForSelector(".places a:has-text('总览')");
    }
  }

  @Test
  void everyWordThereIsEnglishForStandsSomewhere() throws IOException {
    String sources;
    try (Stream<Path> files =
        Stream.concat(Files.walk(Path.of("src/main/jte")), Files.walk(Path.of("src/main/java")))) {
      StringBuilder all = new StringBuilder();
      files.filter(Files::isRegularFile).forEach(file -> all.append(text(file)));
      sources = all.toString();
    }
    assertThat(English.words().keySet()).allMatch(sources::contains);
  }

  @Test
  void cellsAndValuesAreNoChrome() {
    assertThat(English.page("<th>区域</th><td>区域</td><span class=\"held\">区域</span>"))
        .isEqualTo("<th>Areas</th><td>区域</td><span class=\"held\">区域</span>");
    assertThat(English.page("<h1>审核 <span class=\"quiet\">2 条</span></h1>"))
        .isEqualTo("<h1>Review <span class=\"quiet\">2 条</span></h1>");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

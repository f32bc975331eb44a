package taizhang.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
        Stream.concat(Files.walk(Path.of("src/main")), Files.walk(Path.of("../books/src/main")))) {
      StringBuilder all = new StringBuilder();
      files
          .filter(file -> file.toString().matches(".*\\.(jte|java|js)"))
          .forEach(file -> all.append(text(file)));
      sources = all.toString().replaceAll("\\s+", " ");
    }
    assertThat(English.words().keySet())
        .allSatisfy(word ->
            assertThat(Arrays.stream(word.split("[^\\p{IsHan}]+")).allMatch(sources::contains))
                .as(word)
                .isTrue());
  }

  @Test
  void whatIsPutInIsContentUnlessItIsAWordOfTheProgram() {
    assertThat(english("<p>共 ", "12", " 条</p>")).isEqualTo("<p>12 in all</p>");
    assertThat(english("<th>", "区域", "</th>")).isEqualTo("<th>Area</th>");
    assertThat(english("<td>", "区域", "</td>")).isEqualTo("<td><bdi lang=\"zh-CN\">区域</bdi></td>");
    assertThat(english("<h1>", "甲村", "</h1>")).isEqualTo("<h1><bdi lang=\"zh-CN\">甲村</bdi></h1>");
    assertThat(english("<option value=\"1\">", "甲村", "</option>"))
        .isEqualTo("<option value=\"1\">甲村</option>");
    assertThat(english("<p lang=\"zh-CN\">审核", "区域", "</p>"))
        .isEqualTo("<p lang=\"zh-CN\">审核区域</p>");
  }

  @Test
  void daysAreToldWithoutWords() {
    assertThat(English.of("2023年3月5日")).isEqualTo("2023-03-05");
    assertThat(English.of("2023年1—10月")).isEqualTo("2023-01…10");
    assertThat(English.of("2023年政府工作报告")).isEqualTo("Government work report 2023");
  }

  private static String english(String before, String put, String after) {
    EnglishOutput out = new EnglishOutput();
    out.writeContent(before);
    out.setContext("p", null);
    out.writeUserContent(put);
    out.writeContent(after);
    return out.english();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

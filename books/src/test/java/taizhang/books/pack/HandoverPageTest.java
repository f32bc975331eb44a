package taizhang.books.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each pack has a page for whoever takes over, written from it. */
class HandoverPageTest {

  private static final Path PAGES = Path.of("..", "docs", "packs");
  private static final String HOW =
      "write them anew: ./mvnw -q -pl books test -Dtest=HandoverPageTest -Dtaizhang.docs=write";

  private final Map<String, String> pages = HandoverPage.all(Packs.read(Path.of("..", "packs")));

  @Test
  void thePagesAreThoseOfThePacks() throws IOException {
    if ("write".equals(System.getProperty("taizhang.docs"))) {
      write();
    }
    try (Stream<Path> files = Files.list(PAGES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .as(HOW)
          .containsExactlyInAnyOrderElementsOf(pages.keySet());
    }
    pages.forEach(
        (name, text) -> assertThat(PAGES.resolve(name)).as(HOW).content().isEqualTo(text));
  }

  private void write() throws IOException {
    Files.createDirectories(PAGES);
    try (Stream<Path> files = Files.list(PAGES)) {
      files.filter(file -> !pages.containsKey(file.getFileName().toString())).forEach(this::delete);
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Files.writeString(PAGES.resolve(page.getKey()), page.getValue());
    }
  }

  private void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aPageSaysFieldsRulesMovesAndFormulasInTheWordsOfTheScreen() {
    String serves = "serves:\n  - {row: 1, by: [indicator paid], limit: 只列合计}\n";
    Packs packs = Yaml.read(Yaml.GOOD + serves);

    assertThat(HandoverPage.markdown(packs.packs().getFirst(), packs))
        .contains("# 社会救助")
        .contains("责任单位：民政办")
        .contains("按户主编号、发放日期查重")
        .contains("| 金额 | 金额（元） |  | 不小于0；不大于10000 |")
        .contains("| 类别 | 低保、特困 |  |  |")
        .contains("| 身份证号 | 文字 |  | 个人信息，加密保存 |")
        .contains("* 发放日期不能晚于今天（发放日期 ≤ 今天）")
        .contains("* 发放救助金：金额，按发放日期；条件：类别 = 低保 且 非急难")
        .contains("* 发放救助金：金额，每次转为办结时")
        .contains("* 救助户数：1，按发放日期，同一户主编号只计一次，可按类别分")
        .contains("* 在册人数：人数；条件：状态 = 受理")
        .contains("* 办结：受理 → 办结，须填金额")
        .contains("| 户均救助金 | 元/户 | 发放救助金÷救助户数 | 本镇 |  |  |")
        .contains("* 发放救助金：只列合计");
  }
}

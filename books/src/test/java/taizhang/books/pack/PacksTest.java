package taizhang.books.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs are read together, from a directory or from texts. */
class PacksTest {

  private static final String HEAD = "pack: NAME\ntitle: 标题\nowner: 民政办\n";

  @TempDir Path dir;

  @Test
  void theGoodPackOfTheseTestsIsGood() {
    assertThat(Yaml.pack(Yaml.GOOD).ledgers()).containsOnlyKeys("aid.grant");
  }

  @Test
  void everyFolderWithAPackIsRead() throws IOException {
    write("aid", Yaml.GOOD);
    write("other", head("other"));
    Files.createDirectories(dir.resolve("demo"));

    assertThat(Packs.read(dir).packs()).extracting(Pack::name).containsExactly("aid", "other");
  }

  @Test
  void aPackLiesInAFolderOfItsName() throws IOException {
    Path file = write("help", Yaml.GOOD);

    assertThat(broken())
        .containsExactly(file + ":1:7: pack: must be 'help', as its folder is called");
  }

  @Test
  void aDirectoryWithoutPacksIsRefused() {
    assertThat(broken()).containsExactly(dir + ":1:1: there is no NAME/pack.yaml here");
  }

  @Test
  void aDirectoryThatIsNotThereIsAFault() {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> Packs.read(dir.resolve("nowhere")));
  }

  @Test
  void aFileThatIsNotUtf8IsRefused() throws IOException {
    Path file = dir.resolve("aid").resolve("pack.yaml");
    Files.createDirectories(dir.resolve("aid"));
    Files.write(file, "pack: aid\ntitle: 救助\n".getBytes(java.nio.charset.Charset.forName("GBK")));

    assertThat(broken()).contains(file + ":1:1: not UTF-8");
  }

  @Test
  void aHugeFileIsRefusedUnread() throws IOException {
    Path file = write("aid", "#".repeat(5_000_000));

    assertThat(broken()).contains(file + ":1:1: longer than 1000000 characters");
  }

  @Test
  void allProblemsOfAllFilesAreToldAtOnce() {
    assertThat(
            Yaml.problems(
                head("one") + "colour: red\n",
                head("two") + "indicators:\n  x: {title: 某数, formula: \"yoy(one.y)\"}\n",
                "- not a pack\n"))
        .containsExactly(
            "a.yaml:4:1: colour: 'colour' is no key here (allowed: pack, title, owner, version,"
                + " ledgers, indicators, lifecycles, headlines, passages, serves)",
            "b.yaml:5:27: indicators.x.formula: there is no indicator 'one.y' (allowed: x)",
            "c.yaml:1:1: a pack is a mapping that begins with 'pack: NAME'");
  }

  @Test
  void onePackIsReadOnce() {
    assertThat(Yaml.problems(head("one"), head("one")))
        .containsExactly("b.yaml:1:7: pack: pack 'one' is declared in a.yaml");
  }

  @Test
  void aNameMeansOneIndicatorInAllPacksTogether() {
    String indicator = "indicators:\n  x: {title: 某数, unit: 个, kind: flow}\n";

    assertThat(Yaml.problems(head("one") + indicator, head("two") + indicator))
        .containsExactly("b.yaml:5:14: indicators.x.title: '某数' already means indicator one.x");
  }

  @Test
  void aCircleOfFormulasThroughTwoPacksIsTold() {
    assertThat(
            Yaml.problems(
                head("one") + "indicators:\n  x: {title: 甲, formula: \"yoy(two.y)\"}\n",
                head("two") + "indicators:\n  y: {title: 乙, formula: \"yoy(one.x)\"}\n"))
        .containsExactly(
            "a.yaml:5:26: indicators.x.formula: a circle: one.x → two.y → one.x",
            "b.yaml:5:26: indicators.y.formula: a circle: two.y → one.x → two.y");
  }

  @Test
  void theLongestChainOfFormulasAPackCanHoldIsRead() {
    assertThat(Yaml.pack(chain(1000)).indicators().lastEntry().getValue().unit()).isEqualTo("元");
  }

  @Test
  void aPackThatHoldsMoreIsRefused() {
    assertThat(Yaml.problems(chain(1001)))
        .containsExactly(
            "a.yaml:4:1: indicators: holds more than 1000 things: part the pack in two");
  }

  /** Indicators each the sum of the one declared before, which ends in one with a unit. */
  private static String chain(int length) {
    StringBuilder text = new StringBuilder(head("long")).append("indicators:\n");
    text.append("  x0: {title: 数0, unit: 元, kind: flow}\n");
    for (int i = 1; i < length; i++) {
      String formula = "\"sum(x" + (i - 1) + ", x0)\"";
      text.append("  x" + i + ": {title: 数" + i + ", formula: " + formula + "}\n");
    }
    return text.toString();
  }

  @Test
  void aTargetIsPostedToByNameToo() {
    Packs packs = Yaml.read(Yaml.GOOD.replace("{to: budget,", "{to: \"paid#target\","));

    PostingRule rule = packs.packs().getFirst().ledgers().firstEntry().getValue().post().getLast();
    assertThat(rule.to()).isEqualTo("aid.paid#target");
    assertThat(rule.kind()).isEqualTo(IndicatorKind.STATED);
  }

  private static String head(String name) {
    return HEAD.replace("NAME", name);
  }

  private Path write(String folder, String text) throws IOException {
    Path file = dir.resolve(folder).resolve("pack.yaml");
    Files.createDirectories(dir.resolve(folder));
    return Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private List<String> broken() {
    return assertThatExceptionOfType(BrokenPacks.class)
        .isThrownBy(() -> Packs.read(dir))
        .actual()
        .problems()
        .stream()
        .map(PackProblem::toString)
        .toList();
  }
}

package taizhang.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taizhang.server.database.BooksDatabase;

/** The main job from end to end, on one small town: the real packs, one field of work. */
class DemoOnTheLineTest {

  private static final Path PROGRAM = Path.of("..").toAbsolutePath().normalize();
  private static final String FIELD = "employment";

  @TempDir Path dir;

  @Test
  void entersComposesChecksAndFindsItAllThereTheSecondTime() throws IOException {
    Path home = home();
    try (BooksDatabase database = BooksDatabase.fresh()) {
      Terminal terminal =
          new Terminal(
              home, dir.resolve("data"), database.environment(), Terminal.plain().locale());
      String out = dir.resolve("out").toString();

      var first = terminal.type("demo", "--once", "--out", out);

      assertThat(first.exit()).as(first.out() + first.err()).isEqualTo(Exit.DONE);
      assertThat(first.out()).contains("entries appended", "1 of 1 published facts", "sound");
      assertThat(files(out)).containsExactly("试镇2023年政府工作报告.docx");
      byte[] paper = Files.readAllBytes(dir.resolve("out").resolve("试镇2023年政府工作报告.docx"));

      var second = terminal.type("demo", "--once", "--out", out);

      assertThat(second.exit()).isEqualTo(Exit.DONE);
      assertThat(second.out()).contains("used again");
      assertThat(dir.resolve("out").resolve("试镇2023年政府工作报告.docx")).hasBinaryContent(paper);

      var composed =
          terminal.type(
              "compose", "--town", "beicai", "--year", "2023", "--out", out + "/again.docx");
      assertThat(composed.exit()).as(composed.err()).isEqualTo(Exit.DONE);
      assertThat(dir.resolve("out").resolve("again.docx")).hasBinaryContent(paper);
      assertThat(
              terminal.type("compose", "--town", "beicai", "--year", "1999", "--out", "x").exit())
          .isEqualTo(Exit.REFUSED);
    }
  }

  private static List<String> files(String directory) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(directory))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** A home with the packs and one town that keeps a single field of work. */
  private Path home() throws IOException {
    Path home = Files.createDirectories(dir.resolve("home"));
    Files.createSymbolicLink(home.resolve("packs"), PROGRAM.resolve("packs"));
    Path from = PROGRAM.resolve("demo").resolve("beicai");
    Path town = home.resolve("demo").resolve("beicai");
    Path records = Files.createDirectories(town.resolve("records"));
    Files.copy(from.resolve("records").resolve(FIELD + ".yaml"), records.resolve(FIELD + ".yaml"));
    String declared = Files.readString(from.resolve("town.yaml"));
    Files.writeString(
        town.resolve("town.yaml"),
        Pattern.compile("(?m)^packs: .*$").matcher(declared).replaceFirst("packs: [employment]"));
    Files.writeString(town.resolve("stated.yaml"), "stated: []\ntargets: []\n");
    List<String> facts = Files.readAllLines(from.resolve("facts.csv"));
    List<String> kept =
        facts.stream()
            .filter(line -> line.startsWith("fact,") || line.contains("," + FIELD + "."))
            .filter(line -> !line.contains("#target"))
            .limit(2)
            .toList();
    assertThat(kept).hasSize(2);
    Files.write(town.resolve("facts.csv"), kept);
    String indicator = kept.getLast().split(",", -1)[10];
    Files.writeString(
        town.resolve("report.yaml"),
        """
        title: 试镇2023年政府工作报告
        town: beicai
        year: 2023
        session: 2024年1月
        presenter: 试镇人民政府
        salutation: 各位代表：
        opening:
          - 现在，我代表镇人民政府向大会报告工作，请予审议。
        chapters:
          - title: 2023年工作回顾
            paragraphs:
              - text: 全年共计{{%s}}。
        closing: []
        """
            .formatted(indicator));
    return home;
  }
}

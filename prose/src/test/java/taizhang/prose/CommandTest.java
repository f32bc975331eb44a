package taizhang.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taizhang.prose.command.ProseCommand;
import tools.jackson.core.JsonParser;
import tools.jackson.core.json.JsonFactory;

class CommandTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void answersZeroForASoundReportAndOneForFindingsE() throws IOException {
    assertThat(run("read", file("a.txt", Sentences.REPORT)).code()).isZero();
    assertThat(
            run("check", file("b.txt", Sentences.REPORT.replace("2021年工作回顾", "20xx年工作回顾"))).code())
        .isEqualTo(1);
  }

  @Test
  void answersTwoForBadInputWithAMessage() throws IOException {
    Run missing = run("read", folder.resolve("none.txt").toString());
    Run empty = run("check", file("empty.txt", ""));

    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("none.txt");
    assertThat(empty.code()).isEqualTo(2);
  }

  @Test
  void printsOneJsonObjectWhateverTheTextHolds() throws IOException {
    Run run = run("read", "--json", file("a.txt", Sentences.REPORT + "引号\"和\\反斜线。\n完成投资3亿元"));

    int depth = 0;
    try (JsonParser parser = new JsonFactory().createParser(run.out())) {
      while (parser.nextToken() != null) {
        depth++;
      }
    }
    assertThat(depth).isGreaterThan(100);
    assertThat(run.out())
        .contains("\"claims\": [", "\"commitments\": [", "\"findings\": [", "\"year\": \"2021\"");
  }

  @Test
  void takesACatalogueAsTableOrJson() throws IOException {
    String report = file("a.txt", Sentences.REPORT);
    String table = file("c.tsv", "econ.rev\t一般公共预算收入\t财政收入|税收\t元\n");
    String json =
        file(
            "c.json",
            "[{\"code\": \"econ.rev\", \"title\": \"一般公共预算收入\", \"aliases\": [], \"unit\": \"元\"}]");

    assertThat(run("read", "--json", "--catalogue", table, report).out())
        .contains("\"indicator\": \"econ.rev\"");
    assertThat(run("read", "--json", "--catalogue", json, report).out())
        .contains("\"indicator\": \"econ.rev\"");
    assertThat(run("read", "--json", "--catalogue", report, report).code()).isEqualTo(2);
    System.setProperty("taizhang.indicators", table);
    try {
      assertThat(run("read", "--json", report).out()).contains("\"indicator\": \"econ.rev\"");
    } finally {
      System.clearProperty("taizhang.indicators");
    }
  }

  @Test
  void writesCorrectionsToANewFileOnly() throws IOException {
    String file = file("a.txt", "截止目前,全部完工。");
    Path out = folder.resolve("out.txt");

    run("check", file, "--fix", out.toString());

    assertThat(Files.readString(out)).isEqualTo("截至目前，全部完工。");
    assertThat(run("check", file, "--fix", file).code()).isEqualTo(2);
    assertThat(Files.readString(Path.of(file))).isEqualTo("截止目前,全部完工。");
  }

  private record Run(int code, String out, String err) {}

  private String file(String name, String text) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static Run run(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
      int code = ProseCommand.run(arguments);
      return new Run(
          code,
          printed.toString(StandardCharsets.UTF_8),
          complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}

package taizhang.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taizhang.prose.catalogue.Catalogue;
import taizhang.prose.catalogue.CatalogueFile;
import taizhang.prose.number.Units;

/** What needs no database: usage, packs, worked cases in the pure core, exit codes. */
class UsageTest {

  private static final String CASE =
      """
      [{"name": "one", "areas": {"T": null, "V": "T"},
        "post": [{"to": "x", "kind": "flow", "amount": "n", "on": "d"}],
        "log": [{"seq": 1, "kind": "open", "record": "r", "area": "V", "effective_on": "2023-01-05",
                 "patch": {"n": "3", "d": "2023-01-05"}}],
        "readings": [{"indicator": "x", "area": "T", "from": "2023-01-01", "to": "2023-12-31",
                      "expect": "%s"}]}]
      """;

  private final Terminal terminal = Terminal.plain();

  @Test
  void withoutACommandItSaysSoAndEndsWithTwo() {
    var answer = terminal.type();

    assertThat(answer.exit()).isEqualTo(Exit.REFUSED);
    assertThat(answer.err()).contains("Which command?").contains("taizhang --help");
  }

  @Test
  void helpNamesEveryCommandInTheLanguageAskedFor() {
    assertThat(terminal.type("--help").out())
        .contains("Usage:", "demo", "facts", "import", "restore", "Exit codes");
    assertThat(terminal.in(Locale.CHINESE).type("help").out()).contains("用法", "已公布数据", "退出码");
    assertThat(terminal.in(Locale.CHINESE).type("figure", "--help").out()).contains("乡镇代码");
  }

  @Test
  void whatIsNotUnderstoodEndsWithTwo() {
    assertThat(terminal.type("frobnicate").exit()).isEqualTo(Exit.REFUSED);
    assertThat(terminal.type("figure").err()).contains("--town", "--period", "INDICATOR");
    assertThat(terminal.type("packs", "--jsno").err()).contains("--jsno");
    assertThat(terminal.in(Locale.CHINESE).type("figure").err()).contains("缺少");
  }

  @Test
  void bothLanguagesSayTheSameThings() throws IOException {
    assertThat(bundle("messages_zh.properties").keySet())
        .isEqualTo(bundle("messages.properties").keySet());
  }

  private static Properties bundle(String name) throws IOException {
    Properties properties = new Properties();
    try (var in = Taizhang.class.getResourceAsStream(name)) {
      properties.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
    }
    return properties;
  }

  @Test
  void listsThePacksAsJson() {
    var answer = terminal.type("packs", "--json");

    assertThat(answer.exit()).isEqualTo(Exit.DONE);
    assertThat(answer.json())
        .anySatisfy(pack -> {
          assertThat(pack.get("pack").asString()).isEqualTo("system");
          assertThat(pack.get("ledgers").get(0).get("fields").size()).isPositive();
        });
  }

  @Test
  void aBrokenPackIsToldWithFileAndLine(@TempDir Path dir) throws IOException {
    Path folder = Files.createDirectories(dir.resolve("bad"));
    Files.writeString(folder.resolve("pack.yaml"), "pack: bad\ntitle: 坏\nownr: x\n");

    var answer = terminal.type("packs", "check", dir.toString());

    assertThat(answer.exit()).isEqualTo(Exit.REFUSED);
    assertThat(answer.err()).contains("pack.yaml:3:").contains("ownr");
    assertThat(terminal.type("packs", "check", dir + "/none").exit()).isEqualTo(Exit.REFUSED);
  }

  @Test
  void worksCasesInThePureCoreAndCountsThem(@TempDir Path dir) throws IOException {
    Path right = Files.writeString(dir.resolve("right.json"), CASE.formatted("3"));
    Path wrong = Files.writeString(dir.resolve("wrong.json"), CASE.formatted("4"));

    var answer = terminal.type("conform", "--pure", right.toString());
    assertThat(answer.exit()).isEqualTo(Exit.DONE);
    assertThat(answer.out().lines().toList()).last().isEqualTo("1 readings agree, 0 differ");

    var differing = terminal.type("conform", "--pure", right.toString(), wrong.toString());
    assertThat(differing.exit()).isEqualTo(Exit.ATTEND);
    assertThat(differing.out()).contains("expected 4, got 3");
    assertThat(differing.out().lines().toList()).last().isEqualTo("1 readings agree, 1 differ");
  }

  @Test
  void printsTheIndicatorsOfThePacksAsTheReaderOfReportsTakesThem(@TempDir Path dir)
      throws IOException {
    var answer = terminal.type("packs", "indicators");

    assertThat(answer.exit()).isEqualTo(Exit.DONE);
    Catalogue catalogue = CatalogueFile.read(Files.writeString(dir.resolve("i.tsv"), answer.out()));
    assertThat(catalogue.fit("一般公共预算收入", Units.named("元")))
        .isEqualTo(new Catalogue.Fit("economy.general_budget_revenue", 1.0));
  }

  @Test
  void readsReportsWithoutADatabase(@TempDir Path dir) throws IOException {
    Path report = Files.writeString(dir.resolve("a.txt"), "2023年，全镇一般公共预算收入4717万元。\n");
    PrintStream out = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    try {
      assertThat(terminal.type("read", report.toString(), "--json").exit()).isLessThan(2);
      assertThat(terminal.type("check", dir + "/none.txt").exit()).isEqualTo(Exit.REFUSED);
    } finally {
      System.setOut(out);
    }
  }

  @Test
  void aTakenPortEndsWithThreeBeforeAnythingIsStarted() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var answer = terminal.type("serve", "--port", taken.getLocalPort() + "");

      assertThat(answer.exit()).isEqualTo(Exit.ENVIRONMENT);
      assertThat(answer.err()).contains("--port");
    }
  }

  @Test
  void aDatabaseThatCannotBeReachedEndsWithThree() {
    var nowhere =
        Map.of(
            "TAIZHANG_DB_URL", "jdbc:postgresql://127.0.0.1:9/none",
            "TAIZHANG_DB_USER", "u",
            "TAIZHANG_DB_PASSWORD", "p");

    var answer = terminal.over(nowhere).type("verify");

    assertThat(answer.exit()).isEqualTo(Exit.ENVIRONMENT);
    assertThat(answer.err()).doesNotContain("Exception");
  }

  @Test
  void chineseIsSpokenWhereTheEnvironmentAsksForIt() {
    assertThat(Setting.language(Map.of("LANG", "zh_CN.UTF-8"))).isEqualTo(Locale.CHINESE);
    assertThat(Setting.language(Map.of("LANG", "zh_CN.UTF-8", "LC_ALL", "C.UTF-8")))
        .isEqualTo(Locale.ENGLISH);
  }
}

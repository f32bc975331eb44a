package taizhang.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taizhang.server.ChannelPack;
import taizhang.server.TestBooks;
import taizhang.server.database.BooksDatabase;
import tools.jackson.databind.JsonNode;

/** Tables in and out, as typed on the command line. */
class TablesOnTheLineTest {

  @TempDir Path dir;
  private BooksDatabase database;
  private Terminal terminal;

  @BeforeEach
  void open() {
    database = BooksDatabase.fresh();
    try (TestBooks books = TestBooks.over(database)) {
      books.town("alpha", ChannelPack.NAMED);
    }
    terminal = Terminal.plain().at(dir).over(database.environment());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Terminal.Answer enter(Path file, String... more) {
    String[] command = {"import", "--town", "alpha", "--ledger", "works/channel", file.toString()};
    String[] all = java.util.Arrays.copyOf(command, command.length + more.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    return terminal.type(all);
  }

  private Path csv(String text) throws IOException {
    return Files.writeString(dir.resolve("table.csv"), text);
  }

  private String lined() {
    return terminal
        .type("figure", "works.lined", "--town", "alpha", "--period", "2023", "--json")
        .json()
        .getFirst()
        .get("value")
        .asString();
  }

  @Test
  void entersWhatPeopleWriteAndNothingTwice() throws IOException {
    Path file =
        csv(
            """
            2023年渠道台账,,,,,,
            区域,名称,长度（公里）,完工日期,施工队,已衬砌,完好率
            V,东渠,2.5,2023/3/5,自建,是,95%
            W,西渠,１.25,2023年11月20日,hired,否,80.5
            """);

    var rehearsal = enter(file, "--dry-run", "--json");
    assertThat(rehearsal.exit()).as(rehearsal.err()).isEqualTo(Exit.DONE);
    JsonNode would = rehearsal.json().getFirst();
    assertThat(would.get("opened").asInt()).isEqualTo(2);
    assertThat(would.get("figures").get(0).get("indicator").asString()).isEqualTo("works.lined");
    assertThat(would.get("figures").get(0).get("by").asString()).isEqualTo("3.75");
    assertThat(lined()).isEqualTo("0");

    assertThat(enter(file, "--json").json().getFirst().get("opened").asInt()).isEqualTo(2);
    assertThat(lined()).isEqualTo("3.75");

    JsonNode again = enter(file, "--json").json().getFirst();
    assertThat(again.get("opened").asInt()).isZero();
    assertThat(again.get("again").asInt()).isEqualTo(2);
    assertThat(lined()).isEqualTo("3.75");
  }

  @Test
  void tellsEverythingThatIsWrongWithRowAndColumnAndEntersNothing() throws IOException {
    Path file =
        csv(
            """
            区域,名称,长度,完工日期,施工队,已衬砌
            V,东渠,"2,500",2023/3/5,自建,是
            V,西渠,99,2023-02-30,租赁,也许
            V,东渠,1,,,
            ,南渠,1,,,
            X,北渠,1,2023-01-01,,
            V,老渠,1,1999-01-01,,
            V,,1,,,
            """);

    var answer = enter(file, "--json");

    assertThat(answer.exit()).isEqualTo(Exit.REFUSED);
    JsonNode problems = answer.json().getFirst().get("problems");
    List<String> places =
        problems
            .valueStream()
            .map(p -> p.get("row").asInt() + " " + p.get("code").asString())
            .toList();
    assertThat(places)
        .containsExactlyInAnyOrder(
            "2 WRONG_TYPE",
            "3 OUT_OF_RANGE",
            "3 WRONG_TYPE",
            "3 UNKNOWN_CODE",
            "3 WRONG_TYPE",
            "4 ALREADY",
            "5 AREA_REQUIRED");
    assertThat(enter(file).err())
        .contains("Row 2 of the table, column 长度（公里）", "nothing was entered");
    assertThat(
            terminal
                .in(Locale.CHINESE)
                .type("import", "--town", "alpha", "--ledger", "works/channel", file.toString())
                .err())
        .contains("表格第 2 行“长度（公里）”列", "不带千分位");
    assertThat(lined()).isEqualTo("0");
  }

  @Test
  void placesOnTheBooksAreCheckedForAllRowsToo() throws IOException {
    Path file =
        csv(
            """
            区域,名称,长度,完工日期
            X,北渠,1,2023-01-01
            V,老渠,1,1999-01-01
            V,,1,2023-01-01
            """);

    var answer = enter(file, "--json");

    assertThat(
            answer
                .json()
                .getFirst()
                .get("problems")
                .valueStream()
                .map(p -> p.get("code").asString()))
        .contains("UNKNOWN_AREA", "AREA_NOT_VALID", "MISSING_FIELD");
    assertThat(lined()).isEqualTo("0");
  }

  @Test
  void headingsAreHeldAgainstTheLedger() throws IOException {
    var unit = enter(csv("区域,名称,长度（米）\nV,东渠,2500\n"), "--json");
    assertThat(unit.json().getFirst().get("problems").get(0).get("code").asString())
        .isEqualTo("WRONG_UNIT");

    var unknown = enter(csv("区域,名称,深度\nV,东渠,2\n"));
    assertThat(unknown.exit()).isEqualTo(Exit.REFUSED);
    assertThat(unknown.err()).contains("深度", "长度（公里）");

    assertThat(enter(csv("区域,长度\nV,2\n")).err()).contains("名称");
    assertThat(enter(csv("")).exit()).isEqualTo(Exit.REFUSED);
    assertThat(terminal.type("import", "--town", "alpha", "--ledger", "works/canal", "x.csv").err())
        .contains("works.channel");
  }

  @Test
  void workbooksBringDatesAsDaysAndShownPercentages() throws IOException {
    Path file = dir.resolve("table.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "t", "1.0")) {
      var sheet = workbook.newWorksheet("s");
      List<String> headings = List.of("区域", "名称", "长度", "完工日期", "完好率");
      for (int n = 0; n < headings.size(); n++) {
        sheet.value(0, n, headings.get(n));
      }
      sheet.value(1, 0, "V");
      sheet.value(1, 1, "东渠");
      sheet.value(1, 2, 2.5);
      sheet.value(1, 3, 44990);
      sheet.value(1, 4, 0.955);
      sheet.style(1, 4).format("0.0%").set();
    }

    assertThat(enter(file).exit()).isEqualTo(Exit.DONE);
    assertThat(exported("a.csv")).contains("2023-03-05").contains("95.5");
  }

  private String exported(String name) throws IOException {
    Path file = dir.resolve(name);
    var answer =
        terminal.type("export", "--town", "alpha", "--ledger", "works/channel", file.toString());
    assertThat(answer.exit()).as(answer.err()).isEqualTo(Exit.DONE);
    return name.endsWith(".csv") ? Files.readString(file) : "";
  }

  @Test
  void ourOwnExportReadBackChangesNothing() throws IOException {
    enter(
        csv(
            """
            区域,名称,长度,完工日期,施工队,已衬砌,备注,负责人
            V,=1+1,2.5,2023-03-05,自建,是,"a, ""b"" c",王小明
            V,-渠,1.250,2023-03-05,,否,''=x,李小红
            W,西渠,,,,,"两
            行",
            """));

    String csv = exported("out.csv");
    assertThat(csv).contains("'=1+1").contains("'-渠").contains("''=x").doesNotContain("王小明");
    exported("out.xlsx");
    for (String name : List.of("out.csv", "out.xlsx")) {
      JsonNode done = enter(dir.resolve(name), "--json").json().getFirst();
      assertThat(done.get("unchanged").asInt()).as(name).isEqualTo(3);
      assertThat(done.get("changed").asInt()).isZero();
      assertThat(done.get("opened").asInt()).isZero();
    }
    Path gb = dir.resolve("gb.csv");
    terminal.type(
        "export", "--town", "alpha", "--ledger", "works/channel", gb.toString(), "--gb18030");
    assertThat(Files.readString(gb, Charset.forName("GB18030"))).contains("西渠");
    assertThat(enter(gb, "--json").json().getFirst().get("unchanged").asInt()).isEqualTo(3);
  }

  @Test
  void anEditedExportChangesOrCorrectsAndStaleOnesAreRefused() throws IOException {
    enter(csv("区域,名称,长度,完工日期\nV,东渠,2.5,2023-03-05\n"));
    String table = exported("out.csv");
    Path edited = dir.resolve("edited.csv");
    Files.writeString(edited, table.replace(",2.5,", ",3,"));

    var noReason = enter(edited, "--as", "correct");
    assertThat(noReason.exit()).isEqualTo(Exit.REFUSED);
    assertThat(noReason.err()).contains("reason");
    var corrected = enter(edited, "--as", "correct", "--reason", "量错了", "--json");
    assertThat(corrected.json().getFirst().get("changed").asInt()).isEqualTo(1);
    assertThat(lined()).isEqualTo("3");

    Files.writeString(edited, table.replace(",2.5,", ",4,"));
    var stale = enter(edited, "--as", "correct", "--reason", "又错了", "--json");
    assertThat(stale.exit()).isEqualTo(Exit.REFUSED);
    assertThat(stale.json().getFirst().get("problems").get(0).get("code").asString())
        .isEqualTo("STALE_VERSION");
    assertThat(lined()).isEqualTo("3");
  }

  @Test
  void theSameThingEnteredOtherwiseIsRefusedWithItsRecord() throws IOException {
    enter(csv("区域,名称,长度,完工日期\nV,东渠,2.5,2023-03-05\n"));

    var twin = enter(csv("区域,名称,长度,完工日期\nV,东渠,7,2023-03-05\n"), "--json");

    assertThat(twin.exit()).isEqualTo(Exit.REFUSED);
    assertThat(twin.json().getFirst().get("problems").get(0).get("code").asString())
        .isEqualTo("DUPLICATE");
    assertThat(lined()).isEqualTo("2.5");
  }

  @Test
  void aHugeFileIsRefusedBeforeItIsRead() throws IOException {
    Path huge = Files.write(dir.resolve("huge.csv"), new byte[21 << 20]);

    assertThat(enter(huge).err()).contains("20 MB");
    assertThat(Files.writeString(dir.resolve("a.csv"), "x", StandardCharsets.UTF_8)).exists();
  }
}

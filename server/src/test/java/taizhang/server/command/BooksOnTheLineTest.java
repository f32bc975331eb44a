package taizhang.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.server.ChannelPack;
import taizhang.server.TestBooks;
import taizhang.server.database.BooksDatabase;
import taizhang.server.database.ServeLock;
import tools.jackson.databind.JsonNode;

/** Commands on books that are there: figures, facts, reasons, verification, serving. */
class BooksOnTheLineTest {

  @TempDir static Path home;
  private static BooksDatabase database;
  private static Terminal terminal;

  @BeforeAll
  static void open() throws IOException {
    database = BooksDatabase.fresh();
    try (TestBooks books = TestBooks.over(database)) {
      books.town("alpha", ChannelPack.NAMED);
      books.at("2024-01-16T04:00:00Z");
      books.entries().append("alpha", "clerk", channel("东渠", "2.5", "2023-03-05"));
      books.at("2024-02-16T04:00:00Z");
      books.entries().append("alpha", "clerk", channel("西渠", "1.25", "2023-11-20"));
    }
    Path demo = Files.createDirectories(home.resolve("demo").resolve("alpha"));
    Files.writeString(
        demo.resolve("facts.csv"),
        """
        fact,title,expected,unit,text,approx,role,kind,status,period,indicator,area,authority
        alpha-1-2,渠道衬砌,3.75,公里,3.75公里,exact,level,actual,actual,2023,works.lined,,own
        alpha-1-9,渠道衬砌,5,公里,5公里,exact,level,actual,actual,2023,works.lined,,own
        alpha-2-1,不存在,4,公里,4公里,exact,level,actual,actual,2023,works.none,,own
        """);
    terminal = Terminal.plain().at(home).over(database.environment());
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static Submission channel(String name, String km, String on) {
    return Submission.open(
        "works.channel",
        "V",
        null,
        Map.of("name", Value.of(name), "km", Value.of(km), "done_on", Value.of(on)));
  }

  private static JsonNode figure(String... more) {
    String[] command = {"figure", "works.lined", "--town", "alpha", "--period", "2023", "--json"};
    String[] all = java.util.Arrays.copyOf(command, command.length + more.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    var answer = terminal.type(all);
    assertThat(answer.exit()).as(answer.err()).isEqualTo(Exit.DONE);
    return answer.json().getFirst();
  }

  @Test
  void aFigureIsOneObjectWithValuesAsDecimalStrings() {
    JsonNode figure = figure("--lineage");

    assertThat(figure.get("value").asString()).isEqualTo("3.75");
    assertThat(figure.get("unit").asString()).isEqualTo("公里");
    assertThat(figure.get("entries").asInt()).isEqualTo(2);
    assertThat(figure.get("lineage").size()).isEqualTo(2);
    assertThat(figure.get("lineage").get(0).get("amount").asString()).isEqualTo("1.25");
    assertThat(figure.get("area").asString()).isEqualTo("T");
  }

  @Test
  void aFigureIsReadAsOfAnEntryOrAnInstant() {
    long newest = figure().get("seq").asLong();

    assertThat(figure("--as-of", newest - 1 + "").get("value").asString()).isEqualTo("2.5");
    assertThat(figure("--as-of", "2024-02-01T00:00:00+08:00").get("value").asString())
        .isEqualTo("2.5");
    assertThat(figure("--as-of", "2024-03-01T00:00:00+08:00").get("value").asString())
        .isEqualTo("3.75");
    assertThat(figure("--area", "W").get("value").asString()).isEqualTo("0");
  }

  @Test
  void jsonDoesNotChangeWithTheLocale() {
    String[] command = {"figure", "衬砌渠道", "--town", "alpha", "--period", "2023", "--json"};

    assertThat(terminal.in(Locale.CHINESE).type(command).out())
        .isEqualTo(terminal.type(command).out());
  }

  @Test
  void badQuestionsAreRefusedWithAWayOut() {
    assertRefused(List.of("figure", "works.lined", "--town", "omega", "--period", "2023"), "alpha");
    assertRefused(
        List.of("figure", "works.lnd", "--town", "alpha", "--period", "2023"), "works.lnd");
    assertRefused(List.of("figure", "works.lined", "--town", "alpha", "--period", "23"), "2023-Q3");
    assertRefused(
        List.of("figure", "works.lined", "--town", "alpha", "--period", "2023", "--area", "X"),
        "X");
    assertRefused(
        List.of("figure", "works.lined", "--town", "alpha", "--period", "2023", "--as-of", "soon"),
        "soon");
    assertRefused(List.of("facts", "--town", "../alpha"), "facts.csv");
    assertRefused(List.of("why", "alpha-9-9"), "alpha-9-9");
    assertRefused(List.of("why", "works.lined"), "--town");
    assertRefused(
        List.of("export", "--town", "alpha", "--ledger", "works/canal", "a.csv"), "canal");
    assertRefused(List.of("verify", "--town", "omega"), "alpha");
  }

  private static void assertRefused(List<String> command, String says) {
    var answer = terminal.type(command.toArray(String[]::new));
    assertThat(answer.exit()).as(command + answer.err()).isEqualTo(Exit.REFUSED);
    assertThat(answer.err()).contains(says);
    assertThat(answer.out()).isEmpty();
  }

  @Test
  void factsAreHeldAgainstTheBooksLineByLine() {
    var answer = terminal.type("facts", "--town", "alpha", "--json");

    assertThat(answer.exit()).isEqualTo(Exit.ATTEND);
    JsonNode first = answer.json().getFirst();
    assertThat(first.propertyNames())
        .containsExactly(
            "fact", "indicator", "expected", "computed", "unit", "postings", "entries", "ok");
    assertThat(first.get("computed").asString()).isEqualTo("3.75");
    assertThat(first.get("ok").asBoolean()).isTrue();
    assertThat(answer.json().get(1).get("ok").asBoolean()).isFalse();
    assertThat(answer.json().get(2).get("computed").isNull()).isTrue();
    assertThat(terminal.type("facts", "--town", "alpha").out()).contains("1 of 3", "DIFFERS");
  }

  @Test
  void tellsWhyInWords() {
    var answer = terminal.in(Locale.CHINESE).type("why", "alpha-1-2");

    assertThat(answer.exit()).as(answer.err()).isEqualTo(Exit.DONE);
    assertThat(answer.out()).contains("3.75公里", "发生额", "clerk", "新登记", "+1.25 公里");
    var computed = terminal.type("why", "works.lined_share", "--town", "alpha", "--period", "2023");
    assertThat(computed.out()).contains("share", "works.lined");
  }

  @Test
  void verifiesEveryTown() {
    var answer = terminal.type("verify", "--json");

    assertThat(answer.exit()).isEqualTo(Exit.DONE);
    assertThat(answer.json())
        .singleElement()
        .satisfies(town -> {
          assertThat(town.get("town").asString()).isEqualTo("alpha");
          assertThat(town.get("sound").asBoolean()).isTrue();
          assertThat(town.get("findings").size()).isZero();
        });
  }

  @Test
  void runsWorkedCasesThroughTheDatabaseAndLeavesNothing(@TempDir Path dir) throws IOException {
    Path cases =
        Files.writeString(
            dir.resolve("cases.json"),
            """
            [{"name": "one", "areas": {"T": null, "V": "T"},
              "post": [{"to": "x", "kind": "flow", "amount": "n", "on": "d"}],
              "log": [{"seq": 1, "kind": "open", "record": "r", "area": "V",
                       "effective_on": "2023-01-05", "patch": {"n": "3", "d": "2023-01-05"}}],
              "readings": [{"indicator": "x", "area": "T", "from": "2023-01-01",
                            "to": "2023-12-31", "expect": "3"}]}]
            """);

    var answer = Terminal.plain().over(database.environment()).type("conform", cases.toString());

    assertThat(answer.exit()).as(answer.err()).isEqualTo(Exit.DONE);
    assertThat(answer.out().lines().toList()).last().isEqualTo("1 readings agree, 0 differ");
    assertThat(terminal.type("verify", "--json").json()).hasSize(1);
  }

  @Test
  void aSecondServerOnTheSameDirectoryIsToldOfTheFirst(@TempDir Path data) {
    try (ServeLock first = ServeLock.take(data, 4711)) {
      var answer = terminal.type("serve", "--port", "0", "--data", data.toString());

      assertThat(first).isNotNull();
      assertThat(answer.exit()).isEqualTo(Exit.ENVIRONMENT);
      assertThat(answer.err()).contains("4711");
    }
  }

  @Test
  void servesUntilItIsEnded(@TempDir Path data) throws IOException, InterruptedException {
    Setting setting = new Setting(home, data, database.environment(), Console.ofProcess());
    Program program = Program.open(setting, data);
    int port = Serving.free(Serving.LOOPBACK, 0);
    try (Serving serving = Serving.start(setting, data, program, Serving.LOOPBACK, port);
        var client = java.net.http.HttpClient.newHttpClient()) {
      var answer =
          client.send(
              java.net.http.HttpRequest.newBuilder(
                      java.net.URI.create("http://127.0.0.1:" + serving.port() + "/no-such-page"))
                  .build(),
              java.net.http.HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).as("nobody is let in who does not sign in").isEqualTo(302);
      assertThat(ServeLock.holder(data)).isPresent();
    }
    assertThat(ServeLock.holder(data)).isEmpty();
  }
}

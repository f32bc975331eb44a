package taizhang.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.server.TestBooks;
import taizhang.server.database.BooksDatabase;
import tools.jackson.databind.JsonNode;

/** A new version of a pack: planned, adopted, and what no longer fits, on the command line. */
class PackUpgradeOnTheLineTest {

  private static final String FIRST =
      """
      pack: farm
      title: 农业生产
      owner: 农业农村办公室
      ledgers:
        plot:
          title: 地块
          lives_at: village
          fields:
            name: {title: 名称, type: text, required: true}
            area: {title: 面积, type: quantity, unit: 亩}
            crop: {title: 作物, type: code, codes: {wheat: 小麦, corn: 玉米}}
      """;

  @TempDir private Path home;
  private BooksDatabase database;
  private Terminal terminal;

  PackUpgradeOnTheLineTest() {
    database = BooksDatabase.fresh();
    terminal = Terminal.plain().over(database.environment());
  }

  @BeforeEach
  void open() throws IOException {
    terminal = terminal.at(home);
    try (TestBooks books = TestBooks.over(database)) {
      books.town("alpha", FIRST);
      Map<String, Value> fields =
          Map.of("name", Value.of("东坡"), "area", Value.of("12.5"), "crop", Value.of("corn"));
      books.entries().append("alpha", "clerk", Submission.open("farm.plot", "V", null, fields));
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void offer(String yaml) throws IOException {
    Path folder = Files.createDirectories(home.resolve("packs").resolve("farm"));
    Files.writeString(folder.resolve("pack.yaml"), yaml);
  }

  @Test
  void aPlanSaysWhatChangesAdoptingFillsInAndMisfitsAreListed() throws IOException {
    offer(FIRST);
    assertThat(terminal.type("packs", "plan", "--town", "alpha").out()).contains("newest");
    offer(
        FIRST.replace(
                "      crop:", "      soil: {title: 土质, type: text, required: true}\n      crop:")
            + "      mu: {title: 折合公顷, type: decimal, unit: 公顷, formula: \"area / 15\"}\n");
    var planned = terminal.type("packs", "plan", "--town", "alpha", "--json");
    assertThat(planned.exit()).as(planned.err()).isEqualTo(Exit.DONE);
    JsonNode plan = planned.json().getFirst();
    assertThat(plan.path("packs").path(0).path("changes").findValuesAsString("change"))
        .containsExactly("field_new", "field_required", "field_new", "derived");
    assertThat(plan.path("misfits").path(0).path("count").asLong()).isEqualTo(1);

    var adopted = terminal.type("packs", "adopt", "--town", "alpha", "--json");
    assertThat(adopted.exit()).as("one record cannot be filled in yet").isEqualTo(Exit.ATTEND);
    assertThat(adopted.json().getFirst().path("adopted").asInt()).isEqualTo(1);
    assertThat(adopted.json().getFirst().path("left")).hasSize(1);

    var misfits = terminal.in(Locale.CHINESE).type("packs", "misfits", "--town", "alpha");
    assertThat(misfits.exit()).isEqualTo(Exit.ATTEND);
    assertThat(misfits.out()).contains("地块", "“土质”必填");
    assertThat(terminal.type("packs", "plan", "--town", "alpha").out()).contains("newest");
  }

  @Test
  void whatWouldBeRefusedIsToldByThePlanAndRefusedByTheAdoption() throws IOException {
    offer(FIRST.replace(", corn: 玉米", ""));
    var plan = terminal.type("packs", "plan", "--town", "alpha");
    assertThat(plan.exit()).isEqualTo(Exit.ATTEND);
    assertThat(plan.err()).contains("code '玉米' is held by 1 records");
    var adopted = terminal.type("packs", "adopt", "--town", "alpha");
    assertThat(adopted.exit()).isEqualTo(Exit.REFUSED);
    assertThat(adopted.err()).contains("code '玉米'");
  }
}

package taizhang.server.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.pack.PackSource;
import taizhang.books.pack.Packs;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;
import taizhang.server.TestBooks;
import taizhang.server.database.BooksDatabase;
import taizhang.server.exchange.Exports;
import taizhang.server.ledger.Author;
import taizhang.server.ledger.RecordView;
import taizhang.server.ledger.Records;
import taizhang.server.ledger.SystemLedger;
import taizhang.server.ledger.TownRules;

/**
 * A town works with a pack, then adopts another version of it: what would turn the meaning of what
 * stands is refused, what no longer fits is listed and stays readable, figures stay where nothing
 * changed.
 */
class PackUpgradeTest {

  private static BooksDatabase database;
  private static TestBooks books;

  @TempDir private Path dir;
  private FarmTown farm;

  @BeforeAll
  static void open() {
    database = BooksDatabase.fresh();
    books = TestBooks.over(database);
  }

  @AfterAll
  static void close() {
    books.close();
    database.close();
  }

  @BeforeEach
  void sow() {
    farm = new FarmTown(books);
  }

  @Test
  void aCodeInUseIsNotTakenOutAndTheRefusalSaysWhereAndWhatToDo() {
    assertThat(FarmTown.refused(() -> farm.adopt(withoutCorn())))
        .contains("农业生产", "地块", "作物", "玉米", "1 条记录", "记录 " + farm.corn, "until");
    assertThat(farm.stands(farm.corn, "crop")).isEqualTo("corn");
    assertThat(farm.figure("farm.corn")).isEqualByComparingTo("12.5");
  }

  @Test
  void aCodeNobodyUsesAnyMoreIsTakenOut() {
    farm.correct(farm.corn, Map.of("crop", Value.of("wheat")));
    farm.adopt(withoutCorn());
    assertThat(farm.figure("farm.sown")).isEqualByComparingTo("42.5");
    farm.assertSound();
  }

  @Test
  void anEndedCodeStaysWithItsRecordsAndIsChosenForEarlierDaysOnly() {
    farm.adopt(FarmPack.with("corn: 玉米", "corn: {title: 玉米, until: 2025-02-28}"));
    assertThat(farm.figure("farm.corn")).isEqualByComparingTo("12.5");
    assertThat(FarmTown.refused(() -> farm.plot(Map.of("name", "新地", "crop", "corn", "area", "1"))))
        .contains("玉米", "2025-02-28");
    assertThat(
            FarmTown.refused(
                () -> farm.change(farm.wheat, "2025-03-05", Map.of("crop", Value.of("corn")))))
        .isNotBlank();
    farm.change(farm.corn, "2025-03-05", Map.of("crop", Value.of("corn"), "area", Value.of("13")));
    farm.plot(Map.of("name", "补登", "crop", "corn", "area", "2", "since", "2025-02-01"));
    assertThat(farm.figure("farm.corn")).isEqualByComparingTo("15");
    farm.assertSound();
  }

  @Test
  void anotherUnitIsRefusedWhileRecordsOrPostingsStandInTheOldOne() {
    assertThat(FarmTown.refused(() -> farm.adopt(FarmPack.FIRST.replace("unit: 亩", "unit: 公顷"))))
        .contains("面积", "由“亩”改为“公顷”", "另设新字段", "另设新指标");
  }

  @Test
  void aPersonalFieldWithValuesIsNotMadeOpen() {
    assertThat(
            FarmTown.refused(
                () -> farm.adopt(FarmPack.with("联系人, type: person", "联系人, type: text"))))
        .contains("联系人", "加密");
  }

  @Test
  void whatARemovedFieldHeldStaysReadableInTheRecordAndInTheExport() throws Exception {
    farm.adopt(FarmPack.with("      note: {title: 备注, type: text}\n", ""));
    RecordView record = farm.view(farm.corn);
    assertThat(record.image().text("note")).isEqualTo("土薄");
    assertThat(record.ledger().retired()).containsOnlyKeys("note");
    Path file = dir.resolve("plots.csv");
    books
        .get(Exports.class)
        .write(farm.town, "farm.plot", file, Exports.Kind.CSV, StandardCharsets.UTF_8, "");
    assertThat(Files.readString(file)).contains("备注〔已停用〕", "土薄").doesNotContain("sm4:");
    assertThat(farm.unfit("farm.plot").kept()).isEqualTo(1);
    assertThat(farm.unfit("farm.plot").count()).isZero();
    assertThat(farm.figure("farm.sown")).isEqualByComparingTo("42.5");
    farm.assertSound();
  }

  @Test
  void anotherTypeLeavesOldValuesReadableListsThemAndLetsThemBeMended() {
    String retyped =
        FarmPack.with("note: {title: 备注, type: text}", "note: {title: 备注, type: integer}");
    farm.adopt(
        FarmPack.with(retyped, "{to: sown, amount: area}", "{to: sown, amount: area * note}"));
    assertThat(farm.view(farm.corn).image().text("note")).isEqualTo("土薄");
    assertThat(farm.figure("farm.sown")).as("what is no number counts as absent").isZero();
    Unfit unfit = farm.unfit("farm.plot");
    assertThat(unfit.count()).isEqualTo(1);
    assertThat(unfit.first().getFirst().row().id()).isEqualTo(farm.corn);
    assertThat(unfit.first().getFirst().problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.WRONG_TYPE);

    farm.correct(farm.corn, Map.of("area", Value.of("10")));
    farm.correct(farm.corn, Map.of("note", Value.of("2")));
    assertThat(farm.misfits()).isEmpty();
    assertThat(farm.figure("farm.sown")).isEqualByComparingTo("20");
    farm.assertSound();
  }

  @Test
  void aFieldThatMustBeFilledNowIsAskedForAtTheNextEntry() {
    farm.adopt(
        FarmPack.with(
                "crop: {title: 作物, type: code,", "crop: {title: 作物, type: code, required: true,")
            .replace(
                "note: {title: 备注, type: text}", "note: {title: 备注, type: text, required: true}"));
    assertThat(farm.unfit("farm.plot").first())
        .extracting(found -> found.row().id())
        .containsExactly(farm.wheat);
    assertThat(FarmTown.refused(() -> farm.correct(farm.wheat, Map.of("area", Value.of("31")))))
        .contains("“备注”必填");
    farm.correct(farm.wheat, Map.of("area", Value.of("31"), "note", Value.of("壤土")));
    assertThat(farm.misfits()).isEmpty();
    farm.assertSound();
  }

  @Test
  void aLedgerThatIsGoneKeepsItsRecordsForReading() {
    String gone =
        FarmPack.FIRST
            .replaceAll("(?s)  harvest:.*?  tool:", "  tool:")
            .replace("  yield: {title: 产量, unit: 公斤, kind: flow}\n", "");
    long harvest = books.get(Records.class).ids(farm.town, "farm.harvest", 1, 0).getFirst();
    farm.adopt(gone);
    RecordView record = farm.view(harvest);
    assertThat(record.ledger().title()).isEqualTo("收成");
    assertThat(record.image().text("weight")).isEqualTo("400");
    assertThat(farm.unfit("farm.harvest").kept()).isEqualTo(2);
    assertThat(
            FarmTown.refused(
                () -> farm.change(harvest, "2025-03-05", Map.of("weight", Value.of("1")))))
        .contains("farm.harvest");
    assertThat(farm.figure("farm.sown")).isEqualByComparingTo("42.5");
    farm.assertSound();
  }

  @Test
  void aTargetWhoseIndicatorIsGoneIsListed() {
    books
        .entries()
        .append(
            farm.town,
            "clerk",
            Submission.open(
                SystemLedger.TARGET,
                "T",
                null,
                Map.of(
                    "indicator", Value.of("farm.corn"),
                    "period", Value.of("2025"),
                    "value", Value.of("20"),
                    "comparator", Value.of("ge"))));
    farm.adopt(
        FarmPack.FIRST
            .replaceAll("(?m)^ *- \\{to: corn.*\\n", "")
            .replaceAll("(?m)^ *corn: \\{title: 玉米面积.*\\n", ""));
    assertThat(farm.unfit(SystemLedger.TARGET).first().getFirst().problems())
        .extracting(problem -> problem.args().getFirst())
        .containsExactly("farm.corn");
    farm.assertSound();
  }

  @Test
  void thePlanSaysBeforehandWhatWouldMoveWhatWouldBeOutOfFitAndWhatStandsAgainstIt() {
    String next =
        FarmPack.with("{to: corn, amount: area,", "{to: corn, amount: area * 2,")
            .replace("      note: {title: 备注, type: text}\n", "")
            .replace(
                "      keeper:",
                "      soil: {title: 土质, type: text, required: true}\n      keeper:");
    Plan plan = farm.plan(next);
    assertThat(plan.refusals()).isEmpty();
    assertThat(plan.moved())
        .singleElement()
        .satisfies(moved -> {
          assertThat(moved.indicator().code()).isEqualTo("farm.corn");
          assertThat(moved.by()).isEqualByComparingTo("12.5");
        });
    assertThat(plan.unfit())
        .singleElement()
        .satisfies(unfit -> {
          assertThat(unfit.ledger().code()).isEqualTo("farm.plot");
          assertThat(unfit.count()).isEqualTo(2);
        });
    assertThat(farm.figure("farm.corn")).as("a plan changes nothing").isEqualByComparingTo("12.5");
    assertThat(farm.plan(withoutCorn()).refusals())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.CODE_IN_USE);
  }

  @Test
  void aPackStaysAdopted() {
    TownRules now = farm.rules();
    long adoption = Objects.requireNonNull(now.adoptionRecords().get("farm"));
    assertThat(
            FarmTown.refused(
                () -> farm.enter(SystemLedger.ADOPTION, EntryKind.VOID, adoption, null, Map.of())))
        .contains("不能作废");
    assertThat(FarmTown.refused(() -> books.adopt(farm.town, "farm", FarmPack.FIRST)))
        .contains("已启用");
  }

  @Test
  void packsThatNeedEachOthersNewThingsAreAdoptedTogether() {
    String shed =
        """
        pack: shed
        title: 仓储
        owner: 农业农村办公室
        ledgers:
          store:
            title: 仓库
            lives_at: village
            fields:
              name: {title: 名称, type: text, required: true}
        """;
    books.adopt(farm.town, "shed", shed);
    String stored =
        FarmPack.with(
            "      keeper:",
            "      store: {title: 入库, type: ref, ledger: shed.bin}\n      keeper:");
    String bins =
        shed
            + """
              bin:
                title: 粮囤
                lives_at: village
                fields:
                  of: {title: 地块, type: ref, ledger: farm.plot}
                  day: {title: 日期, type: date}
                  weight: {title: 重量, type: quantity, unit: 公斤}
                post:
                  - {to: farm.yield, amount: weight, on: day}
            """
                .indent(0)
                .replaceAll("(?m)^(?=.)", "  ")
                .replace("    bin:", "  bin:");
    Packs offered =
        Packs.read(
            List.of(
                new PackSource("packs/farm/pack.yaml", stored),
                new PackSource("packs/shed/pack.yaml", bins)));
    assertThat(books.get(Upgrades.class).adopt(farm.operator(), Author.operator("admin"), offered))
        .isEqualTo(2);
    assertThat(farm.view(farm.corn).image().text("note")).isEqualTo("土薄");
    farm.assertSound();
  }

  private static String withoutCorn() {
    return FarmPack.with(", corn: 玉米}", "}").replaceAll("(?m)^ *- \\{to: corn.*\\n", "");
  }
}

package taizhang.server.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taizhang.books.access.Clearance;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.figure.FigureQuery;
import taizhang.books.pack.PackSource;
import taizhang.books.pack.Packs;
import taizhang.books.period.Period;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.TestBooks;
import taizhang.server.audit.Verification;
import taizhang.server.database.BooksDatabase;
import taizhang.server.exchange.Exports;
import taizhang.server.ledger.Author;
import taizhang.server.ledger.RecordView;
import taizhang.server.ledger.Records;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.SystemLedger;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Towns;

/**
 * A town works with a pack, then adopts another version of it: what would turn the meaning of what
 * stands is refused, what no longer fits is listed and stays readable, figures stay where nothing
 * changed.
 */
class PackUpgradeTest {

  private static BooksDatabase database;
  private static TestBooks books;
  private static int made;

  @TempDir private Path dir;
  private String town = "";
  private long corn;
  private long wheat;

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
    books.at("2025-03-10T02:00:00Z");
    town = "farm" + ++made;
    books.town(town, FarmPack.FIRST);
    corn = plot(Map.of("name", "东坡", "area", "12.5", "crop", "corn", "note", "土薄", "keeper", "王五"));
    wheat = plot(Map.of("name", "西湾", "area", "30", "crop", "wheat"));
    harvest(corn, "2025-02-10", "400");
    harvest(corn, "2025-03-01", "225");
  }

  @Test
  void aCodeInUseIsNotTakenOutAndTheRefusalSaysWhereAndWhatToDo() {
    assertThat(refused(() -> adopt(withoutCorn())))
        .contains("农业生产", "地块", "作物", "玉米", "1 条记录", "记录 " + corn, "until");
    assertThat(stands(corn, "crop")).isEqualTo("corn");
    assertThat(figure("farm.corn")).isEqualByComparingTo("12.5");
  }

  @Test
  void aCodeNobodyUsesAnyMoreIsTakenOut() {
    correct(corn, Map.of("crop", Value.of("wheat")));
    adopt(withoutCorn());
    assertThat(figure("farm.sown")).isEqualByComparingTo("42.5");
    assertSound();
  }

  @Test
  void anEndedCodeStaysWithItsRecordsAndIsChosenForEarlierDaysOnly() {
    adopt(FarmPack.with("corn: 玉米", "corn: {title: 玉米, until: 2025-02-28}"));
    assertThat(figure("farm.corn")).isEqualByComparingTo("12.5");
    assertThat(refused(() -> plot(Map.of("name", "新地", "crop", "corn", "area", "1"))))
        .contains("玉米", "2025-02-28");
    assertThat(refused(() -> change(wheat, "2025-03-05", Map.of("crop", Value.of("corn")))))
        .isNotBlank();
    change(corn, "2025-03-05", Map.of("crop", Value.of("corn"), "area", Value.of("13")));
    plot(Map.of("name", "补登", "crop", "corn", "area", "2", "since", "2025-02-01"));
    assertThat(figure("farm.corn")).isEqualByComparingTo("15");
    assertSound();
  }

  @Test
  void anotherUnitIsRefusedWhileRecordsOrPostingsStandInTheOldOne() {
    assertThat(refused(() -> adopt(FarmPack.FIRST.replace("unit: 亩", "unit: 公顷"))))
        .contains("面积", "由“亩”改为“公顷”", "另设新字段", "另设新指标");
  }

  @Test
  void aPersonalFieldWithValuesIsNotMadeOpen() {
    assertThat(refused(() -> adopt(FarmPack.with("联系人, type: person", "联系人, type: text"))))
        .contains("联系人", "加密");
  }

  @Test
  void whatARemovedFieldHeldStaysReadableInTheRecordAndInTheExport() throws Exception {
    adopt(FarmPack.with("      note: {title: 备注, type: text}\n", ""));
    RecordView record = view(corn);
    assertThat(record.image().text("note")).isEqualTo("土薄");
    assertThat(record.ledger().retired()).containsOnlyKeys("note");
    Path file = dir.resolve("plots.csv");
    books
        .get(Exports.class)
        .write(town, "farm.plot", file, Exports.Kind.CSV, StandardCharsets.UTF_8, "");
    assertThat(Files.readString(file)).contains("备注〔已停用〕", "土薄").doesNotContain("sm4:");
    assertThat(unfit("farm.plot").kept()).isEqualTo(1);
    assertThat(unfit("farm.plot").count()).isZero();
    assertThat(figure("farm.sown")).isEqualByComparingTo("42.5");
    assertSound();
  }

  @Test
  void anotherTypeLeavesOldValuesReadableListsThemAndLetsThemBeMended() {
    String retyped =
        FarmPack.with("note: {title: 备注, type: text}", "note: {title: 备注, type: integer}");
    adopt(FarmPack.with(retyped, "{to: sown, amount: area}", "{to: sown, amount: area * note}"));
    assertThat(view(corn).image().text("note")).isEqualTo("土薄");
    assertThat(figure("farm.sown")).as("what is no number counts as absent").isZero();
    Unfit unfit = unfit("farm.plot");
    assertThat(unfit.count()).isEqualTo(1);
    assertThat(unfit.first().getFirst().row().id()).isEqualTo(corn);
    assertThat(unfit.first().getFirst().problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.WRONG_TYPE);

    correct(corn, Map.of("area", Value.of("10")));
    correct(corn, Map.of("note", Value.of("2")));
    assertThat(misfits()).isEmpty();
    assertThat(figure("farm.sown")).isEqualByComparingTo("20");
    assertSound();
  }

  @Test
  void aFieldThatMustBeFilledNowIsAskedForAtTheNextEntry() {
    adopt(
        FarmPack.with(
                "crop: {title: 作物, type: code,", "crop: {title: 作物, type: code, required: true,")
            .replace(
                "note: {title: 备注, type: text}", "note: {title: 备注, type: text, required: true}"));
    assertThat(unfit("farm.plot").first())
        .extracting(found -> found.row().id())
        .containsExactly(wheat);
    assertThat(refused(() -> correct(wheat, Map.of("area", Value.of("31"))))).contains("“备注”必填");
    correct(wheat, Map.of("area", Value.of("31"), "note", Value.of("壤土")));
    assertThat(misfits()).isEmpty();
    assertSound();
  }

  @Test
  void aLedgerThatIsGoneKeepsItsRecordsForReading() {
    String gone =
        FarmPack.FIRST
            .replaceAll("(?s)  harvest:.*?  tool:", "  tool:")
            .replace("  yield: {title: 产量, unit: 公斤, kind: flow}\n", "");
    long harvest = books.get(Records.class).ids(town, "farm.harvest", 1, 0).getFirst();
    adopt(gone);
    RecordView record = view(harvest);
    assertThat(record.ledger().title()).isEqualTo("收成");
    assertThat(record.image().text("weight")).isEqualTo("400");
    assertThat(unfit("farm.harvest").kept()).isEqualTo(2);
    assertThat(refused(() -> change(harvest, "2025-03-05", Map.of("weight", Value.of("1")))))
        .contains("farm.harvest");
    assertThat(figure("farm.sown")).isEqualByComparingTo("42.5");
    assertSound();
  }

  @Test
  void aTargetWhoseIndicatorIsGoneIsListed() {
    books
        .entries()
        .append(
            town,
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
    adopt(
        FarmPack.FIRST
            .replaceAll("(?m)^ *- \\{to: corn.*\\n", "")
            .replaceAll("(?m)^ *corn: \\{title: 玉米面积.*\\n", ""));
    assertThat(unfit(SystemLedger.TARGET).first().getFirst().problems())
        .extracting(problem -> problem.args().getFirst())
        .containsExactly("farm.corn");
    assertSound();
  }

  @Test
  void thePlanSaysBeforehandWhatWouldMoveWhatWouldBeOutOfFitAndWhatStandsAgainstIt() {
    String next =
        FarmPack.with("{to: corn, amount: area,", "{to: corn, amount: area * 2,")
            .replace("      note: {title: 备注, type: text}\n", "")
            .replace(
                "      keeper:",
                "      soil: {title: 土质, type: text, required: true}\n      keeper:");
    Plan plan = plan(next);
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
    assertThat(figure("farm.corn")).as("a plan changes nothing").isEqualByComparingTo("12.5");
    assertThat(plan(withoutCorn()).refusals())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.CODE_IN_USE);
  }

  @Test
  void aPackStaysAdopted() {
    TownRules now = rules();
    long adoption = Objects.requireNonNull(now.adoptionRecords().get("farm"));
    assertThat(
            refused(() -> enter(SystemLedger.ADOPTION, EntryKind.VOID, adoption, null, Map.of())))
        .contains("不能作废");
    assertThat(refused(() -> books.adopt(town, "farm", FarmPack.FIRST))).contains("已启用");
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
    books.adopt(town, "shed", shed);
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
    assertThat(books.get(Upgrades.class).adopt(operator(), Author.operator("admin"), offered))
        .isEqualTo(2);
    assertThat(view(corn).image().text("note")).isEqualTo("土薄");
    assertSound();
  }

  @Test
  void whatAPackBeginsToDeriveIsFilledInForWhatStandsOnceAndSaysWhy() {
    long tool = tool("2000", true);
    long unread = tool("500", false);
    adopt(FarmPack.deriving());
    assertThat(stands(corn, "got")).isEmpty();
    Filling filling = books.get(Filling.class);
    Filling.Filled filled = filling.fill(town, Author.operator("admin"), (done, total) -> {});
    assertThat(filled.left()).isEmpty();
    assertThat(stands(corn, "got")).isEqualTo("625");
    assertThat(stands(corn, "per")).isEqualTo("50");
    assertThat(stands(tool, "aid")).isEqualTo("600");
    assertThat(view(tool).pending()).as("what was reviewed stays so").isFalse();
    assertThat(view(unread).pending()).isTrue();
    assertThat(view(corn).entries().getLast().reason()).isNotBlank();
    assertThat(filling.fill(town, Author.operator("admin"), (done, total) -> {}).entries())
        .as("nothing is left to fill in")
        .isZero();
    assertSound();
  }

  @Test
  void aFillingThatBreaksOffGoesOnWhereItWas() {
    for (int n = 0; n < 210; n++) {
      plot(Map.of("name", "地块" + n, "area", "2"));
    }
    for (long plot : books.get(Records.class).ids(town, "farm.plot", 300, wheat)) {
      harvest(plot, "2025-03-02", "10");
    }
    adopt(FarmPack.deriving());
    Filling filling = books.get(Filling.class);
    assertThatThrownBy(() ->
            filling.fill(
                town,
                Author.operator("admin"),
                (done, total) -> {
                  throw new IllegalStateException("stopped");
                }))
        .hasMessage("stopped");
    long last = books.get(Records.class).ids(town, "farm.plot", 300, 0).getLast();
    assertThat(stands(corn, "got")).isEqualTo("625");
    assertThat(stands(last, "got")).isEmpty();
    Filling.Filled rest = filling.fill(town, Author.operator("admin"), (done, total) -> {});
    assertThat(stands(last, "got")).isEqualTo("10");
    assertThat(rest.entries()).isLessThan(100);
    assertSound();
  }

  @Test
  void aRecordThatIsOutOfFitIsLeftAndNamed() {
    adopt(
        FarmPack.with(
            FarmPack.deriving(),
            "note: {title: 备注, type: text}",
            "note: {title: 备注, type: text, required: true}"));
    harvest(corn, "2025-03-03", "0");
    Filling.Filled filled =
        books.get(Filling.class).fill(town, Author.operator("admin"), (done, total) -> {});
    assertThat(stands(corn, "got")).isEqualTo("625");
    assertThat(filled.left()).as("nothing follows for it yet").isEmpty();
    assertThat(refused(() -> harvest(wheat, "2025-03-03", "5"))).contains("备注");
  }

  private static String refused(ThrowingCallable work) {
    return catchThrowableOfType(Refusal.class, work).text(Locale.CHINESE);
  }

  private static String withoutCorn() {
    return FarmPack.with(", corn: 玉米}", "}").replaceAll("(?m)^ *- \\{to: corn.*\\n", "");
  }

  private void adopt(String yaml) {
    long record = Objects.requireNonNull(rules().adoptionRecords().get("farm"));
    Map<String, Value> fields = Map.of("version", Value.of(2), "yaml", Value.of(yaml));
    enter(SystemLedger.ADOPTION, EntryKind.CHANGE, record, null, fields);
  }

  private Plan plan(String yaml) {
    Packs offered = Packs.read(List.of(new PackSource("packs/farm/pack.yaml", yaml)));
    return books.get(Upgrades.class).plan(operator(), Author.operator("admin"), offered);
  }

  private Clearance operator() {
    return rules().operator(town);
  }

  private TownRules rules() {
    return books.get(Rules.class).of(books.get(Towns.class).find(town));
  }

  private List<Unfit> misfits() {
    return books.get(Misfits.class).of(operator(), 10);
  }

  private Unfit unfit(String ledger) {
    return misfits().stream()
        .filter(unfit -> unfit.ledger().code().equals(ledger))
        .findFirst()
        .orElseThrow();
  }

  private void assertSound() {
    assertThat(books.get(Verification.class).verify(town).findings()).isEmpty();
  }

  private long plot(Map<String, String> fields) {
    Map<String, Value> values = new HashMap<>(Map.of("since", Value.of("2025-03-01")));
    fields.forEach((name, text) -> values.put(name, Value.of(text)));
    return open("farm.plot", values);
  }

  private void harvest(long plot, String day, String weight) {
    open(
        "farm.harvest",
        Map.of(
            "plot", Value.of(Long.toString(plot)),
            "day", Value.of(day),
            "weight", Value.of(weight)));
  }

  private long tool(String price, boolean reviewed) {
    long tool = open("farm.tool", Map.of("name", Value.of("播种机"), "price", Value.of(price)));
    if (reviewed) {
      enter("farm.tool", EntryKind.REVIEW, tool, null, Map.of());
    }
    return tool;
  }

  private long open(String ledger, Map<String, Value> fields) {
    return books
        .entries()
        .append(town, "clerk", Submission.open(ledger, "V", null, fields))
        .record();
  }

  private void change(long record, String day, Map<String, Value> patch) {
    String ledger = view(record).ledger().code();
    enter(ledger, EntryKind.CHANGE, record, LocalDate.parse(day), patch);
  }

  private void correct(long record, Map<String, Value> patch) {
    enter(view(record).ledger().code(), EntryKind.CORRECT, record, null, patch);
  }

  private void enter(
      String ledger,
      EntryKind kind,
      long record,
      @Nullable LocalDate day,
      Map<String, Value> patch) {
    books
        .entries()
        .append(
            town,
            "clerk",
            new Submission(
                ledger, kind, record, null, null, null, day, patch, null, "核对后更正", null));
  }

  private RecordView view(long record) {
    return books.get(Records.class).find(operator(), record);
  }

  private String stands(long record, String field) {
    return view(record).image().text(field);
  }

  private BigDecimal figure(String indicator) {
    FigureQuery query = FigureQuery.of(indicator, Period.parse("2025-03"));
    return Objects.requireNonNull(books.figures().read(town, query).value());
  }
}

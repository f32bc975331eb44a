package taizhang.books.succession;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import taizhang.books.entry.Image;
import taizhang.books.entry.Value;
import taizhang.books.pack.Pack;
import taizhang.books.pack.PackSource;
import taizhang.books.pack.Packs;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.succession.PackChange.What;

/** What a new version of a pack changes, and which records no longer fit. */
class SuccessionTest {

  private static final String HEAD =
      """
      pack: farm
      title: 农业生产
      owner: 农业农村办公室
      ledgers:
      """;

  private static final String FIELD =
      """
      pack: farm
      title: 农业生产
      owner: 农业农村办公室
      ledgers:
        plot:
          title: 地块
          lives_at: village
          lifecycle: use
          fields:
            name: {title: 名称, type: text, required: true}
            area: {title: 面积, type: quantity, unit: 亩}
            crop: {title: 作物, type: code, codes: {wheat: 小麦, corn: 玉米}}
            note: {title: 备注, type: text}
          rules:
            - {check: "name != '荒地'", say: 荒地不登记}
          post:
            - {to: sown, amount: area}
      lifecycles:
        use:
          states: {idle: 闲置, sown: 播种, let: 出租}
          moves:
            sow: {from: [idle, let], to: sown, title: 播种}
            let: {from: sown, to: let, title: 出租}
            rest: {from: sown, to: idle, title: 休耕}
      indicators:
        sown: {title: 播种面积, unit: 亩, kind: stock}
      """;

  private static Pack pack(String yaml) {
    return Objects.requireNonNull(packs(yaml).pack("farm"));
  }

  private static Packs packs(String yaml) {
    return Packs.read(List.of(new PackSource("packs/farm/pack.yaml", yaml)));
  }

  private static String after(String once, String now) {
    assertThat(FIELD).contains(once);
    return FIELD.replace(once, now);
  }

  private static List<PackChange> changes(String once, String now) {
    return Succession.between(pack(FIELD), pack(after(once, now)));
  }

  @Test
  void aPackThatIsNewChangesNothingThatStands() {
    assertThat(Succession.between(null, pack(FIELD))).isEmpty();
    assertThat(Succession.between(pack(FIELD), pack(FIELD))).isEmpty();
  }

  @Test
  void aCodeTakenOutIsToldWithItsTitleAndTurnsTheMeaningOfWhatHoldsIt() {
    PackChange change = changes(", corn: 玉米}", "}").getFirst();
    assertThat(change.what()).isEqualTo(What.CODES_GONE);
    assertThat(change.what().turnsMeaning()).isTrue();
    assertThat(change.title()).isEqualTo("地块 · 作物");
    assertThat(change.keys()).containsExactly("corn");
    assertThat(change.was()).isEqualTo("玉米");
  }

  @Test
  void aCodeThatIsEndedKeepsItsMeaning() {
    List<PackChange> changes = changes("corn: 玉米", "corn: {title: 玉米, until: 2025-12-31}");
    assertThat(changes).extracting(PackChange::what).containsExactly(What.CODES_ENDED);
    assertThat(changes.getFirst().what().turnsMeaning()).isFalse();
    assertThat(changes.getFirst().now()).isEqualTo("2025-12-31");
  }

  @Test
  void anotherUnitTurnsTheMeaningOfTheFieldAndOfItsIndicator() {
    List<PackChange> changes =
        Succession.between(pack(FIELD), pack(FIELD.replace("unit: 亩", "unit: 公顷")));
    assertThat(changes)
        .extracting(PackChange::what)
        .containsExactly(What.UNIT, What.INDICATOR_UNIT);
    assertThat(changes).allMatch(change -> change.what().turnsMeaning());
    assertThat(changes.getFirst().was()).isEqualTo("亩");
    assertThat(changes.getFirst().now()).isEqualTo("公顷");
  }

  @Test
  void anotherTypeRemovedFieldsAndFieldsToBeFilledMayLeaveRecordsUnfit() {
    assertThat(changes("note: {title: 备注, type: text}", "note: {title: 备注, type: integer}"))
        .extracting(PackChange::what)
        .containsExactly(What.TYPE);
    assertThat(changes("      note: {title: 备注, type: text}\n", ""))
        .extracting(PackChange::what)
        .containsExactly(What.FIELD_GONE);
    assertThat(
            changes(
                "note: {title: 备注, type: text}", "tel: {title: 电话, type: phone, required: true}"))
        .extracting(PackChange::what)
        .containsExactly(What.FIELD_NEW, What.FIELD_REQUIRED, What.FIELD_GONE);
  }

  @Test
  void aStateTakenOutAndAFieldThatFollowsFromNowOnAreTold() {
    String without =
        after(", let: 出租}", "}")
            .replace("[idle, let]", "idle")
            .replaceAll("(?m)^.*let: \\{from: sown.*\\n", "");
    List<PackChange> changes = Succession.between(pack(FIELD), pack(without));
    assertThat(changes.getFirst().what()).isEqualTo(What.STATES_GONE);
    assertThat(changes.getFirst().was()).isEqualTo("出租");
    assertThat(
            changes(
                "note: {title: 备注, type: text}",
                "note: {title: 备注, type: text}\n"
                    + "      yield: {title: 预计产量, type: quantity, unit: 公斤, formula: \"area * 400\"}"))
        .extracting(PackChange::what)
        .containsExactly(What.FIELD_NEW, What.DERIVED);
  }

  @Test
  void whatARecordHeldInARetiredFieldIsNamedAndNeedsNothing() {
    String now = after("      note: {title: 备注, type: text}\n", "");
    Packs packs = packs(now).remembering(List.of(pack(FIELD)));
    Image image = image(Map.of("name", "东坡", "note", "土薄"));
    List<Problem> problems = new Fit(packs).of("farm.plot", image, "idle");
    assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.FIELD_RETIRED);
    assertThat(problems).allMatch(Fit::kept);
    assertThat(problems.getFirst().args()).containsExactly("备注", "土薄");
  }

  @Test
  void aLedgerThatIsGoneIsStillKnownByItsLastDeclaration() {
    String now = FIELD.replace("plot:", "parcel:").replace("title: 地块", "title: 承包地块");
    Packs packs = packs(now).remembering(List.of(pack(FIELD)));
    assertThat(packs.ledger("farm.plot")).isNull();
    assertThat(Objects.requireNonNull(packs.everDeclared("farm.plot")).title()).isEqualTo("地块");
    assertThat(new Fit(packs).of("farm.plot", image(Map.of("name", "东坡")), ""))
        .extracting(Problem::code)
        .containsExactly(ProblemCode.LEDGER_RETIRED);
  }

  @Test
  void whatMustBeFilledWhatIsOfAnotherKindAndWhatBreaksARuleIsNamedByField() {
    String now =
        after("note: {title: 备注, type: text}", "note: {title: 备注, type: integer, required: true}");
    Fit fit = new Fit(packs(now));
    assertThat(fit.of("farm.plot", image(Map.of("name", "东坡", "note", "土薄")), "idle"))
        .extracting(Problem::field)
        .containsExactly("note");
    assertThat(fit.of("farm.plot", image(Map.of("name", "东坡")), "idle"))
        .extracting(Problem::code)
        .containsExactly(ProblemCode.MISSING_FIELD);
    assertThat(fit.of("farm.plot", image(Map.of("name", "荒地", "note", "3")), "idle"))
        .extracting(Problem::code)
        .containsExactly(ProblemCode.CHECK_FAILED);
  }

  /**
   * Whatever lines are taken out, what is told is exactly what one version has and the other not.
   */
  @Test
  void forAnyTwoVersionsFieldsAndCodesToldGoneAreThoseThatAreGone() {
    Random random = new Random(20250101);
    for (int n = 0; n < 200; n++) {
      List<String> fields = fields(random);
      List<String> others = fields(random);
      Pack before = pack(plain(fields));
      Pack after = pack(plain(others));
      List<PackChange> changes = Succession.between(before, after);
      assertThat(told(changes, What.FIELD_GONE)).isEqualTo(less(names(fields), names(others)));
      assertThat(told(changes, What.FIELD_NEW)).isEqualTo(less(names(others), names(fields)));
      assertThat(changes.isEmpty()).isEqualTo(new TreeMap<>(map(fields)).equals(map(others)));
      assertThat(Succession.between(after, before))
          .extracting(PackChange::what)
          .filteredOn(what -> what == What.FIELD_GONE)
          .hasSize(told(changes, What.FIELD_NEW).size());
    }
  }

  private static List<String> fields(Random random) {
    List<String> all = new ArrayList<>();
    for (char name = 'a'; name < 'g'; name++) {
      String type = List.of("text", "integer", "date").get(random.nextInt(3));
      if (random.nextBoolean()) {
        all.add(name + ": {title: 字段" + name + ", type: " + type + "}");
      }
    }
    all.add("z: {title: 字段z, type: text}");
    return all;
  }

  private static String plain(List<String> fields) {
    return HEAD
        + "  plot:\n    title: 地块\n    lives_at: village\n    fields:\n      "
        + String.join("\n      ", fields)
        + "\n";
  }

  private static Map<String, String> map(List<String> fields) {
    Map<String, String> map = new TreeMap<>();
    fields.forEach(field -> map.put(field.substring(0, 1), field));
    return map;
  }

  private static List<String> names(List<String> fields) {
    return List.copyOf(map(fields).keySet());
  }

  private static List<String> less(List<String> from, List<String> names) {
    List<String> rest = new ArrayList<>(from);
    rest.removeAll(names);
    return rest;
  }

  private static List<String> told(List<PackChange> changes, What what) {
    List<String> told =
        new ArrayList<>(
            changes.stream()
                .filter(change -> change.what() == what)
                .map(change -> Objects.requireNonNull(change.field()))
                .toList());
    Collections.sort(told);
    return told;
  }

  private static Image image(Map<String, String> fields) {
    Map<String, Value> values = new TreeMap<>();
    fields.forEach((name, text) -> values.put(name, Value.of(text)));
    return Image.EMPTY.with(values);
  }
}

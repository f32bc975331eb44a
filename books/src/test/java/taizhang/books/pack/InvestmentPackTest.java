package taizhang.books.pack;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import taizhang.books.entry.Image;
import taizhang.books.entry.Value;

/** The investment pack of the documentation, read into the exact model. */
class InvestmentPackTest {

  private static final String TEXT =
      """
      pack: investment
      title: 招商引资
      owner: 招商办
      version: 3
      ledgers:
        project:
          title: 招商项目
          lives_at: town
          review: department
          key: [name]
          fields:
            name:     {title: 项目名称, type: text, required: true}
            investor: {title: 投资方, type: enterprise, help: 全称和统一社会信用代码}
            origin:   {title: 资金来源, type: code, codes: {domestic: 内资, foreign: 外资}}
            top_ten:  {title: 十强产业, type: yes_no}
            invested: {title: 计划总投资, type: money, min: 0, max: 99999999999.99}
          lifecycle: pipeline
          views: [table, board]
        arrival:
          title: 到位资金
          lives_at: town
          opens_on: arrived_on
          fields:
            project:    {title: 项目, type: ref, ledger: project, required: true, copies: [top_ten, origin]}
            arrived_on: {title: 到位日期, type: date, required: yes}
            amount:     {title: 金额, type: money, required: true, min: 0}
          rules:
            - {check: "arrived_on <= today", say: 到位日期不能晚于今天}
          post:
            - {to: arrived, amount: amount, on: arrived_on, slices: {by_origin: origin}}
            - {to: arrived_top_ten, amount: amount, on: arrived_on, when: "top_ten && origin == 'domestic'"}
            - {to: arrived_projects, key: project, on: arrived_on}
      indicators:
        arrived: {title: 招商引资到位资金, unit: 元, kind: flow, aliases: [到位资金], better: up, pace: yes, caliber: 按到账日期, source: 区招商办〔2023〕2号, print: {unit: 亿元, decimals: 2}}
        arrived_top_ten: {title: 十强产业内资到位资金, unit: 元, kind: flow, part_of: arrived, print: {unit: 亿元, step: 100000000, approx: over}}
        arrived_projects: {title: 有资金到位的项目, unit: 个, kind: distinct, print: {numerals: chinese}}
        completion: {title: 到位资金完成率, formula: "completion(arrived)"}
        output: {title: 规模以上工业总产值, unit: 元, kind: stated, authority: bureau}
      lifecycles:
        pipeline:
          states: {lead: 洽谈, signed: 签约, ended: {title: 终止, final: true}}
          moves:
            sign: {from: lead, to: signed, title: 签约, needs: [investor, invested]}
            stop: {from: [lead, signed], to: ended, title: 终止}
      passages:
        - {chapter: economy, text: "到位资金{{arrived}}，其中十强产业内资{{arrived_top_ten}}"}
      """;

  private final Packs packs = Yaml.read(TEXT);
  private final Pack pack = packs.packs().getFirst();

  @Test
  void aPackKeepsItsNameVersionPassagesAndItsTextAsItWasWritten() {
    assertThat(pack.name()).isEqualTo("investment");
    assertThat(pack.title()).isEqualTo("招商引资");
    assertThat(pack.owner()).isEqualTo("招商办");
    assertThat(pack.version()).isEqualTo(3);
    assertThat(pack.source()).isEqualTo(TEXT);
    assertThat(pack.fingerprint()).hasSize(64).isNotEqualTo(Yaml.pack(TEXT + "\n").fingerprint());
    assertThat(pack.passages())
        .containsExactly(
            new Pack.Passage("economy", "到位资金{{arrived}}，其中十强产业内资{{arrived_top_ten}}"));
  }

  @Test
  void aLedgerKnowsItsFieldsInTheOrderOfTheForm() {
    Ledger project = ledger("investment.project");

    assertThat(project.fields().values())
        .extracting(Field::name, Field::type)
        .containsExactly(
            tuple("name", FieldType.TEXT),
            tuple("investor", FieldType.ENTERPRISE),
            tuple("origin", FieldType.CODE),
            tuple("top_ten", FieldType.YES_NO),
            tuple("invested", FieldType.MONEY));
    assertThat(field(project, "invested"))
        .isEqualTo(
            new Field(
                "invested",
                "计划总投资",
                FieldType.MONEY,
                false,
                BigDecimal.ZERO,
                new BigDecimal("99999999999.99"),
                new LinkedHashMap<>(),
                "元",
                null,
                null,
                List.of(),
                Classification.OPEN,
                null,
                Map.of(),
                null,
                null));
    assertThat(field(project, "name").required()).isTrue();
    assertThat(field(project, "origin").codes())
        .containsExactly(Map.entry("domestic", "内资"), Map.entry("foreign", "外资"));
    assertThat(field(project, "investor").help()).isEqualTo("全称和统一社会信用代码");
  }

  @Test
  void whatALedgerLeavesOutHasItsOrdinaryMeaning() {
    Ledger arrival = ledger("investment.arrival");

    assertThat(arrival.review()).isFalse();
    assertThat(arrival.master()).isEqualTo("town");
    assertThat(arrival.views()).containsExactly("table");
    assertThat(arrival.key()).isEmpty();
    assertThat(arrival.lifecycle()).isNull();
    assertThat(ledger("investment.project").opensOn()).isNull();
    assertThat(ledger("investment.project").review()).isTrue();
  }

  @Test
  void theFieldsAReferenceCopiesAreFieldsOfTheLedgerToo() {
    Ledger arrival = ledger("investment.arrival");

    assertThat(arrival.fields().sequencedKeySet())
        .containsExactly("project", "arrived_on", "amount", "top_ten", "origin");
    assertThat(field(arrival, "project").ledger()).isEqualTo("investment.project");
    assertThat(field(arrival, "project").copies()).containsExactly("top_ten", "origin");
    assertThat(field(arrival, "origin").codes()).containsKey("foreign");
    assertThat(arrival.isCopied("origin")).isTrue();
    assertThat(arrival.isCopied("amount")).isFalse();
  }

  @Test
  void postingRulesTakeTheirKindFromTheIndicator() {
    Ledger arrival = ledger("investment.arrival");

    assertThat(arrival.post())
        .extracting(PostingRule::to, PostingRule::kind, PostingRule::on, PostingRule::key)
        .containsExactly(
            tuple("investment.arrived", IndicatorKind.FLOW, "arrived_on", null),
            tuple("investment.arrived_top_ten", IndicatorKind.FLOW, "arrived_on", null),
            tuple("investment.arrived_projects", IndicatorKind.DISTINCT, "arrived_on", "project"));
    assertThat(arrival.post().getFirst().slices())
        .containsExactly(Map.entry("by_origin", "origin"));
    assertThat(arrival.post().getFirst().amount()).isEqualTo(Amount.parse("amount"));
    assertThat(arrival.post().getFirst().when()).isEqualTo(Condition.ALWAYS);
    assertThat(arrival.post().getLast().amount()).isEqualTo(Amount.ONE);
  }

  @Test
  void conditionsAnswerForARecord() {
    Condition domestic = ledger("investment.arrival").post().get(1).when();
    Condition notLater = ledger("investment.arrival").checks().getFirst().condition();

    assertThat(domestic.holds(image("top_ten", true, "origin", "domestic"), "")).isTrue();
    assertThat(domestic.holds(image("top_ten", true, "origin", "foreign"), "")).isFalse();
    assertThat(domestic.holds(Image.EMPTY, "")).isFalse();
    assertThat(notLater.holds(image("arrived_on", "2023-05-01"), "", "2023-05-01")).isTrue();
    assertThat(notLater.holds(image("arrived_on", "2023-05-02"), "", "2023-05-01")).isFalse();
  }

  @Test
  void indicatorsKnowTheirKindUnitAndWriting() {
    assertThat(packs.indicator("investment.arrived"))
        .isEqualTo(
            new Indicator(
                "investment.arrived",
                "招商引资到位资金",
                "元",
                IndicatorKind.FLOW,
                null,
                "own",
                List.of("到位资金"),
                null,
                "up",
                true,
                "按到账日期（区招商办〔2023〕2号）",
                new Print("亿元", 2, null, "exact", false)));
    assertThat(indicator("investment.arrived_top_ten").partOf()).isEqualTo("investment.arrived");
    assertThat(indicator("investment.arrived_top_ten").print())
        .isEqualTo(new Print("亿元", null, new BigDecimal("100000000"), "over", false));
    assertThat(indicator("investment.arrived_projects").print().chinese()).isTrue();
    assertThat(indicator("investment.output").authority()).isEqualTo("bureau");
  }

  @Test
  void aFormulaIsComputedAndItsUnitFollowsFromIt() {
    Indicator completion = indicator("investment.completion");

    assertThat(completion.kind()).isEqualTo(IndicatorKind.COMPUTED);
    assertThat(completion.formula()).isEqualTo(new Formula.Completion("investment.arrived"));
    assertThat(completion.unit()).isEqualTo("%");
  }

  @Test
  void anIndicatorIsFoundByItsTitleAndByEveryAlias() {
    assertThat(packs.find("招商引资到位资金")).isEqualTo(packs.indicator("investment.arrived"));
    assertThat(packs.find("到位资金")).isEqualTo(packs.indicator("investment.arrived"));
    assertThat(packs.find("到账资金")).isNull();
    assertThat(packs.indicator("arrived")).isNull();
    assertThat(packs.ledger("investment.arrivals")).isNull();
  }

  @Test
  void aLifecycleOpensInItsFirstState() {
    Lifecycle pipeline = requireNonNull(ledger("investment.project").lifecycle());

    assertThat(pipeline.initial()).isEqualTo("lead");
    assertThat(pipeline.states())
        .containsEntry("signed", new Lifecycle.State("签约", false))
        .containsEntry("ended", new Lifecycle.State("终止", true));
    assertThat(pipeline.moves())
        .containsEntry(
            "sign",
            new Lifecycle.Move("签约", List.of("lead"), "signed", List.of("investor", "invested")))
        .containsEntry(
            "stop", new Lifecycle.Move("终止", List.of("lead", "signed"), "ended", List.of()));
  }

  private Ledger ledger(String code) {
    return requireNonNull(packs.ledger(code));
  }

  private Indicator indicator(String code) {
    return requireNonNull(packs.indicator(code));
  }

  private static Field field(Ledger ledger, String name) {
    return requireNonNull(ledger.fields().get(name));
  }

  private static Image image(Object... pairs) {
    TreeMap<String, Value> fields = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      Object value = pairs[i + 1];
      fields.put(
          (String) pairs[i],
          value instanceof Boolean yes ? Value.of(yes) : Value.of((String) value));
    }
    return new Image(fields);
  }
}

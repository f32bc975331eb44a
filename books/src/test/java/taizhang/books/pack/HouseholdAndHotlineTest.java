package taizhang.books.pack;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import taizhang.books.entry.Image;
import taizhang.books.entry.Value;

/** A poverty household with its persons and a 12345 case can be said in a pack. */
class HouseholdAndHotlineTest {

  private static final String POVERTY =
      """
      pack: poverty
      title: 防止返贫动态监测
      owner: 乡村振兴办
      ledgers:
        household:
          title: 监测对象
          lives_at: village
          master: external:fangfanpin
          review: department
          key: [household]
          opens_on: identified_on
          lifecycle: monitoring
          fields:
            household: {title: 户编号, type: household, required: true}
            head: {title: 户主, type: person, required: true, classification: personal}
            persons: {title: 人口数, type: integer, unit: 人, required: true, min: 1}
            risk: {title: 风险类别, type: code, codes: {illness: 因病, disaster: 因灾}}
            identified_on: {title: 认定日期, type: date, required: true}
          post:
            - {to: households, when: "state == 'monitored'"}
            - {to: persons, amount: persons, when: "state == 'monitored'", slices: {by_risk: risk}}
            - {to: lifted, on_enter: lifted}
            - {to: lifted_persons, amount: persons, on_enter: lifted}
        person:
          title: 家庭成员
          lives_at: village
          fields:
            family: {title: 所在户, type: ref, ledger: household, required: true, copies: [household, risk]}
            name: {title: 姓名, type: person, classification: personal}
            id_number: {title: 身份证号, type: text, classification: sensitive}
            able: {title: 有劳动能力, type: yes_no}
            paid_on: {title: 补助发放日期, type: date}
          post:
            - {to: able_persons, when: able}
            - {to: aided_households, key: household, on: paid_on, when: "risk == 'illness'"}
      indicators:
        households: {title: 监测户, unit: 户, kind: stock}
        persons: {title: 监测人口, unit: 人, kind: stock}
        lifted: {title: 消除风险户, unit: 户, kind: flow, better: up}
        lifted_persons: {title: 消除风险人口, unit: 人, kind: flow}
        able_persons: {title: 有劳动能力的监测人口, unit: 人, kind: stock, part_of: persons}
        aided_households: {title: 享受补助的监测户, unit: 户, kind: distinct}
        per_household: {title: 户均人口, formula: "ratio(persons, households)"}
      lifecycles:
        monitoring:
          states: {monitored: 监测中, lifted: 风险消除}
          moves:
            lift: {from: monitored, to: lifted, title: 风险消除}
            relapse: {from: lifted, to: monitored, title: 重新纳入, needs: [risk]}
      """;

  private static final String HOTLINE =
      """
      pack: hotline
      title: 12345热线
      owner: 便民服务中心
      ledgers:
        case:
          title: 热线工单
          lives_at: village
          master: external:12345
          key: [number]
          opens_on: received_on
          lifecycle: handling
          fields:
            number: {title: 工单编号, type: text, required: true}
            received_on: {title: 受理日期, type: date, required: true}
            due_on: {title: 办结期限, type: date, required: true}
            caller: {title: 来电人, type: phone, classification: personal}
            matter: {title: 诉求, type: long_text}
            reply: {title: 答复, type: long_text}
            satisfied: {title: 满意, type: yes_no}
          rules:
            - {check: "received_on <= due_on", say: 办结期限不能早于受理日期}
          post:
            - {to: received, on: received_on}
            - {to: closed, on_enter: closed}
            - {to: overdue, on: due_on, when: "state != 'closed'"}
      indicators:
        received: {title: 受理热线, unit: 件, kind: flow}
        closed: {title: 办结热线, unit: 件, kind: flow}
        overdue: {title: 超期热线, unit: 件, kind: stock, better: down}
        rate: {title: 热线办结率, formula: "share(closed, received)"}
        growth: {title: 监测户与热线之比, formula: "ratio(received, poverty.households)"}
      lifecycles:
        handling:
          states: {accepted: 受理, assigned: 派单, closed: 办结}
          moves:
            assign: {from: accepted, to: assigned, title: 派单}
            close: {from: [accepted, assigned], to: closed, title: 办结, needs: [reply]}
            reopen: {from: closed, to: assigned, title: 退回重办}
      """;

  private final Packs packs = Yaml.read(HOTLINE, POVERTY);

  @Test
  void aHouseholdPostsWhileItIsMonitoredAndOnceWhenItsRiskIsGone() {
    Ledger household = requireNonNull(packs.ledger("poverty.household"));

    assertThat(household.master()).isEqualTo("external:fangfanpin");
    assertThat(household.opensOn()).isEqualTo("identified_on");
    assertThat(household.post().get(1).kind()).isEqualTo(IndicatorKind.STOCK);
    assertThat(household.post().get(1).when().holds(Image.EMPTY, "monitored")).isTrue();
    assertThat(household.post().get(1).when().holds(Image.EMPTY, "lifted")).isFalse();
    assertThat(household.post().get(2).onEnter()).isEqualTo("lifted");
  }

  @Test
  void aPersonKnowsOfItsHouseholdWhatItsRulesNeedAndNothingPersonal() {
    Ledger person = requireNonNull(packs.ledger("poverty.person"));

    assertThat(person.fields().sequencedKeySet())
        .containsExactly("family", "name", "id_number", "able", "paid_on", "household", "risk");
    assertThat(requireNonNull(person.fields().get("name")).classification())
        .isEqualTo(Classification.PERSONAL);
    assertThat(requireNonNull(person.fields().get("id_number")).classification())
        .isEqualTo(Classification.SENSITIVE);
    assertThat(person.post().get(1).key()).isEqualTo("household");
    assertThat(person.post().getFirst().when().holds(able(), "")).isTrue();
  }

  private static Image able() {
    TreeMap<String, Value> fields = new TreeMap<>();
    fields.put("able", Value.of(true));
    return new Image(fields);
  }

  @Test
  void anOpenCaseCountsAsOverdueFromItsDueDay() {
    PostingRule overdue = requireNonNull(packs.ledger("hotline.case")).post().getLast();

    assertThat(overdue.kind()).isEqualTo(IndicatorKind.STOCK);
    assertThat(overdue.on()).isEqualTo("due_on");
    assertThat(overdue.when().holds(Image.EMPTY, "assigned")).isTrue();
    assertThat(overdue.when().holds(Image.EMPTY, "closed")).isFalse();
  }

  @Test
  void aClosedCaseMayComeBack() {
    Lifecycle handling = requireNonNull(packs.ledger("hotline.case")).lifecycle();

    assertThat(requireNonNull(handling).moves())
        .containsEntry(
            "reopen", new Lifecycle.Move("退回重办", List.of("closed"), "assigned", List.of()));
  }

  @Test
  void unitsOfFormulasFollowFromTheirParts() {
    assertThat(requireNonNull(packs.indicator("poverty.per_household")).unit()).isEqualTo("人/户");
    assertThat(requireNonNull(packs.indicator("hotline.rate")).unit()).isEqualTo("%");
  }

  @Test
  void packsComeAfterThoseTheyReferTo() {
    assertThat(packs.packs()).extracting(Pack::name).containsExactly("poverty", "hotline");
    assertThat(packs.packs().getLast().refersTo()).containsExactly("poverty");
  }
}

package taizhang.books.pack;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import taizhang.books.access.Role;
import taizhang.books.calendar.Limit;

/**
 * Clocks and who may move: read as declared, and refused with the place where they make no sense.
 */
class BrokenClockTest {

  private static final String PACK =
      """
      pack: aid
      title: 督办
      owner: 党政办
      ledgers:
        task:
          title: 督办事项
          lives_at: town
          lifecycle: handling
          fields:
            unit: {title: 承办单位, type: text}
            urgent: {title: 紧急, type: yes_no}
            asked: {title: 申请延期, type: integer, min: 1}
            granted: {title: 批准延期, type: integer, min: 1}
            got_on: {title: 收到日期, type: date}
            got_at: {title: 收到时间, type: time}
          post:
            - {to: overdue, on: handle_late, when: "state != 'closed'"}
            - {to: kept, on_enter: closed, when: handle_kept}
      indicators:
        overdue: {title: 逾期事项, unit: 件, kind: stock}
        kept: {title: 按期办结事项, unit: 件, kind: flow}
      lifecycles:
        handling:
          states: {given: 交办, checking: 待核查, waiting: 暂停, closed: {title: 销号, final: true}}
          moves:
            report: {from: given, to: checking, title: 报结, by: department of unit}
            close: {from: checking, to: closed, title: 销号, by: [office, leader], other_than: checking, guard: "unit != ''", say: 须有承办单位}
            back: {from: checking, to: given, title: 退回, reason: yes}
            wait: {from: given, to: waiting, title: 暂停, reason: yes}
            go_on: {from: waiting, to: given, title: 恢复}
          clocks:
            handle:
              title: 办理
              starts: given
              on: got_on
              time: got_at
              limits:
                - {limit: 2 hours, when: urgent, source: 甲}
                - {limit: 5 workdays, source: 甲}
                - {limit: 7 workdays, from: 2024-01-01, source: 乙}
              pauses: [waiting]
              ends: [closed]
              extension: {asks: asked, grants: granted, by: leader}
              ladder:
                near: {at: 2 workdays before, light: yellow, say: 临期, tell: department of unit}
                late: {at: due, light: red, say: 逾期, tell: [leader, office], draft: reminder}
      """;

  private static List<String> after(String good, String bad) {
    assertThat(PACK).contains(good);
    return Yaml.problems(PACK.replace(good, bad));
  }

  @Test
  void aClockIsReadAsDeclared() {
    Ledger ledger = requireNonNull(Yaml.read(PACK).ledger("aid.task"));
    Clock clock = requireNonNull(requireNonNull(ledger.lifecycle()).clocks().get("handle"));

    assertThat(clock.starts()).containsExactly("given");
    assertThat(clock.limits())
        .extracting(Clock.Allowed::limit)
        .containsExactly(new Limit.Hours(2), new Limit.Workdays(5), new Limit.Workdays(7));
    assertThat(clock.limits().getLast().from()).isEqualTo(LocalDate.of(2024, 1, 1));
    assertThat(clock.limits().getFirst().when().text()).isEqualTo("urgent");
    assertThat(clock.ladder())
        .extracting(Clock.Rung::at)
        .containsExactly(new Offset(-2, Offset.Unit.WORKDAYS), new Offset(0, Offset.Unit.HOURS));
    assertThat(clock.ladder().getLast().tell())
        .containsExactly(new Who("leader", null), new Who("office", null));
    assertThat(ledger.fields().keySet()).contains("handle_due", "handle_late", "handle_kept");
    assertThat(ledger.isDerived("handle_due")).isTrue();
    assertThat(ledger.isDerived("unit")).isFalse();
  }

  @Test
  void aMoveSaysWhoMayMakeIt() {
    Lifecycle lifecycle =
        requireNonNull(requireNonNull(Yaml.read(PACK).ledger("aid.task")).lifecycle());
    Lifecycle.Move close = requireNonNull(lifecycle.moves().get("close"));

    assertThat(close.by()).containsExactly(new Who("office", null), new Who("leader", null));
    assertThat(close.otherThan()).containsExactly("checking");
    assertThat(close.guard().text()).isEqualTo("unit != ''");
    assertThat(requireNonNull(lifecycle.moves().get("report")).by())
        .containsExactly(new Who("department", "unit"));
  }

  @Test
  void aClockOnAnUnknownStateIsRefused() {
    assertThat(after("pauses: [waiting]", "pauses: [wating]"))
        .containsExactly(
            "a.yaml:41:18: lifecycles.handling.clocks.handle.pauses[0]: there is no state 'wating'; did you mean 'waiting'? (allowed: given, checking, waiting, closed)");
  }

  @Test
  void theRolesAreThoseOfPostsThatTakePartInBusiness() {
    assertThat(Who.ROLES)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Role.values()).filter(role -> !role.administers()).map(Role::code).toList());
  }

  @Test
  void anUnknownRoleIsRefused() {
    assertThat(after("by: [office, leader]", "by: [ofice, leader]"))
        .containsExactly(
            "a.yaml:27:59: lifecycles.handling.moves.close.by[0]: there is no role 'ofice'; did you mean 'office'? (allowed: department, leader, office, person, reader, village)");
  }

  @Test
  void aDepartmentOfAFieldThatIsNotThereIsRefused() {
    assertThat(after("tell: department of unit", "tell: department of units"))
        .containsExactly(
            "a.yaml:45:71: lifecycles.handling.clocks.handle.ladder.near.tell: ledger aid.task, which has this lifecycle, has no field 'units'; did you mean 'unit'?");
  }

  @Test
  void aLimitThatIsNoneIsRefusedWithWhatCouldBeWritten() {
    assertThat(after("limit: 5 workdays", "limit: 5 workday a week"))
        .containsExactly(
            "a.yaml:39:21: lifecycles.handling.clocks.handle.limits[1].limit: '5 workday a week' is no limit; write such as 5 workdays, 15 days, 3 months, 2 hours, 4 workhours, by 12-31, on FIELD");
  }

  @Test
  void aLimitOnADayNeedsADateField() {
    assertThat(after("limit: 5 workdays", "limit: on unit"))
        .containsExactly(
            "a.yaml:39:21: lifecycles.handling.clocks.handle.limits[1].limit: 'unit' is text, but this must be a date");
  }

  @Test
  void aRungAtNoTimeIsRefused() {
    assertThat(after("at: 2 workdays before", "at: before"))
        .containsExactly(
            "a.yaml:45:22: lifecycles.handling.clocks.handle.ladder.near.at: 'before' is no time; write such as start, 2 workdays before, due, 5 days after");
  }

  @Test
  void aGuardSpeaksOfTheLedgersFields() {
    assertThat(after("guard: \"unit != ''\"", "guard: \"units != ''\""))
        .containsExactly(
            "a.yaml:27:106: lifecycles.handling.moves.close.guard: there is no field 'units'; did you mean 'unit'?");
  }

  @Test
  void aFieldThatAClockGivesCannotBeDeclared() {
    assertThat(
            after(
                "got_on: {title: 收到日期, type: date}",
                "got_on: {title: 收到日期, type: date}\n      handle_due: {title: 期限, type: date}"))
        .containsExactly(
            "a.yaml:15:7: ledgers.task.fields.handle_due: clock 'handle' gives this ledger its field 'handle_due'");
  }

  @Test
  void aStateThatNothingLeadsToIsRefused() {
    assertThat(after("waiting: 暂停, closed", "waiting: 暂停, lost: 遗失, closed"))
        .containsExactly(
            "a.yaml:24:53: lifecycles.handling.states.lost: no move leads from 'given', where records open, to 'lost'",
            "a.yaml:24:53: lifecycles.handling.states.lost: no move leaves 'lost': add one, or say {title: …, final: yes}");
  }

  @Test
  void aClockWithoutALimitOrAnEndIsRefused() {
    assertThat(after("        ends: [closed]\n", ""))
        .containsExactly("a.yaml:32:7: lifecycles.handling.clocks.handle: 'ends' is missing");
  }
}

package taizhang.books.pack;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Stream;

/** Packs written in tests, and what reading them gives. */
final class Yaml {

  /** The pack that mistakes are made in; every line of it is good. */
  static final String GOOD =
      """
      pack: aid
      title: 社会救助
      owner: 民政办
      ledgers:
        grant:
          title: 救助发放
          lives_at: village
          key: [household, paid_on]
          opens_on: paid_on
          lifecycle: steps
          fields:
            household: {title: 户主编号, type: household, required: true}
            paid_on: {title: 发放日期, type: date, required: true}
            amount: {title: 金额, type: money, min: 0, max: 10000}
            persons: {title: 人数, type: integer, unit: 人}
            kind: {title: 类别, type: code, codes: {low: 低保, poor: 特困}}
            urgent: {title: 急难, type: yes_no}
            id_number: {title: 身份证号, type: text, classification: personal}
            month: {title: 所属月, type: period}
          rules:
            - {check: "paid_on <= today", say: 发放日期不能晚于今天}
          post:
            - {to: paid, amount: amount, on: paid_on, when: "kind == 'low' && !urgent"}
            - {to: paid, amount: amount, on_enter: done}
            - {to: helped, key: household, on: paid_on, slices: {by_kind: kind}}
            - {to: enrolled, amount: persons, when: "state == 'open'"}
            - {to: budget, amount: amount, period: month}
      indicators:
        paid: {title: 发放救助金, unit: 元, kind: flow, aliases: [救助资金], pace: yes}
        helped: {title: 救助户数, unit: 户, kind: distinct}
        enrolled: {title: 在册人数, unit: 人, kind: stock}
        budget: {title: 救助预算, unit: 元, kind: stated}
        per_household: {title: 户均救助金, formula: "ratio(paid, helped)"}
      lifecycles:
        steps:
          states: {open: 受理, done: {title: 办结, final: true}}
          moves:
            finish: {from: open, to: done, title: 办结, needs: [amount]}
      passages:
        - {chapter: livelihood, text: "发放救助金{{paid}}"}
      """;

  private Yaml() {}

  /** The packs of some texts, called a.yaml, b.yaml and so on. */
  static Packs read(String... texts) {
    return Packs.read(sources(texts));
  }

  /** The only pack of a text. */
  static Pack pack(String text) {
    return read(text).packs().getFirst();
  }

  /** Everything found wrong, as told. */
  static List<String> problems(String... texts) {
    BrokenPacks broken =
        assertThatExceptionOfType(BrokenPacks.class)
            .isThrownBy(() -> Packs.read(sources(texts)))
            .actual();
    return broken.problems().stream().map(PackProblem::toString).toList();
  }

  /** What is found wrong in the good pack after one text in it is replaced. */
  static List<String> problemsAfter(String good, String bad) {
    if (!GOOD.contains(good)) {
      throw new IllegalArgumentException("not in the good pack: " + good);
    }
    return problems(GOOD.replace(good, bad));
  }

  private static List<PackSource> sources(String... texts) {
    return Stream.iterate(0, i -> i < texts.length, i -> i + 1)
        .map(i -> new PackSource((char) ('a' + i) + ".yaml", texts[i]))
        .toList();
  }
}

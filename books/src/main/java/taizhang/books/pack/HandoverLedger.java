package taizhang.books.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The part of a hand-over page that tells of one ledger. */
final class HandoverLedger {
  private final Ledger ledger;
  private final Packs packs;
  private final HandoverText page;

  private HandoverLedger(Ledger ledger, Packs packs, HandoverText page) {
    this.ledger = ledger;
    this.packs = packs;
    this.page = page;
  }

  static void write(Ledger ledger, Packs packs, HandoverText page) {
    new HandoverLedger(ledger, packs, page).write();
  }

  private void write() {
    page.line("\n## 台账：" + ledger.title());
    page.line("");
    page.line(String.join("；", about()) + "。");
    page.line("");
    page.line("| 字段 | 类型 | 必填 | 说明 |\n| --- | --- | --- | --- |");
    for (Field field : ledger.fields().values()) {
      page.line(
          HandoverText.row(field.title(), type(field), field.required() ? "是" : "", notes(field)));
    }
    page.list("登记时校验", ledger.checks().stream().map(this::check).toList());
    page.list("记入指标", ledger.post().stream().map(this::posting).toList());
    Lifecycle lifecycle = ledger.lifecycle();
    if (lifecycle != null) {
      page.list("流程", lifecycle.moves().values().stream().map(m -> move(m, lifecycle)).toList());
      page.list(
          "办理时限", lifecycle.clocks().values().stream().flatMap(HandoverLedger::limits).toList());
    }
  }

  private List<String> about() {
    List<String> about = new ArrayList<>();
    about.add("登记在" + level(ledger.livesAt()));
    about.add(
        ledger.master().equals("town")
            ? "本镇自建"
            : "数据来自外部系统（" + ledger.master().substring("external:".length()) + "），只导入不录入");
    if (ledger.review()) {
      about.add("提交后由站所办审核");
    }
    if (!ledger.key().isEmpty()) {
      about.add("按" + titles(ledger.key()) + "查重");
    }
    about.add("代码`" + ledger.code() + "`");
    return about;
  }

  private String titles(List<String> names) {
    return names.stream().map(this::title).collect(Collectors.joining("、"));
  }

  private String title(String name) {
    Field field = ledger.fields().get(name);
    return field == null ? name : field.title();
  }

  private static String level(String level) {
    return switch (level) {
      case "county" -> "县（区）";
      case "town" -> "镇";
      case "village" -> "村居";
      case "community" -> "社区";
      case "grid" -> "网格";
      default -> "村（居）民小组";
    };
  }

  private String type(Field field) {
    String unit = field.unit() == null ? "" : "（" + field.unit() + "）";
    return switch (field.type()) {
      case CODE -> String.join("、", field.codes().values());
      case REF -> field.matter() == null ? field.type().title() + referred(field.ledger()) : "引用事项";
      case INTEGER, DECIMAL, MONEY, QUANTITY -> field.type().title() + unit;
      default -> field.type().title();
    };
  }

  private String referred(@Nullable String ledger) {
    Ledger other = ledger == null ? null : packs.ledger(ledger);
    return other == null ? "" : "“" + other.title() + "”";
  }

  private String notes(Field field) {
    List<String> notes = new ArrayList<>();
    if (field.derivation() != null) {
      notes.add(new HandoverDerivation(ledger, packs).of(field, field.derivation()));
    }
    if (field.min() != null) {
      notes.add("不小于" + field.min().toPlainString());
    }
    if (field.max() != null) {
      notes.add(
          (FieldType.NUMBERS.contains(field.type()) ? "不大于" : "最多几个：")
              + field.max().toPlainString());
    }
    switch (field.classification()) {
      case PERSONAL -> notes.add("个人信息，加密保存");
      case SENSITIVE -> notes.add("敏感个人信息，加密保存");
      case OPEN -> {}
    }
    if (field.help() != null) {
      notes.add(field.help());
    }
    return String.join("；", notes);
  }

  private String check(Ledger.Check check) {
    return check.say() + "（" + ConditionText.of(check.condition(), ledger) + "）";
  }

  private String posting(PostingRule rule) {
    StringBuilder said = new StringBuilder(destination(rule.to())).append("：");
    said.append(amount(rule.amount())).append(time(rule));
    if (rule.key() != null) {
      said.append("，同一").append(title(rule.key())).append("只计一次");
    }
    if (!rule.slices().isEmpty()) {
      said.append("，可按").append(titles(List.copyOf(rule.slices().values()))).append("分");
    }
    String when = ConditionText.of(rule.when(), ledger);
    return (when.isEmpty() ? said : said.append("；条件：").append(when)).toString();
  }

  private String time(PostingRule rule) {
    Lifecycle lifecycle = ledger.lifecycle();
    if (rule.onEnter() != null && lifecycle != null) {
      return "，每次转为" + state(lifecycle, rule.onEnter()) + "时";
    }
    return rule.on() == null ? "" : "，按" + title(rule.on()) + later(rule.after());
  }

  private static String state(Lifecycle lifecycle, String state) {
    return Objects.requireNonNull(lifecycle.states().get(state)).title();
  }

  private String later(Delay after) {
    if (after.field() != null) {
      return "后" + title(after.field()) + "天";
    }
    return after.days() == 0 ? "" : after.days() == 1 ? "次日" : "后" + after.days() + "天";
  }

  private String destination(String to) {
    Indicator indicator = packs.indicator(Names.bare(to));
    String said = indicator == null ? to : indicator.title();
    for (Field field : ledger.fields().values()) {
      said = said.replace("{" + field.name() + "}", "（" + field.title() + "）");
    }
    return to.endsWith(PostingRule.TARGET) ? said.replace(PostingRule.TARGET, "") + "的目标" : said;
  }

  private String amount(Amount amount) {
    List<String> factors = amount.fields().stream().map(this::title).collect(Collectors.toList());
    String constant = amount.constant().stripTrailingZeros().toPlainString();
    if (factors.isEmpty() || !constant.equals("1")) {
      factors.addFirst(constant);
    }
    return String.join("×", factors);
  }

  private String move(Lifecycle.Move move, Lifecycle lifecycle) {
    String from =
        move.from().stream().map(s -> state(lifecycle, s)).collect(Collectors.joining("、"));
    String needs = move.needs().isEmpty() ? "" : "，须填" + titles(move.needs());
    return move.title() + "：" + from + " → " + state(lifecycle, move.to()) + needs;
  }

  private static Stream<String> limits(Clock clock) {
    return clock.limits().stream().map(limit -> clock.title() + "：" + limit.source());
  }
}

package taizhang.books.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What whoever takes over a field of work is handed (移交说明): its ledgers with their fields, rules
 * and what they post, its lifecycles, its indicators with formula and caliber, and the functions it
 * serves. Written from the pack, so that it cannot say anything else.
 */
public final class HandoverPage {

  private final Pack pack;
  private final Packs packs;
  private final StringBuilder text = new StringBuilder();

  private HandoverPage(Pack pack, Packs packs) {
    this.pack = pack;
    this.packs = packs;
  }

  /** The page of one pack as Markdown, ending in a line feed. */
  public static String markdown(Pack pack, Packs packs) {
    HandoverPage page = new HandoverPage(pack, packs);
    page.write();
    return page.text.toString().stripTrailing() + "\n";
  }

  private void write() {
    line("# " + pack.title());
    line("");
    line("<!-- Written by HandoverPage from packs/" + pack.name() + "/pack.yaml; do not edit. -->");
    line("");
    line("责任单位：" + pack.owner() + "。版本：" + pack.version() + "。模块：`" + pack.name() + "`。");
    pack.ledgers().values().forEach(this::ledger);
    indicators();
    services();
  }

  private void ledger(Ledger ledger) {
    line("");
    line("## 台账：" + ledger.title());
    line("");
    line(String.join("；", about(ledger)) + "。");
    line("");
    line("| 字段 | 类型 | 必填 | 说明 |");
    line("| --- | --- | --- | --- |");
    for (Field field : ledger.fields().values()) {
      line(row(field.title(), type(field), field.required() ? "是" : "", notes(field)));
    }
    list("登记时校验", ledger.checks().stream().map(check -> check(check, ledger)).toList());
    list("记入指标", ledger.post().stream().map(rule -> posting(rule, ledger)).toList());
    Lifecycle lifecycle = ledger.lifecycle();
    if (lifecycle != null) {
      list("流程", lifecycle.moves().values().stream().map(m -> move(m, lifecycle, ledger)).toList());
      list("办理时限", lifecycle.clocks().values().stream().flatMap(HandoverPage::limits).toList());
    }
  }

  private static List<String> about(Ledger ledger) {
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
      about.add("按" + titles(ledger.key(), ledger) + "查重");
    }
    about.add("代码`" + ledger.code() + "`");
    return about;
  }

  private static String titles(List<String> names, Ledger ledger) {
    return names.stream().map(name -> title(name, ledger)).collect(Collectors.joining("、"));
  }

  private static String title(String name, Ledger ledger) {
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
      case TEXT -> "文字";
      case LONG_TEXT -> "长文字";
      case INTEGER -> "整数" + unit;
      case DECIMAL -> "数" + unit;
      case MONEY -> "金额" + unit;
      case QUANTITY -> "数量" + unit;
      case PERCENT -> "百分比";
      case DATE -> "日期";
      case TIME -> "时间";
      case PERIOD -> "时期";
      case YES_NO -> "是否";
      case CODE -> String.join("、", field.codes().values());
      case AREA -> "区域";
      case PERSON -> "人员";
      case HOUSEHOLD -> "户";
      case ENTERPRISE -> "单位";
      case PHONE -> "电话";
      case FILE -> "附件";
      case PHOTO -> "照片";
      case PLACE -> "位置";
      case REF -> "引用" + referred(field.ledger());
      case INDICATOR -> "指标";
    };
  }

  private String referred(@Nullable String ledger) {
    Ledger other = ledger == null ? null : packs.ledger(ledger);
    return other == null ? "" : "“" + other.title() + "”";
  }

  private static String notes(Field field) {
    List<String> notes = new ArrayList<>();
    if (field.min() != null) {
      notes.add("不小于" + field.min().toPlainString());
    }
    if (field.max() != null) {
      notes.add("不大于" + field.max().toPlainString());
    }
    if (field.classification() == Classification.PERSONAL) {
      notes.add("个人信息，加密保存");
    }
    if (field.classification() == Classification.SENSITIVE) {
      notes.add("敏感个人信息，加密保存");
    }
    if (field.help() != null) {
      notes.add(field.help());
    }
    return String.join("；", notes);
  }

  private static String check(Ledger.Check check, Ledger ledger) {
    return check.say() + "（" + ConditionText.of(check.condition(), ledger) + "）";
  }

  private String posting(PostingRule rule, Ledger ledger) {
    StringBuilder said = new StringBuilder(destination(rule.to(), ledger)).append("：");
    said.append(amount(rule.amount(), ledger));
    if (rule.on() != null) {
      said.append("，按").append(title(rule.on(), ledger)).append(later(rule.after(), ledger));
    }
    Lifecycle lifecycle = ledger.lifecycle();
    if (rule.onEnter() != null && lifecycle != null) {
      String state = Objects.requireNonNull(lifecycle.states().get(rule.onEnter())).title();
      said.append("，每次转为").append(state).append("时");
    }
    if (rule.key() != null) {
      said.append("，同一").append(title(rule.key(), ledger)).append("只计一次");
    }
    if (!rule.slices().isEmpty()) {
      said.append("，可按").append(titles(List.copyOf(rule.slices().values()), ledger)).append("分");
    }
    String when = ConditionText.of(rule.when(), ledger);
    return (when.isEmpty() ? said : said.append("；条件：").append(when)).toString();
  }

  private static String later(Delay after, Ledger ledger) {
    if (after.field() != null) {
      return "后" + title(after.field(), ledger) + "天";
    }
    return after.days() == 0 ? "" : after.days() == 1 ? "次日" : "后" + after.days() + "天";
  }

  private String destination(String to, Ledger ledger) {
    Indicator indicator = packs.indicator(Names.bare(to));
    String said = indicator == null ? to : indicator.title();
    for (Field field : ledger.fields().values()) {
      said = said.replace("{" + field.name() + "}", "（" + field.title() + "）");
    }
    return to.endsWith(PostingRule.TARGET)
        ? said.replace(PostingRule.TARGET, "") + "的目标"
        : said;
  }

  private static String amount(Amount amount, Ledger ledger) {
    List<String> factors =
        amount.fields().stream().map(name -> title(name, ledger)).collect(Collectors.toList());
    String constant = amount.constant().stripTrailingZeros().toPlainString();
    if (factors.isEmpty() || !constant.equals("1")) {
      factors.addFirst(constant);
    }
    return String.join("×", factors);
  }

  private static String move(Lifecycle.Move move, Lifecycle lifecycle, Ledger ledger) {
    String from =
        move.from().stream()
            .map(state -> Objects.requireNonNull(lifecycle.states().get(state)).title())
            .collect(Collectors.joining("、"));
    String to = Objects.requireNonNull(lifecycle.states().get(move.to())).title();
    String needs = move.needs().isEmpty() ? "" : "，须填" + titles(move.needs(), ledger);
    return move.title() + "：" + from + " → " + to + needs;
  }

  private static Stream<String> limits(Clock clock) {
    return clock.limits().stream().map(limit -> clock.title() + "：" + limit.source());
  }

  private void indicators() {
    if (pack.indicators().isEmpty()) {
      return;
    }
    line("");
    line("## 指标");
    line("");
    line("| 指标 | 单位 | 算法 | 归口 | 别名 | 口径和依据 |");
    line("| --- | --- | --- | --- | --- | --- |");
    for (Indicator indicator : pack.indicators().values()) {
      line(
          row(
              indicator.title(),
              indicator.unit(),
              method(indicator),
              authority(indicator.authority()),
              String.join("、", indicator.aliases()),
              indicator.caliber() == null ? "" : indicator.caliber()));
    }
  }

  private String method(Indicator indicator) {
    return switch (indicator.kind()) {
      case FLOW -> "期内发生额";
      case STOCK -> "期末存量";
      case DISTINCT -> "期内不重复计数";
      case STATED -> "填报或反馈数";
      case COMPUTED -> formula(Objects.requireNonNull(indicator.formula()));
    };
  }

  private String formula(Formula formula) {
    return switch (formula) {
      case Formula.Ratio(String over, String under) -> name(over) + "÷" + name(under);
      case Formula.Share(String part, String whole) -> name(part) + "÷" + name(whole) + "×100%";
      case Formula.Diff(String from, String less) -> name(from) + "−" + name(less);
      case Formula.Sum(List<String> parts) ->
          parts.stream().map(this::name).collect(Collectors.joining("＋"));
      case Formula.Completion(String of) -> name(of) + "完成目标的百分比";
      case Formula.Excess(String of) -> name(of) + "超出目标的百分比";
      case Formula.Pace(String of) -> name(of) + "完成率减时间进度";
      case Formula.Yoy(String of) -> name(of) + "比上年同期增长";
      case Formula.AreasWith(String of) -> "有“" + name(of) + "”的下级区域个数";
      case Formula.MinOverAreas(String of) -> "下级区域中最低的" + name(of);
      case Formula.MaxOverAreas(String of) -> "下级区域中最高的" + name(of);
      case Formula.MeanPerDay(String of) -> name(of) + "÷天数";
    };
  }

  private String name(String code) {
    Indicator indicator = packs.indicator(Names.bare(code));
    return indicator == null ? code : indicator.title();
  }

  private static String authority(String authority) {
    return switch (authority) {
      case "own" -> "本镇";
      case "bureau" -> "统计等主管部门";
      case "finance" -> "财政部门";
      case "tax" -> "税务部门";
      default -> authority;
    };
  }

  private void services() {
    List<String> limits =
        pack.serves().stream()
            .filter(service -> service.limit() != null)
            .map(service ->
                service.by().stream().map(Service.Thing::title).collect(Collectors.joining("、"))
                    + "："
                    + service.limit())
            .toList();
    if (!limits.isEmpty()) {
      line("");
      line("## 有意不做的");
      line("");
      limits.forEach(limit -> line("* " + limit));
    }
  }

  private void list(String head, List<String> items) {
    if (!items.isEmpty()) {
      line("");
      line(head + "：");
      line("");
      items.forEach(item -> line("* " + item));
    }
  }

  private static String row(String... cells) {
    return List.of(cells).stream()
        .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  /** The pages of all packs by file name, with the list of them. */
  public static Map<String, String> all(Packs packs) {
    Map<String, String> pages = new TreeMap<>();
    StringBuilder list = new StringBuilder("# 业务模块移交说明\n\n");
    list.append("<!-- Written by HandoverPage; do not edit. To write it anew:\n");
    list.append("     ./mvnw -q -pl books test -Dtest=HandoverPageTest -Dtaizhang.docs=write -->\n\n");
    for (Pack pack : packs.packs()) {
      pages.put(pack.name() + ".md", markdown(pack, packs));
      list.append(
          "* [%s](%s.md)：台账%d个，指标%d个\n"
              .formatted(
                  pack.title(), pack.name(), pack.ledgers().size(), pack.indicators().size()));
    }
    pages.put("README.md", list.toString());
    return pages;
  }
}

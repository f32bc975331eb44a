package taizhang.books.pack;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What whoever takes over a field of work is handed (移交说明): its ledgers with their fields, rules
 * and what they post, its lifecycles, its indicators with formula and caliber, and the functions it
 * serves. Written from the pack, so that it cannot say anything else.
 */
public final class HandoverPage {

  private final Pack pack;
  private final Packs packs;
  private final HandoverText page = new HandoverText();

  private HandoverPage(Pack pack, Packs packs) {
    this.pack = pack;
    this.packs = packs;
  }

  /** The page of one pack as Markdown, ending in a line feed. */
  public static String markdown(Pack pack, Packs packs) {
    HandoverPage written = new HandoverPage(pack, packs);
    written.write();
    return written.page.markdown();
  }

  private void write() {
    page.line("# " + pack.title());
    page.line("");
    page.line(
        "<!-- Written by HandoverPage from packs/" + pack.name() + "/pack.yaml; do not edit. -->");
    page.line("");
    page.line("责任单位：" + pack.owner() + "。版本：" + pack.version() + "。模块：`" + pack.name() + "`。");
    pack.ledgers().values().forEach(ledger -> HandoverLedger.write(ledger, packs, page));
    indicators();
    services();
  }

  private void indicators() {
    if (pack.indicators().isEmpty()) {
      return;
    }
    page.line("");
    page.line("## 指标");
    page.line("");
    page.line("| 指标 | 单位 | 算法 | 归口 | 别名 | 口径和依据 |");
    page.line("| --- | --- | --- | --- | --- | --- |");
    for (Indicator indicator : pack.indicators().values()) {
      page.line(
          HandoverText.row(
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
      page.line("");
      page.line("## 有意不做的");
      page.line("");
      limits.forEach(limit -> page.line("* " + limit));
    }
  }

  /** The pages of all packs by file name, with the list of them. */
  public static Map<String, String> all(Packs packs) {
    Map<String, String> pages = new TreeMap<>();
    StringBuilder list = new StringBuilder("# 业务模块移交说明\n\n");
    list.append("<!-- Written by HandoverPage; do not edit. To write it anew:\n");
    list.append(
        "     ./mvnw -q -pl books test -Dtest=HandoverPageTest -Dtaizhang.docs=write -->\n\n");
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

package taizhang.server.web.record;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import taizhang.books.figure.Posted;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.IndicatorKind;
import taizhang.books.pack.PostingRule;
import taizhang.books.period.Period;
import taizhang.books.posting.Posting;
import taizhang.books.posting.Stage;
import taizhang.server.ledger.TownRules;
import taizhang.server.web.FieldText;
import taizhang.server.web.Labels;

/** Which figures an entry moves and by how much, in the words of the screen. */
final class Movings {

  /** What is added up into one line. */
  private record Line(
      String indicator,
      String area,
      Stage stage,
      String starts,
      LocalDate until,
      YearMonth month,
      boolean late) {}

  private final TownRules rules;
  private final String town;

  Movings(TownRules rules, String town) {
    this.rules = rules;
    this.town = town;
  }

  List<Moving> of(List<Posted> posted) {
    Map<Line, List<Posting>> lines = new LinkedHashMap<>();
    for (Posted one : posted) {
      Posting posting = one.posting();
      var cell = posting.cell();
      if (cell.slice().isEmpty()) {
        LocalDate starts = cell.starts();
        LocalDate until =
            starts == null ? YearMonth.from(cell.belongs()).atEndOfMonth() : cell.belongs();
        lines
            .computeIfAbsent(
                new Line(
                    cell.indicator(),
                    cell.area(),
                    posting.stage(),
                    starts == null ? "" : starts.toString(),
                    until,
                    YearMonth.from(posting.on()),
                    !posting.on().equals(cell.belongs())),
                l -> new ArrayList<>())
            .add(posting);
      }
    }
    List<Moving> moved = new ArrayList<>();
    lines.forEach((line, postings) -> add(moved, line, postings));
    return moved;
  }

  private void add(List<Moving> moved, Line line, List<Posting> postings) {
    boolean target = line.indicator().endsWith(PostingRule.TARGET);
    String code =
        target
            ? line.indicator().substring(0, line.indicator().length() - PostingRule.TARGET.length())
            : line.indicator();
    Indicator indicator = rules.packs().indicator(code);
    BigDecimal by = indicator == null ? BigDecimal.ZERO : amount(indicator.kind(), postings);
    if (indicator == null || by.signum() == 0) {
      return;
    }
    Period period =
        line.starts().isEmpty()
            ? Period.parse(YearMonth.from(line.until()).toString())
            : new Period(LocalDate.parse(line.starts()), line.until());
    String sign = by.signum() > 0 ? "+" : "−";
    moved.add(
        new Moving(
            indicator.title() + (target ? "（目标）" : ""),
            FieldText.area(rules.areas(), line.area()),
            (indicator.kind() == IndicatorKind.STOCK ? "自" : "")
                + Labels.period(period)
                + (indicator.kind() == IndicatorKind.STOCK ? "起" : ""),
            sign + Labels.number(by.abs()) + indicator.unit(),
            by.signum() < 0,
            line.stage() == Stage.PENDING,
            line.late()
                ? "该期已锁定，记入" + Labels.period(Period.parse(line.month().toString())) + "（补报）"
                : "",
            "/"
                + town
                + "/figures/"
                + encoded(code)
                + "?period="
                + encoded(year(line))
                + "&area="
                + encoded(line.area())));
  }

  private static String year(Line line) {
    return Integer.toString(line.until().getYear());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static BigDecimal amount(IndicatorKind kind, List<Posting> postings) {
    if (kind != IndicatorKind.DISTINCT) {
      return postings.stream().map(Posting::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
    Map<String, BigDecimal> keys = new HashMap<>();
    postings.forEach(p -> keys.merge(p.cell().key(), p.amount(), BigDecimal::add));
    long more = keys.values().stream().mapToLong(BigDecimal::signum).sum();
    return BigDecimal.valueOf(more);
  }
}

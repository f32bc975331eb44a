package taizhang.server.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.area.Area;
import taizhang.books.area.AreaTree;
import taizhang.books.entry.EntryKind;
import taizhang.books.figure.Figure;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Plausibility;
import taizhang.books.figure.Point;
import taizhang.books.pack.Formula;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.IndicatorKind;
import taizhang.books.pack.Ledger;
import taizhang.books.wording.Wording;
import taizhang.server.figure.Extent;
import taizhang.server.figure.Figures;
import taizhang.server.figure.LatestFigures;
import taizhang.server.figure.Source;
import taizhang.server.ledger.TownRules;
import taizhang.server.report.Citation;

/** Opens figures: gathers what stands behind one for the panel, as far as a person may see it. */
@Component
public class Panels {

  static final int PAGE = 10;

  private static final int MOST_AREAS = 200;

  private final Figures figures;
  private final LatestFigures latest;

  Panels(Figures figures, LatestFigures latest) {
    this.figures = figures;
    this.latest = latest;
  }

  /**
   * The panel of a figure.
   *
   * @param who who looks
   * @param number its number on the report, 0 where it stands alone
   * @param citation the place in a report it is opened from, null where it stands alone
   * @param printed as a circulated version printed it, null where the words follow the figure
   */
  public Panel open(
      Clearance who,
      FigureQuery query,
      int number,
      @Nullable Citation citation,
      @Nullable String printed,
      int page,
      PanelLinks links) {
    TownRules rules = figures.rules(who.town());
    Indicator indicator = figures.indicator(who.town(), query.indicator());
    Figure figure = latest.readAll(who, List.of(query)).getFirst();
    FigureQuery pinned = query.at(new Point(figure.seq(), figure.day()));
    Extent extent = latest.extent(who, query);
    int pages = (int) Math.max(1, (extent.postings() + PAGE - 1) / PAGE);
    int shown = Math.clamp(page, 1, pages);
    BigDecimal value = figure.value();
    String area = query.area() == null ? "" : query.area();
    return new Panel(
        number,
        who.town(),
        indicator.title(),
        words(indicator, figure, citation, printed),
        value == null ? "—" : Labels.number(value),
        indicator.unit(),
        facts(who, indicator, figure, pinned, extent),
        parts(who, indicator, pinned),
        areas(who, indicator, query, figure, rules, links),
        area,
        sources(who, pinned, shown, rules),
        extent.postings(),
        extent.entries(),
        hidden(who, pinned, extent),
        shown,
        pages,
        links);
  }

  private static String words(
      Indicator indicator, Figure figure, @Nullable Citation citation, @Nullable String printed) {
    if (printed != null) {
      return printed;
    }
    return citation == null
        ? Wording.write(figure.value(), indicator.unit(), indicator.print()).text()
        : citation.print(figure, indicator).text();
  }

  private List<Panel.Fact> facts(
      Clearance who, Indicator indicator, Figure figure, FigureQuery query, Extent extent) {
    TownRules rules = figures.rules(who.town());
    List<Panel.Fact> facts = new ArrayList<>();
    facts.add(new Panel.Fact("期间", Labels.period(figure.period())));
    facts.add(new Panel.Fact("区域", name(rules.areas(), figure.area())));
    if (indicator.kind() == IndicatorKind.STATED) {
      facts.add(new Panel.Fact("性质", Labels.status(figure.status())));
    }
    facts.add(new Panel.Fact("计算", Labels.kind(indicator.kind())));
    facts.add(new Panel.Fact("数据来自", Labels.authority(indicator.authority())));
    String caliber = indicator.caliber();
    if (caliber != null) {
      facts.add(new Panel.Fact("口径", caliber));
    }
    LocalDate last = figure.period().to();
    boolean over = last.isBefore(figure.day());
    facts.add(new Panel.Fact("截至", Labels.day(over ? last : figure.day())));
    if (over) {
      facts.add(new Panel.Fact("取数", Labels.day(figure.day())));
    }
    if (extent.late() > 0) {
      facts.add(new Panel.Fact("补报", "含补报" + extent.late() + "笔"));
    }
    doubt(who, indicator, figure, query).ifPresent(facts::add);
    return facts;
  }

  /** A rate of exactly 100 percent over thousands is true of the books and worth a question. */
  private Optional<Panel.Fact> doubt(
      Clearance who, Indicator indicator, Figure figure, FigureQuery query) {
    String code = Plausibility.whole(indicator, figure.value());
    if (code == null) {
      return Optional.empty();
    }
    Indicator counted = figures.indicator(who.town(), code);
    if (!who.reads(counted, figure.area())) {
      return Optional.empty();
    }
    BigDecimal whole = figures.readAll(who, List.of(query.of(code))).getFirst().value();
    String many = Wording.write(whole, counted.unit(), counted.print()).text();
    return Plausibility.many(whole)
        ? Optional.of(
            new Panel.Fact("合理性", "恰为100%，而" + counted.title() + "有" + many + "：请核对是否漏计、是否含默认好评"))
        : Optional.empty();
  }

  /** How many sources the person may not see. */
  private long hidden(Clearance who, FigureQuery query, Extent seen) {
    boolean seesAll =
        who.posts().stream()
            .anyMatch(post -> post.department().isEmpty() && post.role().grants(Right.READ));
    return seesAll && who.readsTown()
        ? 0
        : figures.extent(who.town(), query).postings() - seen.postings();
  }

  private List<Panel.Part> parts(Clearance who, Indicator indicator, FigureQuery query) {
    Formula formula = indicator.formula();
    if (formula == null) {
      return List.of();
    }
    String area = query.area() == null ? rootOf(who) : query.area();
    List<FigureQuery> queries =
        formula.parts().stream()
            .filter(code -> who.reads(figures.indicator(who.town(), code), area))
            .map(query::of)
            .toList();
    List<Figure> read = figures.readAll(who, queries);
    List<Panel.Part> parts = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      parts.add(part(who.town(), read.get(i), queries.get(i)));
    }
    if (!queries.isEmpty()
        && (formula instanceof Formula.Completion || formula instanceof Formula.Excess)) {
      Figure target = figures.target(who, queries.getFirst());
      FigureQuery of = query.of(target.indicator()).during(target.period());
      parts.add(part(who.town(), target, of));
    }
    return parts;
  }

  private String rootOf(Clearance who) {
    return figures.rules(who.town()).areas().root().code();
  }

  private Panel.Part part(String town, Figure figure, FigureQuery query) {
    Indicator indicator = figures.indicator(town, figure.indicator());
    return new Panel.Part(
        indicator.title(),
        Wording.write(figure.value(), indicator.unit(), indicator.print()).text(),
        PanelLinks.figure(town, query));
  }

  private List<Panel.Slice> areas(
      Clearance who,
      Indicator indicator,
      FigureQuery query,
      Figure whole,
      TownRules rules,
      PanelLinks links) {
    List<Area> below = rules.areas().below(whole.area());
    if (indicator.kind() == IndicatorKind.STATED
        || indicator.kind() == IndicatorKind.COMPUTED
        || below.size() > MOST_AREAS) {
      return List.of();
    }
    List<Figure> read =
        latest.readAll(who, below.stream().map(area -> query.in(area.code())).toList());
    BigDecimal greatest =
        read.stream().map(f -> size(f.value())).reduce(BigDecimal.ZERO, BigDecimal::max);
    List<Figure> said =
        read.stream()
            .filter(f -> size(f.value()).signum() > 0)
            .sorted((a, b) -> size(b.value()).compareTo(size(a.value())))
            .toList();
    return said.stream()
        .map(f ->
            new Panel.Slice(
                name(rules.areas(), f.area()),
                Labels.number(Objects.requireNonNull(f.value())),
                share(f.value(), greatest),
                links.area(f.area())))
        .toList();
  }

  private static BigDecimal size(@Nullable BigDecimal value) {
    return value == null ? BigDecimal.ZERO : value.abs();
  }

  private static int share(@Nullable BigDecimal value, BigDecimal greatest) {
    return size(value)
        .multiply(new BigDecimal(100))
        .divide(greatest, 0, RoundingMode.CEILING)
        .intValue();
  }

  private List<Panel.SourceLine> sources(
      Clearance who, FigureQuery query, int page, TownRules rules) {
    return figures.sources(who, query, PAGE, (page - 1) * PAGE).stream()
        .map(source -> line(source, rules))
        .toList();
  }

  /** A source in the words of the screen. */
  public static Panel.SourceLine line(Source source, TownRules rules) {
    Ledger ledger = rules.packs().ledger(source.ledger());
    String sign = source.amount().signum() > 0 ? "+" : "";
    return new Panel.SourceLine(
        source.belongs().toString(),
        name(rules.areas(), source.area()),
        (ledger == null ? source.ledger() : ledger.title())
            + " · "
            + Labels.kind(EntryKind.of(source.kind())),
        sign + Labels.number(source.amount()),
        source.pending(),
        !source.belongs().equals(source.on()),
        source.record(),
        rules.nameOf(source.by()),
        Labels.moment(source.at()),
        source.reason() == null ? "" : source.reason());
  }

  /** The name of an area. */
  public static String name(AreaTree areas, String code) {
    Area area = areas.find(code);
    return area == null ? code : area.name();
  }
}

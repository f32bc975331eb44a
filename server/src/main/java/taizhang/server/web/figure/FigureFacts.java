package taizhang.server.web.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import taizhang.books.access.Clearance;
import taizhang.books.area.Area;
import taizhang.books.figure.Figure;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Point;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.IndicatorKind;
import taizhang.books.period.Period;
import taizhang.books.wording.Wording;
import taizhang.server.figure.Figures;
import taizhang.server.figure.LatestFigures;
import taizhang.server.figure.Overviews;
import taizhang.server.figure.Source;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;
import taizhang.server.web.Labels;
import taizhang.server.web.PanelLinks;
import taizhang.server.web.Panels;

/** Gathers what a figure's own page shows. */
@Component
class FigureFacts {

  private static final int MOST_TILES = 400;
  private static final int MOST_MONTHS = 60;
  private static final int SHOWN_SOURCES = 20;
  private static final int YEARS = 4;

  private final Figures figures;
  private final LatestFigures latest;
  private final Overviews overviews;
  private final Breakdowns breakdowns;
  private final Rules rules;

  FigureFacts(
      Figures figures,
      LatestFigures latest,
      Overviews overviews,
      Breakdowns breakdowns,
      Rules rules) {
    this.latest = latest;
    this.breakdowns = breakdowns;
    this.figures = figures;
    this.overviews = overviews;
    this.rules = rules;
  }

  FigureShown shown(
      Town town, Clearance who, TownRules current, FigureQuery query, @Nullable LocalDate than) {
    Indicator indicator = figures.indicator(town.code(), query.indicator());
    String area = Objects.requireNonNull(query.area());
    LocalDate day = day(query);
    Overviews.Headline headline =
        overviews.headlines(who, List.of(indicator), area, query.period(), day).getFirst();
    LocalDate chosen = query.at().day();
    return new FigureShown(
        HeadlineShown.of(town.code(), headline, query.at()),
        "/" + town.code() + "/figures/" + PanelLinks.encoded(query.indicator()),
        area,
        chosen == null ? "" : chosen.toString(),
        OverviewPages.about(query.period(), Panels.name(current.areas(), area), day),
        tiles(who, current, indicator, query),
        breakdowns.of(who, current, indicator, query),
        query.slice(),
        than == null ? null : comparison(who, current, indicator, query, than),
        years(who, indicator, query));
  }

  private LocalDate day(FigureQuery query) {
    LocalDate day = query.at().day();
    return day == null ? rules.today() : day;
  }

  /**
   * The course of a figure: every month of its period, or the years where it is stated by the year.
   */
  List<Overviews.Step> course(Clearance who, FigureQuery query) {
    Indicator indicator = figures.indicator(who.town(), query.indicator());
    if (indicator.kind() == IndicatorKind.STATED) {
      String area = Objects.requireNonNull(query.area());
      List<Indicator> one = List.of(indicator);
      return overviews.headlines(who, one, area, query.period(), day(query)).getFirst().course();
    }
    List<Period> months = new ArrayList<>();
    YearMonth last = YearMonth.from(query.period().to());
    for (YearMonth month = YearMonth.from(query.period().from());
        !month.isAfter(last) && months.size() < MOST_MONTHS;
        month = month.plusMonths(1)) {
      months.add(Period.month(month));
    }
    List<Figure> read = latest.readAll(who, months.stream().map(query::during).toList());
    return read.stream().map(f -> new Overviews.Step(f.period(), f.value())).toList();
  }

  private List<Tile> tiles(
      Clearance who, TownRules current, Indicator indicator, FigureQuery query) {
    List<Area> below =
        current.areas().below(Objects.requireNonNull(query.area())).stream()
            .filter(area -> area.on(day(query)))
            .toList();
    if (below.isEmpty() || below.size() > MOST_TILES || indicator.kind() == IndicatorKind.STATED) {
      return List.of();
    }
    List<Figure> read =
        latest.readAll(who, below.stream().map(area -> query.in(area.code())).toList());
    boolean nothing = read.stream().allMatch(f -> f.value() == null || f.value().signum() == 0);
    return nothing ? List.of() : Tile.of(who.town(), below, read, query);
  }

  private FigureShown.Comparison comparison(
      Clearance who, TownRules current, Indicator indicator, FigureQuery query, LocalDate than) {
    LocalDate day = day(query);
    LocalDate early = than.isBefore(day) ? than : day;
    LocalDate late = than.isBefore(day) ? day : than;
    FigureQuery before = query.at(new Point(query.at().seq(), early));
    FigureQuery after = query.at(new Point(query.at().seq(), late));
    BigDecimal was = figures.read(who, before).value();
    BigDecimal is = figures.read(who, after).value();
    List<Source> sources = figures.sourcesAfter(who, after, early, SHOWN_SOURCES + 1);
    return new FigureShown.Comparison(
        than.toString(),
        Labels.day(early) + "：" + text(indicator, was),
        Labels.day(late) + "：" + text(indicator, is),
        Labels.day(late),
        was == null || is == null ? "—" : signed(is.subtract(was), indicator.unit()),
        sources.stream().limit(SHOWN_SOURCES).map(source -> Panels.line(source, current)).toList(),
        sources.size() > SHOWN_SOURCES);
  }

  private static String text(Indicator indicator, @Nullable BigDecimal value) {
    return Wording.write(value, indicator.unit(), indicator.print()).text();
  }

  private static String signed(BigDecimal value, String unit) {
    return (value.signum() > 0 ? "+" : "") + Labels.number(value) + unit;
  }

  private List<FigureShown.Row> years(Clearance who, Indicator indicator, FigureQuery query) {
    List<FigureQuery> queries = new ArrayList<>();
    Period period = query.period();
    for (int n = 0; n < YEARS; n++) {
      queries.add(query.during(period));
      period = period.yearBefore();
    }
    List<Figure> read = latest.readAll(who, queries);
    BigDecimal greatest = Breakdowns.greatest(read);
    List<FigureShown.Row> rows = new ArrayList<>();
    for (int n = 0; n < YEARS; n++) {
      BigDecimal value = read.get(n).value();
      if (value != null && (value.signum() != 0 || n == 0)) {
        rows.add(
            new FigureShown.Row(
                Labels.period(read.get(n).period()),
                text(indicator, value),
                Breakdowns.share(value, greatest),
                PanelLinks.figure(who.town(), queries.get(n))));
      }
    }
    return rows.size() < 2 ? List.of() : rows;
  }
}

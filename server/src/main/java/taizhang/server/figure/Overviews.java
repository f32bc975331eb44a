package taizhang.server.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.figure.Figure;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Point;
import taizhang.books.figure.Progress;
import taizhang.books.pack.Formula;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.IndicatorKind;
import taizhang.books.pack.Pack;
import taizhang.books.pack.Packs;
import taizhang.books.pack.PostingRule;
import taizhang.books.period.Period;
import taizhang.server.ledger.TownRules;

/**
 * Many figures as a leader looks at them (总览): each with its target, how far it has come, and its
 * course. However many they are, they are read together.
 */
@Service
public class Overviews {

  private static final int MONTHS = 12;
  private static final int YEARS = 5;

  private final Figures figures;
  private final LatestFigures latest;

  Overviews(Figures figures, LatestFigures latest) {
    this.figures = figures;
    this.latest = latest;
  }

  /** A field of work with the figures that stand for it. */
  public record Section(Pack pack, List<Headline> headlines) {
    public Section {
      headlines = List.copyOf(headlines);
    }
  }

  /**
   * A figure with what tells how it stands.
   *
   * @param target the target's figure, without a value where none is set
   * @param course the same figure in the months up to it; where it is stated by the year, the years
   */
  public record Headline(
      Indicator indicator, Figure figure, Figure target, Progress progress, List<Step> course) {
    public Headline {
      course = List.copyOf(course);
    }
  }

  /** The figure of one span of the course; null where there is none. */
  public record Step(Period span, @Nullable BigDecimal value) {}

  /** The headlines of every pack that a person may read at an area; packs without any left out. */
  public List<Section> sections(Clearance who, String area, Period period, LocalDate day) {
    TownRules rules = figures.rules(who.town());
    List<Indicator> all = new ArrayList<>();
    for (Pack pack : rules.packs().packs()) {
      headlines(pack, who, area).forEach(all::add);
    }
    List<Headline> read = headlines(who, all, area, period, day);
    List<Section> sections = new ArrayList<>();
    int at = 0;
    for (Pack pack : rules.packs().packs()) {
      int count = headlines(pack, who, area).size();
      if (count > 0) {
        sections.add(new Section(pack, read.subList(at, at + count)));
      }
      at += count;
    }
    return sections;
  }

  private static List<Indicator> headlines(Pack pack, Clearance who, String area) {
    return pack.headlines().stream()
        .map(code -> Objects.requireNonNull(pack.indicators().get(code)))
        .filter(indicator -> who.reads(indicator, area))
        .toList();
  }

  /**
   * Figures with their targets and courses.
   *
   * @param day last day read
   */
  public List<Headline> headlines(
      Clearance who, List<Indicator> indicators, String area, Period period, LocalDate day) {
    Packs packs = figures.rules(who.town()).packs();
    Course course = new Course(packs, period, day);
    List<FigureQuery> queries = new ArrayList<>();
    for (Indicator indicator : indicators) {
      FigureQuery query =
          new FigureQuery(indicator.code(), area, period, new Point(null, day), false, false, "");
      queries.addAll(queries(query, course.spans(indicator)));
    }
    List<Figure> figuresRead = queries.isEmpty() ? List.of() : latest.readAll(who, queries);
    Iterator<Figure> read = figuresRead.iterator();
    return indicators.stream().map(indicator -> headline(indicator, course, read)).toList();
  }

  private static List<FigureQuery> queries(FigureQuery query, List<Period> spans) {
    FigureQuery target = query.of(query.indicator() + PostingRule.TARGET);
    List<FigureQuery> queries = new ArrayList<>();
    queries.add(query);
    queries.add(target);
    queries.add(target.during(query.period().enclosingYear()));
    spans.forEach(span -> queries.add(query.during(span)));
    return queries;
  }

  /** Takes what was read for one indicator, in the order it was asked for. */
  private static Headline headline(Indicator indicator, Course course, Iterator<Figure> read) {
    Figure figure = read.next();
    Figure exact = read.next();
    Figure year = read.next();
    Figure target = exact.value() == null ? year : exact;
    List<Step> steps =
        course.spans(indicator).stream().map(span -> new Step(span, read.next().value())).toList();
    Progress progress = Progress.of(indicator, figure.value(), target, course.through);
    return new Headline(indicator, figure, target, progress, steps);
  }

  /** Which spans the course of a figure has. */
  private static final class Course {
    private final Packs packs;
    private final LocalDate through;

    Course(Packs packs, Period period, LocalDate day) {
      this.packs = packs;
      this.through = period.to().isBefore(day) ? period.to() : day;
    }

    List<Period> spans(Indicator indicator) {
      List<Period> spans = new ArrayList<>();
      if (stated(indicator, 0)) {
        for (int back = YEARS - 1; back >= 0; back--) {
          spans.add(Period.year(through.getYear() - back));
        }
      } else {
        for (int back = MONTHS - 1; back >= 0; back--) {
          spans.add(Period.month(YearMonth.from(through).minusMonths(back)));
        }
      }
      return spans;
    }

    private boolean stated(Indicator indicator, int depth) {
      Formula formula = indicator.formula();
      if (formula == null) {
        return indicator.kind() == IndicatorKind.STATED;
      }
      return depth < 8
          && formula.parts().stream()
              .map(packs::indicator)
              .anyMatch(part -> part != null && stated(part, depth + 1));
    }
  }
}

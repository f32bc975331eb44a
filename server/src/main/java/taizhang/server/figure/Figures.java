package taizhang.server.figure;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.area.Area;
import taizhang.books.figure.Algebra;
import taizhang.books.figure.Figure;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Point;
import taizhang.books.figure.Reckoning;
import taizhang.books.pack.Formula;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.IndicatorKind;
import taizhang.books.pack.PostingRule;
import taizhang.books.posting.Said;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.TownRules;
import taizhang.server.ledger.TownRulesStore;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;

/**
 * The one way to a number: an indicator at an area, for a period, at a point of the books, and what
 * is behind it.
 */
@Service
public class Figures {

  private final Towns towns;
  private final TownScope scope;
  private final TownRulesStore rules;
  private final PostingReader reader;
  private final MonthlySumReader sums;
  private final SourceReader sources;
  private final InstantSource clock;

  Figures(
      Towns towns,
      TownScope scope,
      TownRulesStore rules,
      PostingReader reader,
      MonthlySumReader sums,
      SourceReader sources,
      InstantSource clock) {
    this.towns = towns;
    this.scope = scope;
    this.rules = rules;
    this.reader = reader;
    this.sums = sums;
    this.sources = sources;
    this.clock = clock;
  }

  /**
   * One figure.
   *
   * @throws Refusal where the town, the indicator or the area is unknown
   */
  public Figure read(String town, FigureQuery query) {
    return readAll(town, List.of(query)).getFirst();
  }

  /** Several figures at one instant; what many of them add up from is read with one statement. */
  public List<Figure> readAll(String town, List<FigureQuery> queries) {
    Town in = towns.find(town);
    return scope.read(in, sql -> readAll(in, queries, sql));
  }

  /**
   * One figure, for a person.
   *
   * @throws Refusal where there is no such figure, or the person may not read it
   */
  public Figure read(Clearance who, FigureQuery query) {
    return readAll(who, List.of(query)).getFirst();
  }

  /** Several figures at one instant, for a person who may read every one of them. */
  public List<Figure> readAll(Clearance who, List<FigureQuery> queries) {
    queries.forEach(query -> check(who, query));
    return readAll(who.town(), queries);
  }

  private void check(Clearance who, FigureQuery query) {
    TownRules current = rules(who.town());
    Indicator indicator = indicator(current, query.indicator());
    String area = query.area() == null ? current.areas().root().code() : query.area();
    if (!who.reads(indicator, area)) {
      throw Refusal.of(
          ProblemCode.NOT_ALLOWED, "查阅“" + indicator.title() + "”", "read " + query.indicator());
    }
  }

  private List<Figure> readAll(Town town, List<FigureQuery> queries, JdbcClient sql) {
    Map<Point, Moment> moments = new HashMap<>();
    for (FigureQuery query : queries) {
      if (!moments.containsKey(query.at())) {
        Moment moment = moment(town, query, sql);
        List<FigureQuery> same = queries.stream().filter(q -> q.at().equals(query.at())).toList();
        moments.put(query.at(), same.size() < 2 ? moment : moment.with(ahead(moment, same, sql)));
      }
    }
    return queries.stream()
        .map(query -> figure(Objects.requireNonNull(moments.get(query.at())), query, sql))
        .toList();
  }

  private MonthlySums ahead(Moment moment, List<FigureQuery> queries, JdbcClient sql) {
    List<FigureQuery> leaves =
        queries.stream().flatMap(query -> leaves(moment, query).stream()).distinct().toList();
    Leaves formulas = new Leaves(code -> indicator(moment.rules(), code));
    boolean withBelow = queries.stream().anyMatch(q -> formulas.compareAreas(q.indicator()));
    return sums.read(moment, leaves, withBelow, code -> indicator(moment.rules(), code), sql);
  }

  /** The target an indicator is measured against, or a figure without a value. */
  public Figure target(String town, FigureQuery query) {
    FigureQuery exact = query.of(query.indicator() + PostingRule.TARGET);
    Figure figure = read(town, exact);
    return figure.value() == null
        ? read(town, exact.during(query.period().enclosingYear()))
        : figure;
  }

  /** The indicator with a code, as the town's packs declare it; a target is an indicator too. */
  public Indicator indicator(String town, String code) {
    Town in = towns.find(town);
    return scope.read(in, sql -> indicator(rules.current(in, sql), code));
  }

  /** What the town's books go by: its packs, areas and closures. */
  public TownRules rules(String town) {
    Town in = towns.find(town);
    return scope.read(in, sql -> rules.current(in, sql));
  }

  /**
   * The postings behind a figure with their entries, newest first; of a formula, those behind its
   * parts.
   */
  public List<Source> sources(String town, FigureQuery query, int limit, int offset) {
    return behind(
        town,
        query,
        (moment, sql) ->
            sources.page(moment, leaves(moment, query), SourceReader.ALL, limit, offset, sql));
  }

  /** The postings behind a figure that a person may see, newest first. */
  public List<Source> sources(Clearance who, FigureQuery query, int limit, int offset) {
    check(who, query);
    return behind(
        who.town(),
        query,
        (moment, sql) ->
            sources.page(
                moment, leaves(moment, query), SourceReader.seenBy(who), limit, offset, sql));
  }

  /** How much stands behind a figure. */
  public Extent extent(String town, FigureQuery query) {
    return behind(
        town,
        query,
        (moment, sql) -> sources.extent(moment, leaves(moment, query), SourceReader.ALL, sql));
  }

  /** How much of what stands behind a figure a person may see. */
  public Extent extent(Clearance who, FigureQuery query) {
    check(who, query);
    return behind(
        who.town(),
        query,
        (moment, sql) ->
            sources.extent(moment, leaves(moment, query), SourceReader.seenBy(who), sql));
  }

  private <T> T behind(String town, FigureQuery query, BiFunction<Moment, JdbcClient, T> work) {
    Town in = towns.find(town);
    return scope.read(in, sql -> work.apply(moment(in, query, sql), sql));
  }

  private Moment moment(Town town, FigureQuery query, JdbcClient sql) {
    TownRules current = rules.current(town, sql);
    long newest =
        sql.sql("select seq from head where town = ?").param(town.id()).query(Long.class).single();
    Long seq = query.at().seq();
    LocalDate day = query.at().day();
    return new Moment(
        town,
        current,
        newest,
        seq == null || seq > newest ? newest : seq,
        day == null ? LocalDate.ofInstant(clock.instant(), Entries.ZONE) : day,
        MonthlySums.NONE);
  }

  private Figure figure(Moment moment, FigureQuery query, JdbcClient sql) {
    String area = area(moment, query);
    Indicator indicator = indicator(moment.rules(), query.indicator());
    if (indicator.kind() == IndicatorKind.STATED) {
      Reckoning.Stated stated = reader.stated(moment, query, area, sql);
      return stated == null
          ? figure(moment, query, area, null, new Said("", ""))
          : figure(moment, query, area, stated.value(), stated.said());
    }
    return figure(moment, query, area, value(moment, query, sql), new Said("", ""));
  }

  private static Figure figure(
      Moment moment, FigureQuery query, String area, @Nullable BigDecimal value, Said said) {
    return new Figure(
        query.indicator(),
        area,
        query.period(),
        value,
        said.comparator(),
        said.status(),
        moment.seq(),
        moment.day());
  }

  private @Nullable BigDecimal value(Moment moment, FigureQuery query, JdbcClient sql) {
    String area = area(moment, query);
    Indicator indicator = indicator(moment.rules(), query.indicator());
    return switch (indicator.kind()) {
      case FLOW -> reader.sum(moment, query, area, false, sql);
      case STOCK -> reader.sum(moment, query, area, true, sql);
      case DISTINCT -> reader.distinct(moment, query, area, sql);
      case STATED -> {
        Reckoning.Stated stated = reader.stated(moment, query, area, sql);
        yield stated == null ? null : stated.value();
      }
      case COMPUTED ->
          new Algebra(new Parts(moment, sql))
              .value(Objects.requireNonNull(indicator.formula()), query.in(area));
    };
  }

  private final class Parts implements Algebra.Reader {
    private final Moment moment;
    private final JdbcClient sql;

    Parts(Moment moment, JdbcClient sql) {
      this.moment = moment;
      this.sql = sql;
    }

    @Override
    public @Nullable BigDecimal value(FigureQuery query) {
      return Figures.this.value(moment, query, sql);
    }

    @Override
    public List<String> areasBelow(FigureQuery query) {
      return moment.rules().areas().below(area(moment, query)).stream().map(Area::code).toList();
    }

    @Override
    public LocalDate day(FigureQuery query) {
      return moment.day();
    }
  }

  private static String area(Moment moment, FigureQuery query) {
    String area = query.area();
    if (area == null) {
      return moment.rules().areas().root().code();
    }
    if (moment.rules().areas().find(area) == null) {
      throw Refusal.of(ProblemCode.UNKNOWN_AREA, area);
    }
    return area;
  }

  private static Indicator indicator(TownRules rules, String code) {
    if (code.endsWith(PostingRule.TARGET)) {
      return Targets.of(
          indicator(rules, code.substring(0, code.length() - PostingRule.TARGET.length())));
    }
    Indicator indicator = rules.packs().indicator(code);
    if (indicator == null) {
      throw Refusal.of(ProblemCode.UNKNOWN_INDICATOR, code, Targets.near(rules.packs(), code));
    }
    return indicator;
  }

  private static List<FigureQuery> leaves(Moment moment, FigureQuery query) {
    FigureQuery placed = query.in(area(moment, query));
    Formula formula = indicator(moment.rules(), query.indicator()).formula();
    return formula == null
        ? List.of(placed)
        : new Leaves(code -> indicator(moment.rules(), code)).of(formula, placed);
  }
}

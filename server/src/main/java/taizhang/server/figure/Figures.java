package taizhang.server.figure;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.figure.Figure;
import taizhang.books.figure.FigureQuery;
import taizhang.books.pack.Formula;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.PostingRule;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
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
  private final Readings readings;
  private final SourceReader sources;

  Figures(
      Towns towns, TownScope scope, TownRulesStore rules, Readings readings, SourceReader sources) {
    this.towns = towns;
    this.scope = scope;
    this.rules = rules;
    this.readings = readings;
    this.sources = sources;
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
    return scope.read(in, sql -> readings.all(in, queries, sql));
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
    mustRead(who, queries);
    return readAll(who.town(), queries);
  }

  /** Refuses where there is a figure that a person may not read. */
  void mustRead(Clearance who, List<FigureQuery> queries) {
    TownRules current = rules(who.town());
    queries.stream()
        .map(query -> FigureQuery.of(query.indicator(), query.period()).in(query.area()))
        .distinct()
        .forEach(query -> check(who, query, current));
  }

  /** The indicators whose postings a figure comes from. */
  Set<String> posted(TownRules current, FigureQuery query) {
    Formula formula = Readings.indicator(current, query.indicator()).formula();
    if (formula == null) {
      return Set.of(query.indicator());
    }
    return new Leaves(code -> Readings.indicator(current, code))
        .of(formula, query).stream().map(FigureQuery::indicator).collect(Collectors.toSet());
  }

  /**
   * The target an indicator is measured against, for a person; a figure without a value for none.
   */
  public Figure target(Clearance who, FigureQuery query) {
    check(who, query);
    return target(who.town(), query);
  }

  /**
   * The postings behind a figure that stand after a day, newest first, as far as a person may see
   * them: what made it another figure than it was on that day.
   */
  public List<Source> sourcesAfter(Clearance who, FigureQuery query, LocalDate day, int limit) {
    check(who, query);
    return behind(
        who.town(),
        query,
        (moment, sql) ->
            sources.page(
                moment.after(day),
                Readings.leaves(moment, query),
                SourceReader.seenBy(who, moment.rules()),
                limit,
                0,
                sql));
  }

  /** The breakdowns (按…分) a figure has: {@code age_band=60+}, in order. */
  public List<String> slices(Clearance who, FigureQuery query) {
    check(who, query);
    return behind(
        who.town(),
        query,
        (moment, sql) ->
            sql.sql(
                    """
                    select distinct slice from balance
                    where town = ? and indicator = ? and area = ? and slice <> '' order by slice
                    """)
                .param(moment.town().id())
                .param(query.indicator())
                .param(Readings.area(moment, query))
                .query(String.class)
                .list());
  }

  private void check(Clearance who, FigureQuery query) {
    check(who, query, rules(who.town()));
  }

  private static void check(Clearance who, FigureQuery query, TownRules current) {
    Indicator indicator = Readings.indicator(current, query.indicator());
    String area = query.area() == null ? current.areas().root().code() : query.area();
    if (!who.reads(indicator, area)) {
      throw Refusal.of(
          ProblemCode.NOT_ALLOWED, "查阅“" + indicator.title() + "”", "read " + query.indicator());
    }
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
    return scope.read(in, sql -> Readings.indicator(rules.current(in, sql), code));
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
            sources.page(
                moment, Readings.leaves(moment, query), SourceReader.ALL, limit, offset, sql));
  }

  /** The postings behind a figure that a person may see, newest first. */
  public List<Source> sources(Clearance who, FigureQuery query, int limit, int offset) {
    check(who, query);
    return behind(
        who.town(),
        query,
        (moment, sql) ->
            sources.page(
                moment,
                Readings.leaves(moment, query),
                SourceReader.seenBy(who, moment.rules()),
                limit,
                offset,
                sql));
  }

  /** How much stands behind a figure. */
  public Extent extent(String town, FigureQuery query) {
    return behind(
        town,
        query,
        (moment, sql) ->
            sources.extent(moment, Readings.leaves(moment, query), SourceReader.ALL, sql));
  }

  /** How much of what stands behind a figure a person may see. */
  public Extent extent(Clearance who, FigureQuery query) {
    check(who, query);
    return behind(
        who.town(),
        query,
        (moment, sql) ->
            sources.extent(
                moment,
                Readings.leaves(moment, query),
                SourceReader.seenBy(who, moment.rules()),
                sql));
  }

  private <T> T behind(String town, FigureQuery query, BiFunction<Moment, JdbcClient, T> work) {
    Town in = towns.find(town);
    return scope.read(in, sql -> work.apply(readings.moment(in, query.at(), sql), sql));
  }
}

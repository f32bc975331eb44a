package taizhang.server.figure;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
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

/**
 * How figures are read inside a transaction: the point of the books, what is behind, the algebra.
 */
@Component
class Readings {

  private final TownRulesStore rules;
  private final PostingReader reader;
  private final AheadReader aheads;
  private final InstantSource clock;

  Readings(TownRulesStore rules, PostingReader reader, AheadReader aheads, InstantSource clock) {
    this.rules = rules;
    this.reader = reader;
    this.aheads = aheads;
    this.clock = clock;
  }

  /** Several figures; what they come from is read together. */
  List<Figure> all(Town town, List<FigureQuery> queries, JdbcClient sql) {
    Map<Point, Moment> moments = new HashMap<>();
    for (FigureQuery query : queries) {
      if (!moments.containsKey(query.at())) {
        Moment moment = moment(town, query.at(), sql);
        List<FigureQuery> same = queries.stream().filter(q -> q.at().equals(query.at())).toList();
        moments.put(query.at(), same.size() < 2 ? moment : moment.with(ahead(moment, same, sql)));
      }
    }
    return queries.stream()
        .map(query -> figure(Objects.requireNonNull(moments.get(query.at())), query, sql))
        .toList();
  }

  private Ahead ahead(Moment moment, List<FigureQuery> queries, JdbcClient sql) {
    List<FigureQuery> leaves =
        queries.stream().flatMap(query -> leaves(moment, query).stream()).distinct().toList();
    Leaves formulas = new Leaves(code -> indicator(moment.rules(), code));
    boolean withBelow = queries.stream().anyMatch(q -> formulas.compareAreas(q.indicator()));
    return aheads.read(moment, leaves, withBelow, code -> indicator(moment.rules(), code), sql);
  }

  /** A point of the books without anything left open. */
  Moment moment(Town town, Point at, JdbcClient sql) {
    TownRules current = rules.current(town, sql);
    long newest =
        sql.sql("select seq from head where town = ?").param(town.id()).query(Long.class).single();
    Long seq = at.seq();
    LocalDate day = at.day();
    return new Moment(
        town,
        current,
        newest,
        seq == null || seq > newest ? newest : seq,
        null,
        day == null ? LocalDate.ofInstant(clock.instant(), Entries.ZONE) : day,
        Ahead.NONE);
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
      return Readings.this.value(moment, query, sql);
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

  static String area(Moment moment, FigureQuery query) {
    String area = query.area();
    if (area == null) {
      return moment.rules().areas().root().code();
    }
    if (moment.rules().areas().find(area) == null) {
      throw Refusal.of(ProblemCode.UNKNOWN_AREA, area);
    }
    return area;
  }

  static Indicator indicator(TownRules rules, String code) {
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

  static List<FigureQuery> leaves(Moment moment, FigureQuery query) {
    FigureQuery placed = query.in(area(moment, query));
    Formula formula = indicator(moment.rules(), query.indicator()).formula();
    return formula == null
        ? List.of(placed)
        : new Leaves(code -> indicator(moment.rules(), code)).of(formula, placed);
  }
}

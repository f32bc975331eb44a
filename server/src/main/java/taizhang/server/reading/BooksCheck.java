package taizhang.server.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.figure.Figure;
import taizhang.books.figure.FigureQuery;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.PostingRule;
import taizhang.books.period.Period;
import taizhang.prose.claim.Claim;
import taizhang.prose.claim.Kind;
import taizhang.prose.compare.Comparison;
import taizhang.prose.compare.Outcome;
import taizhang.server.figure.LatestFigures;
import taizhang.server.ledger.TownRules;

/**
 * Compares the claims of a text with the books: levels and rates with the figure of their period,
 * targets with the target, growth with the figures of two years. All figures of a text are read at
 * once.
 */
@Service
public class BooksCheck {

  private final LatestFigures figures;

  BooksCheck(LatestFigures figures) {
    this.figures = figures;
  }

  /** A claim on its way: what it speaks of and what has to be read for it. */
  private record Asked(
      Claim claim,
      String fingerprint,
      @Nullable Indicator indicator,
      boolean chosen,
      @Nullable FigureQuery now,
      @Nullable FigureQuery before,
      String why) {}

  /** All claims of a reading beside the books, in the order of the text. */
  public List<Checked> all(Clearance who, TownRules rules, Perusal perusal, Margin margin) {
    return check(who, rules, perusal, margin, perusal.reading().claims());
  }

  /** Some claims of a reading beside the books. */
  public List<Checked> check(
      Clearance who, TownRules rules, Perusal perusal, Margin margin, List<Claim> claims) {
    List<Asked> asked = new ArrayList<>(claims.size());
    List<FigureQuery> queries = new ArrayList<>();
    Matching matching = new Matching(rules, perusal, margin);
    for (Claim claim : claims) {
      Asked one = asked(who, rules, perusal.name(claim.id()), matching, claim);
      asked.add(one);
      add(queries, one.now);
      add(queries, one.before);
    }
    List<FigureQuery> distinct = queries.stream().distinct().toList();
    List<Figure> read = figures.readAll(who, distinct);
    Map<FigureQuery, Figure> found = new HashMap<>();
    for (int i = 0; i < distinct.size(); i++) {
      found.put(distinct.get(i), read.get(i));
    }
    return asked.stream().map(one -> checked(one, found)).toList();
  }

  private static void add(List<FigureQuery> queries, @Nullable FigureQuery query) {
    if (query != null) {
      queries.add(query);
    }
  }

  private static Asked asked(
      Clearance who, TownRules rules, String fingerprint, Matching matching, Claim claim) {
    boolean chosen = matching.chosen(claim);
    Indicator indicator = matching.of(claim);
    String why = indicator == null ? "" : obstacle(who, rules, indicator, claim);
    Period period = period(claim);
    if (indicator == null || period == null || !why.isEmpty()) {
      return new Asked(claim, fingerprint, indicator, chosen, null, null, why);
    }
    boolean growth = Matching.growth(claim, indicator);
    String code = indicator.code() + (claim.kind() == Kind.TARGET ? PostingRule.TARGET : "");
    FigureQuery now = FigureQuery.of(code, period);
    return new Asked(
        claim,
        fingerprint,
        indicator,
        chosen,
        now,
        growth ? now.during(period.yearBefore()) : null,
        "");
  }

  /** Why a claim cannot be compared; empty where it can. */
  private static String obstacle(Clearance who, TownRules rules, Indicator indicator, Claim claim) {
    if (!who.reads(indicator, rules.areas().root().code())) {
      return "您的岗位不查阅这项数据";
    }
    if (!claim.scope().isEmpty() && !claim.scope().equals("全镇") && !claim.scope().equals("全乡")) {
      return "说的是" + claim.scope() + "，本账只有本镇";
    }
    if (period(claim) == null) {
      return claim.kind() == Kind.STANDING ? "没有写明时点" : "没有写明期间";
    }
    if (Matching.growth(claim, indicator)) {
      return claim.kind() == Kind.TARGET ? "目标增幅不单独入账" : "";
    }
    return switch (claim.role()) {
      case LEVEL, RATE, COMPLETION, GROWTH -> "";
      case SHARE -> indicator.unit().equals("%") ? "" : "是占比，账上记的是总量";
      case EXCESS -> "是超出部分，账上记的是总量";
      case FACTOR -> "是倍数，账上记的是总量";
      case RANK -> "是位次，不入账";
    };
  }

  /** The period a claim speaks of, null where it has none. */
  public static @Nullable Period period(Claim claim) {
    try {
      return claim.period().isEmpty() ? null : Period.parse(claim.period());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static Checked checked(Asked one, Map<FigureQuery, Figure> found) {
    Indicator indicator = one.indicator;
    Outcome outcome = null;
    if (indicator != null && one.now != null) {
      BigDecimal now = value(found, one.now);
      outcome =
          one.before == null
              ? Comparison.of(one.claim, now, indicator.unit())
              : Comparison.growth(one.claim, now, value(found, one.before));
    }
    String why =
        outcome instanceof Outcome.OtherMeasure other
            ? "单位不同：文中" + other.claimUnit() + "，账上" + other.bookUnit()
            : one.why;
    return new Checked(one.claim, one.fingerprint, indicator, one.chosen, one.now, outcome, why);
  }

  private static @Nullable BigDecimal value(Map<FigureQuery, Figure> found, FigureQuery query) {
    Figure figure = found.get(query);
    return figure == null ? null : figure.value();
  }
}

package taizhang.server.web.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import taizhang.books.access.Clearance;
import taizhang.books.figure.FigureQuery;
import taizhang.books.pack.Delay;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.IndicatorKind;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.PostingRule;
import taizhang.books.period.Period;
import taizhang.server.browse.Filter;
import taizhang.server.browse.Selection;
import taizhang.server.browse.Totals;
import taizhang.server.ledger.TownRules;

/**
 * Which figure a total is. A total is a figure where the ledger's records post that very amount
 * unconditionally and the selection says no more than an area and the days the figure is read for.
 */
final class FigureDoors {

  /** The name under which the number of records is asked for. */
  static final String COUNT = "";

  private final Clearance who;
  private final TownRules rules;
  private final Ledger ledger;
  private final LocalDate today;

  FigureDoors(Clearance who, TownRules rules, Ledger ledger, LocalDate today) {
    this.who = who;
    this.rules = rules;
    this.ledger = ledger;
    this.today = today;
  }

  /** The figure that a total of a selection is, null where it is none. */
  @Nullable FigureQuery figure(Selection selection, Totals totals, String field) {
    if (totals.pending() > 0 || selection.voided() || !selection.search().isBlank()) {
      return null;
    }
    return ledger.post().stream()
        .filter(rule -> plain(rule, field))
        .map(rule -> query(rule, selection))
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static boolean plain(PostingRule rule, String field) {
    boolean amount =
        rule.amount().constant().compareTo(BigDecimal.ONE) == 0
            && String.join(",", rule.amount().fields()).equals(field);
    boolean always =
        rule.when().text().isEmpty() && rule.onEnter() == null && rule.after().equals(Delay.NONE);
    boolean kind = rule.kind() == IndicatorKind.FLOW || rule.kind() == IndicatorKind.STOCK;
    return amount && always && kind && rule.to().matches("[a-z0-9_.]+");
  }

  private @Nullable FigureQuery query(PostingRule rule, Selection selection) {
    String area = rules.areas().root().code();
    Period period = null;
    for (Filter filter : selection.filters()) {
      if (filter instanceof Filter.Within(String within)) {
        area = within;
      } else if (filter instanceof Filter.Days(String on, LocalDate from, LocalDate to)
          && on.equals(rule.on())
          && from != null
          && to != null
          && !to.isBefore(from)) {
        period = new Period(from, to);
      } else {
        return null;
      }
    }
    boolean stock = rule.kind() == IndicatorKind.STOCK && rule.on() == null;
    if (stock == (period != null)) {
      return null;
    }
    Indicator indicator = rules.packs().indicator(rule.to());
    if (indicator == null || !who.reads(indicator, area)) {
      return null;
    }
    Period read = period == null ? Period.month(YearMonth.from(today)) : period;
    return FigureQuery.of(rule.to(), read).in(area);
  }
}

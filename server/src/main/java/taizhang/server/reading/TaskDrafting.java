package taizhang.server.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import taizhang.books.access.Clearance;
import taizhang.books.figure.Figure;
import taizhang.books.figure.FigureQuery;
import taizhang.books.pack.Indicator;
import taizhang.books.period.Period;
import taizhang.prose.catalogue.Catalogue;
import taizhang.prose.claim.Claim;
import taizhang.prose.claim.Role;
import taizhang.prose.commitment.Commitment;
import taizhang.server.figure.Figures;
import taizhang.server.ledger.TownRules;

/** What a reading knows of the task that a commitment becomes. */
@Component
public class TaskDrafting {

  private static final int LONGEST_NAME = 100;

  /** A name less alike than this is not filled in by itself. */
  private static final double LIKELY = 0.6;

  private final Figures figures;

  TaskDrafting(Figures figures) {
    this.figures = figures;
  }

  /**
   * What the reading knows of the tasks that commitments become; the rest is for a person to fill
   * in. A target of growth is reckoned from the books' figure of the year before.
   */
  public List<TaskDraft> drafts(
      Clearance who, TownRules rules, Perusal perusal, Margin margin, List<Commitment> of) {
    Matching matching = new Matching(rules, perusal, margin);
    return of.stream().map(c -> draft(who, rules, perusal, matching, c)).toList();
  }

  private TaskDraft draft(
      Clearance who, TownRules rules, Perusal perusal, Matching matching, Commitment of) {
    Claim target = of.target() == null ? null : perusal.claims().get(of.target());
    Indicator indicator = target == null ? null : indicator(rules, perusal, matching, target);
    int year = perusal.planYear(of);
    return new TaskDraft(
        perusal.name(of.id()),
        of.text(),
        of.text().length() > LONGEST_NAME ? of.text().substring(0, LONGEST_NAME) : of.text(),
        indicator == null ? "" : owner(rules, indicator),
        "",
        due(of.deadline(), year),
        indicator == null ? "" : indicator.code(),
        indicator == null || target == null ? "" : amount(who, rules, indicator, target, year));
  }

  /** How much a target claim asks for in its indicator's unit, empty where that is not told. */
  private String amount(
      Clearance who, TownRules rules, Indicator indicator, Claim target, int year) {
    if (Matching.growth(target, indicator)) {
      return year > 0 && who.reads(indicator, rules.areas().root().code())
          ? grown(
              figures.read(who, FigureQuery.of(indicator.code(), Period.year(year - 1))), target)
          : "";
    }
    return target.role() == Role.LEVEL || target.role() == Role.RATE
        ? Reported.value(target, indicator).toPlainString()
        : "";
  }

  private static String grown(Figure before, Claim growth) {
    BigDecimal value = before.value();
    return value == null
        ? ""
        : value
            .multiply(BigDecimal.ONE.add(growth.value().movePointLeft(2)))
            .setScale(0, RoundingMode.HALF_UP)
            .toPlainString();
  }

  /** The indicator a target speaks of, else the likeliest by name. */
  private static @Nullable Indicator indicator(
      TownRules rules, Perusal perusal, Matching matching, Claim claim) {
    Indicator matched = matching.of(claim);
    if (matched != null || matching.chosen(claim)) {
      return matched;
    }
    for (Catalogue.Fit fit : perusal.catalogue().candidates(claim.subject(), claim.unit(), 1)) {
      if (fit.score() >= LIKELY) {
        return rules.packs().indicator(fit.code());
      }
    }
    return null;
  }

  private static String owner(TownRules rules, Indicator indicator) {
    String pack = indicator.code().substring(0, indicator.code().indexOf('.'));
    return rules.packs().owner(pack);
  }

  /**
   * The last day a deadline's words allow, in a year: 6月底前 is 30 June, 上半年 too, 年内 the last day of
   * the year; empty where neither words nor year tell.
   */
  static String due(String words, int year) {
    if (words.matches("\\d{4}")) {
      return words + "-12-31";
    }
    if (words.matches("\\d{4}-\\d{2}")) {
      return YearMonth.parse(words).atEndOfMonth().toString();
    }
    if (year == 0) {
      return "";
    }
    return switch (words) {
      case "上半年" -> year + "-06-30";
      case "一季度" -> year + "-03-31";
      case "春节前" -> year + "-01-31";
      case "汛期前" -> year + "-05-31";
      default -> year + "-12-31";
    };
  }
}

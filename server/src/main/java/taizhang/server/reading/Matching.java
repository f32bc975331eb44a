package taizhang.server.reading;

import org.jspecify.annotations.Nullable;
import taizhang.books.pack.Indicator;
import taizhang.prose.catalogue.Catalogue;
import taizhang.prose.claim.Claim;
import taizhang.prose.claim.Role;
import taizhang.server.ledger.TownRules;

/**
 * Which indicator a claim speaks of: what a person chose, else what the reader matched; a rate of
 * growth speaks of the level it belongs to.
 */
final class Matching {

  private final TownRules rules;
  private final Perusal perusal;
  private final Margin margin;

  Matching(TownRules rules, Perusal perusal, Margin margin) {
    this.rules = rules;
    this.perusal = perusal;
    this.margin = margin;
  }

  /** True where a person said what a claim speaks of, were it of nothing. */
  boolean chosen(Claim claim) {
    return margin.choices().containsKey(perusal.name(claim.id()));
  }

  @Nullable Indicator of(Claim claim) {
    String chosen = margin.choices().get(perusal.name(claim.id()));
    if (chosen != null) {
      return rules.packs().indicator(chosen);
    }
    if (claim.indicator() != null) {
      return rules.packs().indicator(claim.indicator());
    }
    return claim.role() == Role.GROWTH ? level(claim) : null;
  }

  private @Nullable Indicator level(Claim growth) {
    Claim level = growth.parent() == null ? null : perusal.claims().get(growth.parent());
    if (level != null && level.role() == Role.LEVEL) {
      return of(level);
    }
    Catalogue.Fit fit = perusal.catalogue().level(growth.subject());
    return fit == null ? null : rules.packs().indicator(fit.code());
  }

  /** True where a claim tells how a level grew, and its indicator is that level. */
  static boolean growth(Claim claim, Indicator indicator) {
    return claim.role() == Role.GROWTH && !indicator.unit().equals("%");
  }
}

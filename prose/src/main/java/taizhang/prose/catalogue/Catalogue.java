package taizhang.prose.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import taizhang.prose.lexicon.Likeness;
import taizhang.prose.lexicon.Trie;
import taizhang.prose.lexicon.Trie.Match;
import taizhang.prose.number.Unit;
import taizhang.prose.number.Units;

/** The indicators known, found by the longest of their names that a subject contains. */
public final class Catalogue {

  /** No indicators: every claim stays unmatched. */
  public static final Catalogue NONE = new Catalogue(List.of());

  /** The least share of a subject a name must cover to be taken for it. */
  private static final double LEAST = 0.5;

  /** A candidate less like than this helps nobody. */
  private static final double FAINTEST = 0.3;

  /** What likeness of characters is worth beside one name within the other. */
  private static final double INEXACT = 0.9;

  private final Trie<List<Indicator>> names = new Trie<>();
  private final List<Indicator> indicators;

  /** A catalogue of the given indicators; one name may belong to several, told apart by unit. */
  public Catalogue(List<Indicator> indicators) {
    this.indicators = List.copyOf(indicators);
    for (Indicator indicator : indicators) {
      add(indicator.title(), indicator);
      indicator.aliases().forEach(alias -> add(alias, indicator));
    }
  }

  private void add(String name, Indicator indicator) {
    String key = bare(name);
    Match<List<Indicator>> present = names.startingAt(key, 0, key.length());
    if (present != null && present.length() == key.length()) {
      present.value().add(indicator);
    } else {
      List<Indicator> sharing = new ArrayList<>();
      sharing.add(indicator);
      names.put(key, sharing);
    }
  }

  /** The best match of a subject with an indicator of that unit, or null. */
  public @Nullable Fit fit(String subject, Unit unit) {
    return fit(subject, indicator -> measures(indicator, unit));
  }

  /** The best match of what a rate of growth speaks of: an indicator that is no rate itself. */
  public @Nullable Fit level(String subject) {
    return fit(subject, indicator -> !Units.named(indicator.unit()).percent());
  }

  private @Nullable Fit fit(String subject, Predicate<Indicator> suits) {
    if (indicators.isEmpty() || subject.isEmpty()) {
      return null;
    }
    String text = bare(subject);
    Fit best = null;
    for (int i = 0; i < text.length(); i++) {
      Match<List<Indicator>> match = names.startingAt(text, i, text.length());
      if (match != null) {
        best = better(best, match, text.length(), suits);
      }
    }
    return best;
  }

  /**
   * The indicators of that unit whose names are most like a subject, the best first: for a person
   * to choose from where {@link #fit} finds none or the wrong one. Slower than that: it looks at
   * all.
   *
   * @param most how many at most
   */
  public List<Fit> candidates(String subject, Unit unit, int most) {
    String text = bare(subject);
    return indicators.stream()
        .filter(indicator -> measures(indicator, unit))
        .map(indicator -> new Fit(indicator.code(), likeness(indicator, text)))
        .filter(fit -> fit.score() >= FAINTEST)
        .sorted(Comparator.comparingDouble(Fit::score).reversed().thenComparing(Fit::code))
        .limit(most)
        .toList();
  }

  private static double likeness(Indicator indicator, String text) {
    double best = likeness(bare(indicator.title()), text);
    for (String alias : indicator.aliases()) {
      best = Math.max(best, likeness(bare(alias), text));
    }
    return Math.round(best * 100) / 100.0;
  }

  private static double likeness(String name, String text) {
    if (name.isEmpty() || text.isEmpty()) {
      return 0;
    }
    boolean within = text.contains(name) || name.contains(text);
    double covered =
        (double) Math.min(name.length(), text.length()) / Math.max(name.length(), text.length());
    return Math.max(within ? covered : 0, Likeness.of(name, text) * INEXACT);
  }

  private static boolean measures(Indicator indicator, Unit unit) {
    return indicator.unit().isEmpty()
        || Units.named(indicator.unit()).dimension().equals(unit.dimension());
  }

  private static @Nullable Fit better(
      @Nullable Fit best, Match<List<Indicator>> match, int length, Predicate<Indicator> suits) {
    double score = Math.round(100.0 * match.length() / length) / 100.0;
    if (score < LEAST || best != null && best.score() >= score) {
      return best;
    }
    for (Indicator indicator : match.value()) {
      if (suits.test(indicator)) {
        return new Fit(indicator.code(), score);
      }
    }
    return best;
  }

  /** Quotation marks and spaces name nothing. */
  private static String bare(String name) {
    StringBuilder bare = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if ("“”\"' \u3000（）()".indexOf(c) < 0) {
        bare.append(c);
      }
    }
    return bare.toString();
  }

  /**
   * A match.
   *
   * @param code the indicator's code
   * @param score how much of the subject its name covers, 0 to 1
   */
  public record Fit(String code, double score) {}
}

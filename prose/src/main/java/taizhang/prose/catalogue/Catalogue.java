package taizhang.prose.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

  private final Trie<List<Indicator>> names = new Trie<>();
  private final boolean empty;

  /** A catalogue of the given indicators; one name may belong to several, told apart by unit. */
  public Catalogue(List<Indicator> indicators) {
    empty = indicators.isEmpty();
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
    if (empty || subject.isEmpty()) {
      return null;
    }
    String text = bare(subject);
    Fit best = null;
    for (int i = 0; i < text.length(); i++) {
      Match<List<Indicator>> match = names.startingAt(text, i, text.length());
      if (match != null) {
        best = better(best, match, text.length(), unit);
      }
    }
    return best;
  }

  private static @Nullable Fit better(
      @Nullable Fit best, Match<List<Indicator>> match, int length, Unit unit) {
    double score = Math.round(100.0 * match.length() / length) / 100.0;
    if (score < LEAST || best != null && best.score() >= score) {
      return best;
    }
    for (Indicator indicator : match.value()) {
      if (indicator.unit().isEmpty()
          || Units.named(indicator.unit()).dimension().equals(unit.dimension())) {
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

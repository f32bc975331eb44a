package taizhang.prose.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import taizhang.prose.finding.Finding;
import taizhang.prose.lexicon.Likeness;

/**
 * Earlier decisions laid against the findings of a new reading. A decision holds for the finding of
 * its fingerprint; failing that, when the words around were edited a little, for the one of its
 * rule with the same figures whose context is most like. Edits of the figures themselves open a
 * finding again.
 *
 * @param findings every finding, in order, with its decision
 * @param gone decisions whose finding is no more: mended, or rewritten
 */
public record Decisions(List<Decided> findings, List<Decision> gone) {

  /** How much of two contexts must agree, by pairs of characters. */
  private static final double LIKE = 0.6;

  private record Pair(int finding, Decision decision, double like) {}

  /** Lays decisions against findings; the later of two decisions with one fingerprint holds. */
  public static Decisions of(List<Finding> findings, List<Decision> decisions) {
    Map<String, Decision> named = new LinkedHashMap<>();
    decisions.forEach(decision -> named.put(decision.fingerprint(), decision));
    Set<Decision> left = new LinkedHashSet<>(named.values());
    @Nullable Decision[] held = held(findings, named, left);
    Set<Integer> carried = new HashSet<>();
    for (Pair pair : pairs(findings, held, left)) {
      if (held[pair.finding()] == null && left.remove(pair.decision())) {
        held[pair.finding()] = pair.decision();
        carried.add(pair.finding());
      }
    }
    List<Decided> decided = new ArrayList<>(held.length);
    for (int i = 0; i < held.length; i++) {
      decided.add(new Decided(findings.get(i), held[i], carried.contains(i)));
    }
    return new Decisions(List.copyOf(decided), List.copyOf(left));
  }

  /** The decisions that hold by fingerprint; they are taken out of what is left. */
  private static @Nullable Decision[] held(
      List<Finding> findings, Map<String, Decision> named, Set<Decision> left) {
    @Nullable Decision[] held = new Decision[findings.size()];
    for (int i = 0; i < held.length; i++) {
      Decision decision = named.get(findings.get(i).fingerprint());
      if (decision != null && sameFigures(decision, findings.get(i))) {
        held[i] = decision;
        left.remove(decision);
      }
    }
    return held;
  }

  /** Those nobody has decided on. */
  public List<Finding> open() {
    return findings.stream().filter(Decided::open).map(Decided::finding).toList();
  }

  /** What may belong together though the fingerprints differ, the most alike first. */
  private static List<Pair> pairs(
      List<Finding> findings, @Nullable Decision[] held, Set<Decision> left) {
    List<Pair> pairs = new ArrayList<>();
    for (Decision decision : left) {
      for (int i = 0; i < held.length; i++) {
        Finding finding = findings.get(i);
        if (held[i] == null
            && finding.rule().equals(decision.rule())
            && sameFigures(decision, finding)) {
          double like = Likeness.of(decision.context(), finding.context());
          if (like >= LIKE) {
            pairs.add(new Pair(i, decision, like));
          }
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::like).reversed().thenComparingInt(Pair::finding));
    return pairs;
  }

  private static boolean sameFigures(Decision decision, Finding finding) {
    return finding.context().isEmpty() || decision.figures().equals(Decision.figures(finding));
  }
}

package taizhang.server.reading;

import java.util.List;
import java.util.Map;
import taizhang.prose.review.Decision;

/**
 * What people wrote beside a document, of all its versions.
 *
 * @param rulings decisions on findings, by fingerprint
 * @param choices indicators chosen for claims, by fingerprint; empty text for none
 * @param made records made of its sentences
 */
public record Margin(Map<String, Ruling> rulings, Map<String, String> choices, List<Made> made) {

  public Margin {
    rulings = Map.copyOf(rulings);
    choices = Map.copyOf(choices);
    made = List.copyOf(made);
  }

  /** The decisions alone. */
  public List<Decision> decisions() {
    return rulings.values().stream().map(Ruling::decision).toList();
  }

  /** The record a claim or commitment became, 0 for none. */
  public long record(String kind, String fingerprint) {
    return made.stream()
        .filter(m -> m.kind().equals(kind) && m.fingerprint().equals(fingerprint))
        .map(Made::record)
        .findFirst()
        .orElse(0L);
  }
}

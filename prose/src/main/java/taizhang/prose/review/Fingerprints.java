package taizhang.prose.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import taizhang.prose.Reading;
import taizhang.prose.claim.Claim;
import taizhang.prose.commitment.Commitment;
import taizhang.prose.text.Fingerprint;
import taizhang.prose.text.Line;

/**
 * Stable names for the claims and commitments of a reading, by which a caller keeps what it did
 * with them: a claim imported, a commitment made a task. They stay when other places of the text
 * are edited. Findings carry theirs.
 */
public final class Fingerprints {

  private final Map<String, String> byId = new HashMap<>();

  private Fingerprints() {}

  /** The names of all claims and commitments of a reading. */
  public static Fingerprints of(Reading reading) {
    Fingerprints names = new Fingerprints();
    Fingerprint fingerprint = new Fingerprint();
    List<Line> lines = reading.source().lines();
    for (Claim claim : reading.claims()) {
      String line = lines.get(claim.line() - 1).text();
      String context = Fingerprint.context(line, claim.start(), claim.end());
      names.byId.put(
          claim.id(), fingerprint.of("claim", context + '\u0000' + claim.text() + claim.period()));
    }
    for (Commitment commitment : reading.commitments()) {
      names.byId.put(commitment.id(), fingerprint.of("commitment", commitment.text()));
    }
    return names;
  }

  /**
   * The name of the claim or commitment with that id.
   *
   * @throws IllegalArgumentException when the reading has none
   */
  public String of(String id) {
    String name = byId.get(id);
    if (name == null) {
      throw new IllegalArgumentException("no claim or commitment " + id);
    }
    return name;
  }
}

package taizhang.server.reading;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.prose.Reading;
import taizhang.prose.catalogue.Catalogue;
import taizhang.prose.claim.Claim;
import taizhang.prose.commitment.Commitment;
import taizhang.prose.review.Fingerprints;
import taizhang.prose.text.Line;
import taizhang.prose.text.Report;

/**
 * A manuscript as it was read.
 *
 * @param manuscript which
 * @param reading what was read of it
 * @param catalogue the indicators it was read with
 * @param names stable names of its claims and commitments
 * @param lines its lines
 * @param claims its claims by id
 */
public record Perusal(
    Manuscript manuscript,
    Reading reading,
    Catalogue catalogue,
    Fingerprints names,
    List<Line> lines,
    Map<String, Claim> claims) {

  static Perusal of(Manuscript manuscript, Reading reading, Catalogue catalogue) {
    return new Perusal(
        manuscript,
        reading,
        catalogue,
        Fingerprints.of(reading),
        List.copyOf(reading.source().lines()),
        reading.claims().stream().collect(Collectors.toMap(Claim::id, claim -> claim)));
  }

  /** The stable name of a claim or commitment. */
  public String name(String id) {
    return names.of(id);
  }

  /**
   * The claim of that fingerprint.
   *
   * @throws Refusal where this version has none
   */
  public Claim claim(String fingerprint) {
    return reading.claims().stream()
        .filter(c -> name(c.id()).equals(fingerprint))
        .findFirst()
        .orElseThrow(Perusal::absent);
  }

  private static Refusal absent() {
    return Refusal.of(ProblemCode.ALREADY, "文稿已有新的一版，这一处不在了；请刷新页面");
  }

  /** The year a place's report plans, 0 where the text does not tell. */
  public int planYear(Commitment commitment) {
    return reading.reports().stream()
        .filter(r -> r.fromLine() <= commitment.line() && commitment.line() <= r.toLine())
        .mapToInt(r -> r.years().plan())
        .findFirst()
        .orElse(0);
  }

  /** The year it looks back on, 0 where it does not tell. */
  public int reviewYear() {
    List<Report> reports = reading.reports();
    return reports.isEmpty() ? 0 : reports.getFirst().years().review();
  }
}

package taizhang.server.reading;

import org.jspecify.annotations.Nullable;
import taizhang.books.figure.FigureQuery;
import taizhang.books.pack.Indicator;
import taizhang.prose.claim.Claim;
import taizhang.prose.compare.Outcome;

/**
 * A claim laid beside the books (与账核对).
 *
 * @param fingerprint its stable name
 * @param indicator what it speaks of, null where nobody knows
 * @param chosen whether a person said so
 * @param query the figure it was compared with, null where it was not
 * @param outcome how it stands to that figure, null where it was not compared
 * @param why why it was not compared, empty where it was
 */
public record Checked(
    Claim claim,
    String fingerprint,
    @Nullable Indicator indicator,
    boolean chosen,
    @Nullable FigureQuery query,
    @Nullable Outcome outcome,
    String why) {

  /** How a claim stands to the books. */
  public enum Standing {
    MATCHES("一致"),
    DIFFERS("有出入"),
    ABSENT("账上没有"),
    APART("未核对"),
    UNMATCHED("未对应指标");

    private final String title;

    Standing(String title) {
      this.title = title;
    }

    /** What the screen calls it. */
    public String title() {
      return title;
    }
  }

  /** How it stands. */
  public Standing standing() {
    if (indicator == null) {
      return Standing.UNMATCHED;
    }
    return switch (outcome) {
      case null -> Standing.APART;
      case Outcome.Matches ignored -> Standing.MATCHES;
      case Outcome.Differs ignored -> Standing.DIFFERS;
      case Outcome.NotInBooks ignored -> Standing.ABSENT;
      case Outcome.OtherMeasure ignored -> Standing.APART;
    };
  }
}

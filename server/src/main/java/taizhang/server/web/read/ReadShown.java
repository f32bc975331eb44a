package taizhang.server.web.read;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.prose.commitment.Commitment;
import taizhang.prose.review.Decided;
import taizhang.server.ledger.TownRules;
import taizhang.server.reading.Made;
import taizhang.server.reading.Manuscript;
import taizhang.server.reading.Margin;
import taizhang.server.reading.Perusal;
import taizhang.server.reading.Proofreader;
import taizhang.server.reading.Ruling;
import taizhang.server.web.Labels;

/**
 * A text on the screen.
 *
 * @param versions all of it, the newest first
 * @param decided its findings with what was decided
 * @param progress what became of the findings of the version before
 */
public record ReadShown(
    ReadAddress at,
    Clearance who,
    TownRules rules,
    List<Manuscript> versions,
    Perusal perusal,
    Margin margin,
    List<Decided> decided,
    Proofreader.Progress progress) {

  public ReadShown {
    versions = List.copyOf(versions);
    decided = List.copyOf(decided);
  }

  public Manuscript manuscript() {
    return perusal.manuscript();
  }

  /** The text with its marks. */
  public List<MarkedLine> lines() {
    return MarkedLine.of(perusal, decided);
  }

  /** True where the person works on it here: older versions are for looking. */
  public boolean works() {
    return who.may(Right.WRITE) && at.version() == at.newest();
  }

  /** How many findings nobody has decided on. */
  public long open() {
    return decided.stream().filter(Decided::open).count();
  }

  /** How many stand in a list. */
  public int count(Tab tab) {
    return switch (tab) {
      case FINDINGS -> decided.size();
      case CLAIMS -> perusal.reading().claims().size();
      case COMMITMENTS -> perusal.reading().commitments().size();
    };
  }

  /** A finding for its list. */
  FindingLine line(Decided one) {
    @Nullable Ruling ruling =
        one.decision() == null
            ? null
            : margin.rulings().get(Objects.requireNonNull(one.decision()).fingerprint());
    return new FindingLine(
        one,
        ruling,
        ruling == null ? "" : rules.nameOf(ruling.by()) + " " + Labels.moment(ruling.at()),
        progress.fresh().contains(one.finding().fingerprint()));
  }

  /** A commitment for its list. */
  CommitmentLine line(Commitment commitment) {
    String name = perusal.name(commitment.id());
    return new CommitmentLine(
        commitment,
        name,
        commitment.target() == null ? null : perusal.claims().get(commitment.target()),
        margin.record(Made.TASK, name));
  }

  /** Tasks made of sentences that this version has no more. */
  List<Made> orphans() {
    Map<String, Boolean> here = new java.util.HashMap<>();
    perusal.reading().commitments().forEach(c -> here.put(perusal.name(c.id()), true));
    return margin.made().stream()
        .filter(m -> m.kind().equals(Made.TASK) && !here.containsKey(m.fingerprint()))
        .toList();
  }
}

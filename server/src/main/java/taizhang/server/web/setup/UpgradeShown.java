package taizhang.server.web.setup;

import java.util.List;
import taizhang.books.pack.Pack;
import taizhang.books.refusal.Problem;
import taizhang.books.succession.PackChange;
import taizhang.server.exchange.Moved;
import taizhang.server.upgrade.Plan;
import taizhang.server.upgrade.Unfit;
import taizhang.server.web.English;
import taizhang.server.web.Labels;

/**
 * What adopting the packs that are offered would come to, as the page shows it.
 *
 * @param packs one of each pack
 * @param moved figures that would move
 * @param unfit records that would no longer fit
 * @param problems what stands against it
 * @param mark tells this plan from another
 */
public record UpgradeShown(
    List<PackShown> packs,
    List<Movement> moved,
    List<Unfit> unfit,
    List<String> problems,
    String mark) {

  /**
   * A pack and what is otherwise in it.
   *
   * @param from the version adopted, 0 where the pack is new
   */
  public record PackShown(Pack pack, int from, List<Line> lines) {}

  /**
   * One change.
   *
   * @param count how many records it is about, or postings
   * @param warns true where somebody should look
   */
  public record Line(PackChange change, long count, boolean postings, boolean warns) {}

  /** A figure that would move. */
  public record Movement(String title, String by, boolean pending) {}

  static UpgradeShown of(Plan plan) {
    return new UpgradeShown(
        plan.offers().stream().map(UpgradeShown::pack).toList(),
        plan.moved().stream().map(UpgradeShown::moved).toList(),
        plan.unfit(),
        plan.refusals().stream().map(UpgradeShown::words).toList(),
        mark(plan));
  }

  /** Nothing but what is wrong with the packs offered. */
  static UpgradeShown broken(List<String> problems) {
    return new UpgradeShown(List.of(), List.of(), List.of(), problems, "");
  }

  static String words(Problem problem) {
    return problem.message(English.locale());
  }

  /** The texts of the packs offered, as far as they tell one plan from another. */
  static String mark(Plan plan) {
    StringBuilder mark = new StringBuilder();
    plan.offers().forEach(offer -> mark.append(offer.after().fingerprint(), 0, 12));
    return mark.toString();
  }

  private static PackShown pack(Plan.Offer offer) {
    Pack before = offer.before();
    List<Line> lines = offer.changes().stream().map(UpgradeShown::line).toList();
    return new PackShown(offer.after(), before == null ? 0 : before.version(), lines);
  }

  private static Line line(Plan.Found found) {
    PackChange change = found.change();
    long count = found.use().count();
    boolean postings =
        switch (change.what()) {
          case INDICATOR_GONE, INDICATOR_UNIT, INDICATOR_KIND -> true;
          default -> false;
        };
    boolean warns = count > 0 && (change.what().unfits() || change.what().turnsMeaning());
    return new Line(change, count, postings, warns);
  }

  private static Movement moved(Moved moved) {
    String sign = moved.by().signum() > 0 ? "+" : "−";
    String by = sign + Labels.number(moved.by().abs()) + moved.indicator().unit();
    return new Movement(moved.indicator().title(), by, moved.pending());
  }
}

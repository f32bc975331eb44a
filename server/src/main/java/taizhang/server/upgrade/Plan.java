package taizhang.server.upgrade;

import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.books.pack.Pack;
import taizhang.books.refusal.Problem;
import taizhang.books.succession.PackChange;
import taizhang.server.exchange.Moved;
import taizhang.server.ledger.Usage;

/**
 * What adopting the packs that are offered would come to.
 *
 * @param offers the packs that are new or differ from those adopted, in the order of adoption
 * @param moved figures that would move
 * @param unfit records that would no longer fit, by ledger
 * @param refusals why it would be refused; empty where it would not
 */
public record Plan(
    List<Offer> offers, List<Moved> moved, List<Unfit> unfit, List<Problem> refusals) {

  public Plan {
    offers = List.copyOf(offers);
    moved = List.copyOf(moved);
    unfit = List.copyOf(unfit);
    refusals = List.copyOf(refusals);
  }

  /**
   * A pack that is offered.
   *
   * @param before as it was adopted, null where it is new
   */
  public record Offer(@Nullable Pack before, Pack after, List<Found> changes) {
    public Offer {
      changes = List.copyOf(changes);
    }
  }

  /** A change and how much of what stands it is about. */
  public record Found(PackChange change, Usage use) {}
}

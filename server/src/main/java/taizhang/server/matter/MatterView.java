package taizhang.server.matter;

import java.util.List;
import taizhang.books.matter.Running;
import taizhang.books.pack.Lifecycle;
import taizhang.server.ledger.RecordView;

/**
 * A matter with everything its page tells.
 *
 * @param record the record with its entries
 * @param clocks how each clock stands and, in its deadline's explanation, why
 * @param light its colour, empty for none
 * @param moves what may come next
 */
public record MatterView(RecordView record, List<Running> clocks, String light, List<Next> moves) {

  public MatterView {
    clocks = List.copyOf(clocks);
    moves = List.copyOf(moves);
  }

  /**
   * A move out of the matter's state.
   *
   * @param name its name in the lifecycle
   * @param move the move
   * @param permitted true where the person asking may make it
   * @param hindrance why not, empty where permitted; what is still to be filled in does not hinder
   */
  public record Next(String name, Lifecycle.Move move, boolean permitted, String hindrance) {}
}

package taizhang.server.matter;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import taizhang.books.pack.Ledger;
import taizhang.server.ledger.RecordRow;

/**
 * A matter in a list.
 *
 * @param record the record
 * @param ledger its ledger
 * @param title what it is called
 * @param stateTitle what its state is called
 * @param clock title of the clock that runs out first, empty where none runs
 * @param due when that is; null where none runs
 * @param provisional true where the calendar of that year is not announced
 * @param why why it is due then, empty where no clock runs
 * @param light its colour, empty for none
 * @param concerns why it is shown
 * @param moves what may come next
 */
public record MatterRow(
    RecordRow record,
    Ledger ledger,
    String title,
    String stateTitle,
    String clock,
    @Nullable LocalDateTime due,
    boolean provisional,
    String why,
    String light,
    Set<Concern> concerns,
    List<MatterView.Next> moves) {

  /** Why a matter is in someone's inbox. */
  public enum Concern {
    /** The person may make its next move by what the lifecycle says. */
    MINE,
    /** It is with the person's department. */
    DEPARTMENT,
    /** It stands in the person's area. */
    AREA,
    /** Its time has run out. */
    LATE,
    /** Its light is on and its time has not run out. */
    NEAR,
    /** Its time runs out today. */
    TODAY
  }

  public MatterRow {
    concerns = Set.copyOf(concerns);
    moves = List.copyOf(moves);
  }
}

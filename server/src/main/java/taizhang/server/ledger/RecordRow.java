package taizhang.server.ledger;

import org.jspecify.annotations.Nullable;
import taizhang.books.entry.Image;

/**
 * A record as it stands, without its history.
 *
 * @param id its number
 * @param ledger full code of its ledger
 * @param area code of its area
 * @param state its lifecycle state, empty where the ledger has none
 * @param version seq of its newest entry
 * @param reviewed seq of its newest review, 0 where none
 * @param voided true where it was entered by mistake
 * @param image its fields; personal ones sealed
 */
public record RecordRow(
    long id,
    String ledger,
    @Nullable String area,
    String state,
    long version,
    long reviewed,
    boolean voided,
    Image image) {

  /** True where something waits for review, in a ledger that asks for it. */
  public boolean pending() {
    return reviewed < version;
  }
}

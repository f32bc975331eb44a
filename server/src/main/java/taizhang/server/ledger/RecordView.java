package taizhang.server.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.Entry;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.History;
import taizhang.books.entry.Image;
import taizhang.books.pack.Ledger;

/**
 * A record as it stands, with everything that was ever entered about it.
 *
 * @param id its number
 * @param ledger its ledger as declared now
 * @param area code of its area
 * @param state its lifecycle state, empty where the ledger has none
 * @param voided true where it was entered by mistake
 * @param pending true where something waits for review
 * @param image its fields; personal ones sealed
 * @param history its versions by effective date, empty where it is void
 * @param entries all its entries in the order of the books; personal fields sealed
 */
public record RecordView(
    long id,
    Ledger ledger,
    @Nullable String area,
    String state,
    boolean voided,
    boolean pending,
    Image image,
    History history,
    List<Entry> entries) {

  /** The place in the books of the newest review, 0 where there is none. */
  public long reviewed() {
    return entries.stream()
        .filter(entry -> entry.kind() == EntryKind.REVIEW)
        .mapToLong(Entry::seq)
        .max()
        .orElse(0);
  }
}

package taizhang.server.browse;

import java.util.List;

/**
 * Which records of a ledger are meant. Lists, counts, totals, groups and files made from the same
 * selection by the same person speak of the same records.
 *
 * @param ledger full code of the ledger
 * @param filters all of them hold
 * @param search words that all stand in the record's open text fields or in the titles of its
 *     codes; empty for no search
 * @param voided true for the records entered by mistake instead of the live ones
 */
public record Selection(String ledger, List<Filter> filters, String search, boolean voided) {

  public Selection {
    filters = List.copyOf(filters);
  }

  /** All live records of a ledger. */
  public static Selection all(String ledger) {
    return new Selection(ledger, List.of(), "", false);
  }

  /** The same with one more filter. */
  public Selection and(Filter filter) {
    List<Filter> more = new java.util.ArrayList<>(filters);
    more.add(filter);
    return new Selection(ledger, more, search, voided);
  }

  /** True where nothing narrows it. */
  public boolean isWhole() {
    return filters.isEmpty() && search.isBlank() && !voided;
  }
}

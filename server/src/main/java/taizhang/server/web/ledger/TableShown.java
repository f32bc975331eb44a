package taizhang.server.web.ledger;

import java.util.List;
import taizhang.server.web.Table;

/**
 * A ledger's page.
 *
 * @param code full code of the ledger
 * @param owner the department answering for it
 * @param address what the address asks for
 * @param tabs the whole ledger, the views kept, what waits for review
 * @param views the kinds of view the ledger has
 * @param chips the filters set
 * @param form what the forms above the table offer
 * @param table the rows
 * @param previous address of the page before, empty for none
 * @param next address of the page behind, empty for none
 * @param writes true where the person may enter into the ledger
 * @param shares true where the person may keep views for everybody
 * @param notice what was just done, empty for nothing
 */
public record TableShown(
    String town,
    String code,
    String title,
    String owner,
    TableAddress address,
    List<Tab> tabs,
    List<Tab> views,
    List<Chips.Chip> chips,
    TableForm form,
    Table table,
    String previous,
    String next,
    boolean writes,
    boolean shares,
    String notice) {

  public TableShown {
    tabs = List.copyOf(tabs);
    views = List.copyOf(views);
    chips = List.copyOf(chips);
  }

  /**
   * A tab.
   *
   * @param here true for the one shown
   * @param note who keeps it, empty for one's own
   */
  public record Tab(String title, String href, boolean here, String note) {}
}

package taizhang.server.web.matter;

import java.util.List;

/**
 * The inbox on the screen.
 *
 * @param town code of the town
 * @param tabs why matters concern the person, with how many
 * @param show the tab shown
 * @param ledgers ledgers to choose from
 * @param ledger the one chosen, empty for all
 * @param department the department whose matters are shown, empty for all
 * @param day the day on which those shown run out, empty for any
 * @param rows the matters, those due first in front
 * @param previous address of the page before, empty for none
 * @param next address of the page behind, empty for none
 * @param teach what will come to stand here, while it is empty
 */
public record InboxShown(
    String town,
    List<Tab> tabs,
    String show,
    List<Choice> ledgers,
    String ledger,
    String department,
    String day,
    List<Row> rows,
    String previous,
    String next,
    String teach) {

  public InboxShown {
    tabs = List.copyOf(tabs);
    ledgers = List.copyOf(ledgers);
    rows = List.copyOf(rows);
  }

  /**
   * A tab.
   *
   * @param urgent true where it should not wait
   */
  public record Tab(String title, long count, String href, boolean here, boolean urgent) {}

  /** A ledger to choose. */
  public record Choice(String code, String title) {}

  /**
   * A matter.
   *
   * @param light class of its light
   * @param due by when, empty where no clock runs
   * @param left how far that is off
   * @param why why then
   * @param provisional true where holidays of that year are not announced
   * @param moves what the person may do next
   */
  public record Row(
      long id,
      String title,
      String href,
      String ledger,
      String area,
      String state,
      String light,
      String due,
      String left,
      String why,
      boolean provisional,
      List<Move> moves) {
    public Row {
      moves = List.copyOf(moves);
    }
  }

  /**
   * A next step.
   *
   * @param post true where it is done at once
   */
  public record Move(String title, String href, boolean post) {}
}

package taizhang.server.web.record;

import java.util.List;

/**
 * What waits for review in one ledger.
 *
 * @param code full code of the ledger
 * @param title what the screen calls it
 * @param rows the oldest first
 */
public record ReviewGroup(String code, String title, List<Row> rows) {

  public ReviewGroup {
    rows = List.copyOf(rows);
  }

  /**
   * A record that waits.
   *
   * @param seen what is sent with a verdict
   * @param own true where the person entered it and may not review it
   * @param changes what was entered since the last review
   */
  public record Row(
      String seen,
      String title,
      String href,
      String area,
      String kind,
      String by,
      String at,
      String reason,
      boolean own,
      List<RecordPage.Change> changes) {
    public Row {
      changes = List.copyOf(changes);
    }
  }
}

package taizhang.server.web.desk;

import java.util.List;
import taizhang.books.access.Clearance;
import taizhang.server.town.Town;

/**
 * Lists on the desk (我的桌面). Whoever has something that awaits people makes it a component; the desk
 * shows all of them, in the order of Spring's {@code @Order}.
 */
public interface DeskList {

  /**
   * What awaits a person, in one list or several; none where it is none of the person's business.
   *
   * @param first how many rows of each are shown
   */
  List<Shown> of(Town town, Clearance who, int first);

  /**
   * A list as it is shown.
   *
   * @param title such as 待我审核
   * @param count how many there are
   * @param urgent true where it should not wait
   * @param rows the first of them
   * @param more where all of them are, empty where that is nowhere
   * @param teach what will come to stand here, while it is empty
   */
  record Shown(
      String title, String count, boolean urgent, List<Row> rows, String more, String teach) {
    public Shown {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A row.
   *
   * @param light class of its light, empty for none
   */
  record Row(String title, String about, String href, String light) {}
}

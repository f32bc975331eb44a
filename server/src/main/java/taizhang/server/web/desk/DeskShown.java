package taizhang.server.web.desk;

import java.util.List;

/**
 * The desk of a person.
 *
 * @param greeting date and posts
 * @param lists what awaits the person
 * @param news what others entered since yesterday, by ledger
 * @param ledgers the ledgers the person enters into
 * @param reports of the town, newest first
 * @param places where an administrator goes on, with what can be done there; only for those who see
 *     no business data
 * @param administers true for the desk of such an administrator
 */
public record DeskShown(
    String greeting,
    List<DeskList.Shown> lists,
    List<Moved> news,
    List<Shortcut> ledgers,
    List<Door> reports,
    List<Door> places,
    boolean administers) {

  public DeskShown {
    lists = List.copyOf(lists);
    news = List.copyOf(news);
    ledgers = List.copyOf(ledgers);
    reports = List.copyOf(reports);
    places = List.copyOf(places);
  }

  /** What others entered in a ledger. */
  public record Moved(String title, int count, String href, List<DeskList.Row> newest) {
    public Moved {
      newest = List.copyOf(newest);
    }
  }

  /** A ledger with the way to enter into it. */
  public record Shortcut(String title, String pack, String href, String fresh) {}

  /** A way on. */
  public record Door(String title, String about, String href) {}
}

package taizhang.server.web.matter;

import java.util.List;
import taizhang.server.matter.Boards;
import taizhang.server.matter.Bulletin;

/**
 * Where matters stand.
 *
 * @param year true where the person reads the year's tasks
 * @param ledgers by ledger, how many records stand in each state
 * @param loads by department
 * @param month the month of the calendar, such as 2026年11月
 * @param previous address of the month before
 * @param next address of the month after
 * @param starts weekday of its first day, 1 for Monday
 * @param days its days
 */
public record BoardsShown(
    String town,
    boolean year,
    List<Way> ledgers,
    List<Boards.Load> loads,
    String month,
    String previous,
    String next,
    int starts,
    List<Day> days) {

  public BoardsShown {
    ledgers = List.copyOf(ledgers);
    loads = List.copyOf(loads);
    days = List.copyOf(days);
  }

  /** A ledger with its states. */
  public record Way(String title, String board, String flow, List<State> states) {
    public Way {
      states = List.copyOf(states);
    }
  }

  /**
   * A state.
   *
   * @param last true where nothing follows
   */
  public record State(String title, long count, String href, boolean last) {}

  /**
   * A day of the calendar.
   *
   * @param href the matters that run out then
   */
  public record Day(
      int day, boolean today, long count, long late, String href, List<Boards.Named> first) {
    public Day {
      first = List.copyOf(first);
    }
  }

  /**
   * The bulletin of a month.
   *
   * @param value the month as a form has it
   */
  public record Month(
      String town, String title, String value, Bulletin.Month counts, Bulletin.Count total) {}
}

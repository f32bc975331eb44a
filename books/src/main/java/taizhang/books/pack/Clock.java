package taizhang.books.pack;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.books.calendar.Limit;

/**
 * A time limit that runs while a record goes through its lifecycle (办理时限). It begins when the
 * record enters one of its first states while it is not running, stands still in the states that
 * pause it, and ends in its last.
 *
 * @param name its name; its results are the record's fields {@code NAME_due} and so on
 * @param title what the screen calls it, such as 办理
 * @param starts states it begins in
 * @param on date field holding the day it begins; null for the day of the move
 * @param time time field holding the hour of that day; null where it is not kept
 * @param limits how long it may take: of the rows that hold and are in force, the first of the
 *     newest
 * @param pauses states in which it stands still
 * @param ends states it ends in
 * @param extension how longer time is asked for and granted; null where it is not
 * @param ladder what happens as time passes, in order
 */
public record Clock(
    String name,
    String title,
    List<String> starts,
    @Nullable String on,
    @Nullable String time,
    List<Allowed> limits,
    List<String> pauses,
    List<String> ends,
    @Nullable Extension extension,
    List<Rung> ladder) {

  public Clock {
    starts = List.copyOf(starts);
    limits = List.copyOf(limits);
    pauses = List.copyOf(pauses);
    ends = List.copyOf(ends);
    ladder = List.copyOf(ladder);
  }

  /**
   * How long it may take, by what rule, since when.
   *
   * @param limit how long
   * @param when where this row holds
   * @param from first day of what begins under it
   * @param source where it is laid down
   */
  public record Allowed(Limit limit, Condition when, LocalDate from, String source) {}

  /**
   * Longer time: asked for before the clock runs out, granted by someone else.
   *
   * @param asks whole-number field: how much longer, in the limit's own unit
   * @param grants whole-number field: how much of it was granted
   * @param by who may grant
   */
  public record Extension(String asks, String grants, List<Who> by) {
    public Extension {
      by = List.copyOf(by);
    }
  }

  /**
   * Something that happens once, at its time.
   *
   * @param name its name
   * @param at when
   * @param light colour shown from then on: blue, yellow, orange, red; empty for none
   * @param when where it happens at all
   * @param say what the notice says
   * @param tell who is told
   * @param draft the document drafted: assignment 交办单, reminder 催办单, supervision 督办通知单; empty for
   *     none
   */
  public record Rung(
      String name,
      Offset at,
      String light,
      Condition when,
      String say,
      List<Who> tell,
      String draft) {
    public Rung {
      tell = List.copyOf(tell);
    }
  }
}

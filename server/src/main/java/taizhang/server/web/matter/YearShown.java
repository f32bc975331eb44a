package taizhang.server.web.matter;

import java.util.List;

/**
 * The tasks of a year, from the account opened at its beginning to the one given at its end.
 *
 * @param done how many are struck off
 * @param late how many have run out of time and are not
 */
public record YearShown(String town, int year, List<Line> lines, long done, long late) {

  public YearShown {
    lines = List.copyOf(lines);
  }

  /** Where another year's are. */
  public String at(int other) {
    return "/" + town + "/matters/year?year=" + other;
  }

  /**
   * A task.
   *
   * @param target what is to be reached, empty where no figure tells
   * @param progress the figure, or what was reported; empty for nothing
   * @param figure where the figure is, empty where none tells
   * @param light class of its light
   * @param sentence what a report can say of it
   */
  public record Line(
      String title,
      String href,
      String department,
      String due,
      String target,
      String progress,
      String figure,
      String state,
      String light,
      String sentence) {}
}

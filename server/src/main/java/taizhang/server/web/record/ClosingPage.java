package taizhang.server.web.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is locked in a year, and what came late.
 *
 * @param town code of the town
 * @param year which
 * @param lines by field of work
 * @param standing what could be opened again
 * @param late what stands in another month than the one it belongs to
 * @param wish what is about to be locked, null where nothing is
 * @param packs what can be locked
 */
public record ClosingPage(
    String town,
    int year,
    List<Line> lines,
    List<Standing> standing,
    List<LateLine> late,
    @Nullable Wish wish,
    List<Input.Option> packs) {

  public ClosingPage {
    lines = List.copyOf(lines);
    standing = List.copyOf(standing);
    late = List.copyOf(late);
    packs = List.copyOf(packs);
  }

  /** A field of work with its twelve months. */
  public record Line(String title, List<Month> months) {
    public Line {
      months = List.copyOf(months);
    }
  }

  /**
   * A month.
   *
   * @param shut true where it is locked
   * @param late how many amounts came into it late
   */
  public record Month(boolean shut, long late) {}

  /** A closure that could be undone. */
  public record Standing(long record, String title, String through) {}

  /** An amount that came late. */
  public record LateLine(
      String title,
      String area,
      String belongs,
      String on,
      String amount,
      String record,
      String by,
      String at) {}

  /**
   * What is about to be locked.
   *
   * @param through the month's last day
   * @param waiting how many records up to then still wait for review
   */
  public record Wish(
      String pack, String title, String month, String through, long waiting, String key) {}
}

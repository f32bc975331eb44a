package taizhang.server.web.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.server.web.Panel;

/**
 * What a figure's own page shows beside the panel.
 *
 * @param headline value, target, progress and course
 * @param address the page without its choices
 * @param area code of the area shown
 * @param day the last day read as chosen, empty for today
 * @param tiles the areas below as a schematic map
 * @param slices breakdowns with their values
 * @param slice what is shown of a breakdown, empty for the whole
 * @param comparison with another day, null where none is asked for
 * @param years the same figure in the years before
 */
public record FigureShown(
    HeadlineShown headline,
    String address,
    String area,
    String day,
    String about,
    List<Tile> tiles,
    List<Slices> slices,
    String slice,
    @Nullable Comparison comparison,
    List<Row> years) {

  public FigureShown {
    tiles = List.copyOf(tiles);
    slices = List.copyOf(slices);
    years = List.copyOf(years);
  }

  /** A breakdown. */
  public record Slices(String title, List<Row> rows) {
    public Slices {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A figure in a row.
   *
   * @param share width of its bar in percent of the greatest
   */
  public record Row(String title, String value, int share, String href) {}

  /**
   * The figure on two days.
   *
   * @param sources the newest of what made the difference
   * @param more true where there is more of it
   */
  public record Comparison(
      String than,
      String before,
      String after,
      String now,
      String difference,
      List<Panel.SourceLine> sources,
      boolean more) {
    public Comparison {
      sources = List.copyOf(sources);
    }
  }
}

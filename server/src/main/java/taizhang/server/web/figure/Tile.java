package taizhang.server.web.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import taizhang.books.area.Area;
import taizhang.books.figure.Figure;
import taizhang.books.figure.FigureQuery;
import taizhang.server.web.Labels;
import taizhang.server.web.PanelLinks;

/**
 * A village on the schematic map: a tile where no boundary is known.
 *
 * @param shade 0 for nothing, 1 to 5 by its share of the greatest
 */
public record Tile(String name, String value, int shade, String href) {

  private static final int SHADES = 5;

  /** Tiles in the order of the areas, which follows their codes and so their place in the town. */
  static List<Tile> of(String town, List<Area> areas, List<Figure> figures, FigureQuery query) {
    BigDecimal greatest =
        figures.stream()
            .map(f -> f.value() == null ? BigDecimal.ZERO : f.value().abs())
            .reduce(BigDecimal.ZERO, BigDecimal::max);
    List<Tile> tiles = new ArrayList<>();
    for (int n = 0; n < areas.size(); n++) {
      BigDecimal value = figures.get(n).value();
      tiles.add(
          new Tile(
              areas.get(n).name(),
              value == null ? "—" : Labels.number(value),
              value == null || value.signum() == 0 ? 0 : shade(value.abs(), greatest),
              PanelLinks.figure(town, query.in(areas.get(n).code()))));
    }
    return tiles;
  }

  private static int shade(BigDecimal value, BigDecimal greatest) {
    return value
        .multiply(BigDecimal.valueOf(SHADES))
        .divide(greatest, 0, RoundingMode.CEILING)
        .intValue();
  }
}

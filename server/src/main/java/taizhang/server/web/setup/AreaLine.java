package taizhang.server.web.setup;

import taizhang.books.area.Area;

/**
 * A line of the area tree.
 *
 * @param depth how deep it stands, 0 for the town
 * @param successor name of the area that goes on for it, empty where none
 */
public record AreaLine(Area area, int depth, String successor) {

  /** What the screen calls its level. */
  public String level() {
    return switch (area.level()) {
      case "county" -> "县(市、区)";
      case "town" -> "乡镇(街道)";
      case "village" -> "行政村";
      case "community" -> "社区";
      case "grid" -> "网格";
      case "group" -> "村(居)民小组";
      default -> area.level();
    };
  }
}

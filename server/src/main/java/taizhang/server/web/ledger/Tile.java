package taizhang.server.web.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import taizhang.books.area.Area;
import taizhang.books.area.AreaTree;
import taizhang.server.browse.Group;
import taizhang.server.browse.Totals;

/**
 * An area on the map with all that stands in it and below it.
 *
 * @param divisible true where it has areas of its own below it
 */
record Tile(String area, boolean divisible, Group group) {

  /** The areas directly below one, and that one itself where records stand in it directly. */
  static List<Tile> of(AreaTree areas, String top, List<Group> groups) {
    Map<String, Group> direct = new HashMap<>();
    groups.forEach(group -> direct.put(group.key(), group));
    List<Tile> tiles = new ArrayList<>();
    for (Area area : areas.below(top)) {
      List<Group> inside =
          areas.within(area.code()).stream().filter(direct::containsKey).map(direct::get).toList();
      boolean divisible = !areas.below(area.code()).isEmpty();
      tiles.add(new Tile(area.code(), divisible, together(area.code(), inside)));
    }
    Group here = direct.get(top);
    if (here != null) {
      tiles.addFirst(new Tile(top, false, here));
    }
    return tiles;
  }

  private static Group together(String code, List<Group> groups) {
    long count = 0;
    long pending = 0;
    Map<String, BigDecimal> sums = new HashMap<>();
    for (Group group : groups) {
      count += group.totals().count();
      pending += group.totals().pending();
      group.totals().sums().forEach((field, sum) -> sums.merge(field, sum, BigDecimal::add));
    }
    return new Group(code, new Totals(count, pending, sums));
  }
}

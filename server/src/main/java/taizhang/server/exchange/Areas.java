package taizhang.server.exchange;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import taizhang.books.area.Area;
import taizhang.books.area.AreaTree;

/** Areas by what people write in a table: the code, or a name that only one area has. */
final class Areas {

  private static final String SEVERAL = "";

  private final AreaTree tree;
  private final Map<String, String> byName = new HashMap<>();

  Areas(AreaTree tree) {
    this.tree = tree;
    for (Area area : tree.all()) {
      byName.merge(area.name(), area.code(), (a, b) -> SEVERAL);
    }
  }

  /** The code of an area; what was written where nothing is known by it. */
  String code(String written) {
    String code = byName.getOrDefault(written, SEVERAL);
    return tree.find(written) != null || code.equals(SEVERAL) ? written : code;
  }

  String name(@Nullable String code) {
    Area area = code == null ? null : tree.find(code);
    return area == null ? "" : area.name();
  }

  /** The town's own code, where everything that is nowhere else is entered. */
  String root() {
    return tree.root().code();
  }
}

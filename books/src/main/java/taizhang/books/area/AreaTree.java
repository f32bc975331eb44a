package taizhang.books.area;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The areas of one town by code, with the paths from each up to the town. */
public final class AreaTree {

  private final Map<String, Area> areas = new LinkedHashMap<>();
  private final Map<String, List<Area>> below = new HashMap<>();
  private final Map<String, List<String>> paths = new HashMap<>();
  private final @Nullable Area root;

  /**
   * Builds the tree; areas whose parent is not among them stand directly below nothing and lead
   * nowhere.
   */
  public AreaTree(Collection<Area> all) {
    all.forEach(area -> areas.put(area.code(), area));
    Area top = null;
    for (Area area : areas.values()) {
      if (area.parent() == null) {
        top = top == null ? area : top;
      } else {
        below.computeIfAbsent(area.parent(), p -> new ArrayList<>()).add(area);
      }
    }
    root = top;
  }

  /** The town itself. */
  public Area root() {
    return Objects.requireNonNull(root, "the town has no area yet");
  }

  /** True before the first area is entered. */
  public boolean isEmpty() {
    return root == null;
  }

  /** The area with a code, null where there is none. */
  public @Nullable Area find(String code) {
    return areas.get(code);
  }

  /** All areas in the order they were entered. */
  public Collection<Area> all() {
    return areas.values();
  }

  /** The areas directly below one. */
  public List<Area> below(String code) {
    return List.copyOf(below.getOrDefault(code, List.of()));
  }

  /** The codes of an area and of everything below it. */
  public List<String> within(String code) {
    List<String> found = new ArrayList<>();
    found.add(code);
    for (int n = 0; n < found.size(); n++) {
      below.getOrDefault(found.get(n), List.of()).forEach(area -> found.add(area.code()));
    }
    return found;
  }

  /** The codes from an area up to the town, itself first. */
  public List<String> path(String code) {
    return paths.computeIfAbsent(
        code,
        from -> {
          List<String> path = new ArrayList<>();
          for (Area area = areas.get(from);
              area != null && !path.contains(area.code());
              area = area.parent() == null ? null : areas.get(area.parent())) {
            path.add(area.code());
          }
          return List.copyOf(path);
        });
  }
}

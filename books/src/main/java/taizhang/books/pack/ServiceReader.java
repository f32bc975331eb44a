package taizhang.books.pack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Reads what a pack says it serves: each thing named is one that it declares. */
final class ServiceReader {

  /** The keys that lead to a thing of each kind, one for each part of its name. */
  private static final SequencedMap<String, List<String>> PATHS = paths();

  private final Declared.Draft draft;
  private final Problems problems;

  ServiceReader(Declared.Draft draft, Problems problems) {
    this.draft = draft;
    this.problems = problems;
  }

  private static SequencedMap<String, List<String>> paths() {
    SequencedMap<String, List<String>> paths = new LinkedHashMap<>();
    paths.put("ledger", List.of("ledgers"));
    paths.put("field", List.of("ledgers", "fields"));
    paths.put("code", List.of("ledgers", "fields", "codes"));
    paths.put("view", List.of("ledgers", "views"));
    paths.put("lifecycle", List.of("lifecycles"));
    paths.put("state", List.of("lifecycles", "states"));
    paths.put("move", List.of("lifecycles", "moves"));
    paths.put("indicator", List.of("indicators"));
    return paths;
  }

  List<Service> all() {
    List<Service> services = new ArrayList<>();
    for (Tree.Mapping tree : draft.root().list("serves")) {
      BigDecimal row = tree.number("row");
      List<Service.Thing> by =
          tree.scalars("by").stream().map(this::thing).filter(Objects::nonNull).toList();
      if (row != null) {
        services.add(new Service(row.intValue(), by, tree.text("limit")));
      }
    }
    return services;
  }

  private Service.@Nullable Thing thing(Tree.Scalar said) {
    String[] words = (said.text() + " ").split(" ", 2);
    String kind = words[0];
    String name = words[1].strip();
    List<String> path = PATHS.get(kind);
    if (path == null) {
      return wrong(
          said, "'" + kind + "' is no kind of thing" + Suggestion.among(PATHS.keySet(), kind));
    }
    List<String> names = List.of(name.split("\\.", -1));
    if (names.size() != path.size()) {
      return wrong(said, "a " + kind + " is named by " + path.size() + " names, joined by '.'");
    }
    List<String> titles = titles(said, kind, path, names);
    return titles.size() < names.size()
        ? null
        : new Service.Thing(kind, draft.name() + "." + name, shown(titles, path));
  }

  private Service.@Nullable Thing wrong(Tree.Scalar said, String message) {
    problems.add(said.place(), message);
    return null;
  }

  /** The titles along the path, fewer where it breaks off. */
  private List<String> titles(
      Tree.Scalar said, String kind, List<String> path, List<String> names) {
    List<String> titles = new ArrayList<>();
    Tree.Mapping at = draft.root();
    for (int i = 0; i < names.size(); i++) {
      Map<String, String> known = known(at, path.get(i));
      String name = names.get(i);
      String title = known.get(name);
      if (title == null) {
        String what = i == names.size() - 1 ? kind : part(path.get(i));
        String meant = Suggestion.among(known.keySet(), name);
        problems.add(said.place(), "there is no " + what + " '" + name + "'" + meant);
        break;
      }
      titles.add(title);
      at = at.mapping(path.get(i)).mapping(name);
    }
    return titles;
  }

  /** A state or a move by its own title: a lifecycle has none. */
  private static String shown(List<String> titles, List<String> path) {
    boolean nameless = path.size() > 1 && path.getFirst().equals("lifecycles");
    return String.join("·", nameless ? titles.subList(1, titles.size()) : titles);
  }

  private static String part(String key) {
    return key.substring(0, key.length() - 1);
  }

  /** The names under a key and what the screen calls each. */
  private static Map<String, String> known(Tree.Mapping at, String key) {
    Map<String, String> known = new LinkedHashMap<>();
    if (key.equals("views")) {
      Collection<String> views = at.texts(key);
      (views.isEmpty() ? List.of("table") : views).forEach(view -> known.put(view, word(view)));
    }
    at.mapping(key).items().forEach((name, item) -> known.put(name, title(item)));
    return known;
  }

  private static String title(Tree item) {
    return switch (item) {
      case Tree.Scalar title -> title.text();
      case Tree.Mapping tree -> {
        List<String> states = new ArrayList<>();
        tree.mapping("states").items().values().forEach(state -> states.add(title(state)));
        yield tree.text("title", String.join("、", states));
      }
      case Tree.Sequence _ -> "";
    };
  }

  private static String word(String view) {
    return switch (view) {
      case "board" -> "看板";
      case "calendar" -> "日历";
      case "timeline" -> "时间线";
      case "map" -> "地图";
      default -> "表格";
    };
  }
}

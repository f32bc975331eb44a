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
    String[] words = said.text().split(" ", 2);
    List<String> path = PATHS.get(words[0]);
    if (path == null) {
      problems.add(
          said.place(),
          "'" + words[0] + "' is no kind of thing" + Suggestion.among(PATHS.keySet(), words[0]));
      return null;
    }
    String[] names = (words.length < 2 ? "" : words[1]).split("\\.", -1);
    if (names.length != path.size()) {
      problems.add(
          said.place(), "a " + words[0] + " is named by " + path.size() + " names, joined by '.'");
      return null;
    }
    String title = title(said, words[0], path, names);
    return title == null ? null : new Service.Thing(words[0], draft.name() + "." + words[1], title);
  }

  /** The titles along the path, null where it breaks off. */
  private @Nullable String title(Tree.Scalar said, String kind, List<String> path, String[] names) {
    List<String> titles = new ArrayList<>();
    Tree.Mapping at = draft.root();
    for (int i = 0; i < names.length; i++) {
      Map<String, String> known = known(at, path.get(i));
      String title = known.get(names[i]);
      if (title == null) {
        problems.add(
            said.place(),
            "there is no "
                + (i == names.length - 1 ? kind : part(path.get(i)))
                + " '"
                + names[i]
                + "'"
                + Suggestion.among(known.keySet(), names[i]));
        return null;
      }
      boolean nameless = path.get(i).equals("lifecycles") && i < names.length - 1;
      titles.add(nameless ? "" : title);
      at = at.mapping(path.get(i)).mapping(names[i]);
    }
    titles.removeIf(String::isEmpty);
    return String.join("·", titles);
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

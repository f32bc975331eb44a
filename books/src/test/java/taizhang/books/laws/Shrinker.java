package taizhang.books.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a failing history as small as it will go: drops items, readings, rules and fields, one at a
 * time, for as long as what remains still fails.
 */
final class Shrinker {

  private final Predicate<ObjectNode> fails;

  Shrinker(Predicate<ObjectNode> fails) {
    this.fails = fails;
  }

  /** The smallest history reached from a failing one. */
  ObjectNode shrink(ObjectNode failing) {
    ObjectNode smallest = failing;
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (ObjectNode candidate : candidates(smallest)) {
        if (stillFails(candidate)) {
          smallest = candidate;
          smaller = true;
          break;
        }
      }
    }
    return smallest;
  }

  private boolean stillFails(ObjectNode candidate) {
    try {
      return fails.test(candidate);
    } catch (RuntimeException nonsense) {
      return false;
    }
  }

  private static List<ObjectNode> candidates(ObjectNode from) {
    List<ObjectNode> candidates = new ArrayList<>();
    for (String list : List.of("readings", "log", "post")) {
      for (int n = from.get(list).size() - 1; n >= 0; n--) {
        ObjectNode without = from.deepCopy();
        JsonNode gone = ((ArrayNode) without.get(list)).remove(n);
        dependents(without, gone);
        candidates.add(without);
      }
    }
    fewerFields(from, candidates, "log");
    fewerFields(from, candidates, "readings");
    if (!from.path("review").asString("none").equals("none")) {
      candidates.add(from.deepCopy().put("review", "none"));
    }
    return candidates;
  }

  /** With an opening go all entries of its record, with a version the corrections that name it. */
  private static void dependents(ObjectNode without, JsonNode gone) {
    if (gone.path("kind").asString("").equals("open")) {
      removeWhere(without, i -> i.path("record").equals(gone.get("record")));
    } else if (gone.has("seq")) {
      removeWhere(without, i -> i.path("of_version").equals(gone.get("seq")));
    }
  }

  private static void removeWhere(ObjectNode history, Predicate<JsonNode> gone) {
    ArrayNode log = (ArrayNode) history.get("log");
    for (int n = log.size() - 1; n >= 0; n--) {
      if (gone.test(log.get(n))) {
        log.remove(n);
      }
    }
  }

  private static void fewerFields(ObjectNode from, List<ObjectNode> candidates, String list) {
    for (int n = 0; n < from.get(list).size(); n++) {
      JsonNode item = from.get(list).get(n);
      for (String field : item.path("patch").propertyNames()) {
        ObjectNode without = from.deepCopy();
        ((ObjectNode) without.get(list).get(n).get("patch")).remove(field);
        candidates.add(without);
      }
      for (String part : optional(item)) {
        ObjectNode without = from.deepCopy();
        ((ObjectNode) without.get(list).get(n)).remove(part);
        candidates.add(without);
      }
    }
  }

  private static List<String> optional(JsonNode item) {
    List<String> parts =
        switch (item.path("kind").asString("")) {
          case "change" -> List.of("area");
          case "correct" -> List.of("area", "effective_on", "state");
          default -> item.has("indicator") ? List.of("S", "D", "stage", "by") : List.of();
        };
    return parts.stream().filter(item::has).toList();
  }
}

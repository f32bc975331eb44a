package taizhang.books.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which functions of a township's work the packs serve, and with what: {@code docs/coverage.csv},
 * written from what the packs say of themselves.
 */
public final class Coverage {

  private static final String HEAD = "row,term,pack,kind,code,title,limit\n";

  private final SortedMap<Integer, Function> functions = new TreeMap<>();
  private final SortedMap<Integer, List<Served>> served = new TreeMap<>();

  /**
   * A function of a township's work.
   *
   * @param row its number
   * @param family the field it belongs to
   * @param term its usual name
   * @param does what it takes to serve it
   */
  public record Function(int row, String family, String term, String does) {}

  private record Served(Pack pack, Service service) {}

  private Coverage() {}

  /**
   * What some packs serve of the functions listed.
   *
   * @param functions text of {@code docs/functions.csv}: row, family, term, function, no quotes
   */
  public static Coverage of(Packs packs, String functions) {
    Coverage coverage = new Coverage();
    functions
        .lines()
        .skip(1)
        .map(line -> line.split(",", 4))
        .map(cells -> new Function(Integer.parseInt(cells[0]), cells[1], cells[2], cells[3]))
        .forEach(function -> coverage.functions.put(function.row(), function));
    for (Pack pack : packs.packs()) {
      for (Service service : pack.serves()) {
        coverage
            .served
            .computeIfAbsent(service.row(), row -> new ArrayList<>())
            .add(new Served(pack, service));
      }
    }
    return coverage;
  }

  /** The functions, by number. */
  public SortedMap<Integer, Function> functions() {
    return functions;
  }

  /** Numbers that no pack serves. */
  public SortedSet<Integer> unserved() {
    SortedSet<Integer> rows = new TreeSet<>(functions.keySet());
    rows.removeAll(served.keySet());
    return rows;
  }

  /** Numbers that packs say they serve but that are no function. */
  public SortedSet<Integer> unknown() {
    SortedSet<Integer> rows = new TreeSet<>(served.keySet());
    rows.removeAll(functions.keySet());
    return rows;
  }

  /** Numbers served only by things that serve others too: nothing there is specific to them. */
  public SortedSet<Integer> withoutOwnThing() {
    Map<String, Set<Integer>> rowsOf = new HashMap<>();
    served.forEach((row, all) ->
        things(all).forEach(thing -> rowsOf.computeIfAbsent(thing, t -> new HashSet<>()).add(row)));
    SortedSet<Integer> rows = new TreeSet<>();
    served.forEach((row, all) -> {
      if (things(all).stream().noneMatch(thing -> Set.of(row).equals(rowsOf.get(thing)))) {
        rows.add(row);
      }
    });
    return rows;
  }

  private static List<String> things(List<Served> all) {
    return all.stream()
        .flatMap(each -> each.service().by().stream())
        .map(thing -> thing.kind() + " " + thing.code())
        .toList();
  }

  /** One line for each thing that serves a function; a function unserved has one without. */
  public String csv() {
    StringBuilder text = new StringBuilder(HEAD);
    for (Function function : functions.values()) {
      List<Served> all = served.getOrDefault(function.row(), List.of());
      if (all.isEmpty()) {
        text.append(line(function, "", "", "", "", ""));
      }
      for (Served each : all) {
        String limit = each.service().limit() == null ? "" : each.service().limit();
        for (Service.Thing thing : each.service().by()) {
          text.append(
              line(function, each.pack().name(), thing.kind(), thing.code(), thing.title(), limit));
        }
      }
    }
    return text.toString();
  }

  private static String line(Function function, String... cells) {
    List<String> all = new ArrayList<>(List.of(function.row() + "", function.term()));
    all.addAll(List.of(cells));
    return String.join(",", all.stream().map(Coverage::quoted).toList()) + "\n";
  }

  private static String quoted(String cell) {
    return cell.matches("(?s).*[,\"\n\r].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
  }
}

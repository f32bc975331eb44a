package taizhang.server.web.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import taizhang.server.browse.Cursor;
import taizhang.server.browse.Order;
import taizhang.server.web.PanelLinks;

/**
 * What the address of a ledger's page asks for: filters, search, order, columns, place and kind of
 * view. Everything that a person sees of a ledger can be sent to somebody else as its address.
 *
 * @param path the page's path, {@code /town/ledgers/pack.ledger}
 * @param params what stands behind it, without what is empty
 */
public record TableAddress(String path, SequencedMap<String, List<String>> params) {

  static final String FIELD = "f.";
  static final String FROM = ".from";
  static final String TO = ".to";
  static final String NONE = ".none";

  private static final List<String> KNOWN =
      List.of(
          "q", "area", "state", "due", "pending", "void", "sort", "cols", "view", "by", "month",
          "saved");
  private static final List<String> PLACE = List.of("after", "before");

  static TableAddress of(String town, String ledger, Map<String, String[]> given) {
    SequencedMap<String, List<String>> params = new LinkedHashMap<>();
    given.forEach((name, values) -> {
      List<String> said =
          List.of(values).stream().map(String::strip).filter(v -> !v.isEmpty()).distinct().toList();
      boolean ours = name.startsWith(FIELD) || KNOWN.contains(name) || PLACE.contains(name);
      if (ours && !said.isEmpty()) {
        params.put(name, said);
      }
    });
    return new TableAddress("/" + town + "/ledgers/" + ledger, params);
  }

  /** The one value of a parameter, empty where it is not there. */
  public String value(String name) {
    List<String> values = params.get(name);
    return values == null ? "" : values.getFirst();
  }

  /** All values of a parameter. */
  public List<String> values(String name) {
    return params.getOrDefault(name, List.of());
  }

  /** True where a parameter has a value. */
  public boolean has(String name, String value) {
    return values(name).contains(value);
  }

  Order order() {
    return params.containsKey("sort") ? Order.parse(value("sort")) : Order.NEWEST;
  }

  @Nullable Cursor cursor() {
    if (params.containsKey("after")) {
      return Cursor.parse(value("after"), false);
    }
    return params.containsKey("before") ? Cursor.parse(value("before"), true) : null;
  }

  /** The names of what follows, for a form that keeps them as they are. */
  public SequencedMap<String, List<String>> except(String... prefixes) {
    SequencedMap<String, List<String>> rest = new LinkedHashMap<>(params);
    PLACE.forEach(rest::remove);
    rest.keySet().removeIf(name -> List.of(prefixes).stream().anyMatch(name::startsWith));
    return rest;
  }

  /** The same page with a parameter set, from its first row on. */
  public TableAddress with(String name, String value) {
    SequencedMap<String, List<String>> next = except(name.equals("q") ? "q" : "\u0000");
    if (value.isEmpty()) {
      next.remove(name);
    } else {
      next.put(name, List.of(value));
    }
    return new TableAddress(path, next);
  }

  /** The same page without one value of a parameter, from its first row on. */
  TableAddress without(String name, String value) {
    SequencedMap<String, List<String>> next = except("\u0000");
    List<String> left = new ArrayList<>(values(name));
    left.remove(value);
    next.remove(name);
    if (!left.isEmpty()) {
      next.put(name, left);
    }
    return new TableAddress(path, next);
  }

  TableAddress at(@Nullable Cursor cursor) {
    SequencedMap<String, List<String>> next = except("\u0000");
    if (cursor != null) {
      next.put(cursor.back() ? "before" : "after", List.of(cursor.text()));
    }
    return new TableAddress(path, next);
  }

  /** What stands behind the path, without a place in the list: what a view keeps. */
  public String query() {
    return new TableAddress(path, except("saved")).text();
  }

  /** The address as a link has it. */
  public String href() {
    String text = text();
    return text.isEmpty() ? path : path + "?" + text;
  }

  /** The address of a page below this one, for the same selection. */
  public String below(String part) {
    String text = new TableAddress(path, except("\u0000")).text();
    return path + "/" + part + (text.isEmpty() ? "" : "?" + text);
  }

  private String text() {
    List<String> pairs = new ArrayList<>();
    params.forEach((name, values) ->
        values.forEach(value -> pairs.add(name + "=" + PanelLinks.encoded(value))));
    return String.join("&", pairs);
  }
}

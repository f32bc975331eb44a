package taizhang.server.browse;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.matter.LitFrom;
import taizhang.books.pack.Clock;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Ledger;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.ClockSql;
import taizhang.server.ledger.Sight;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;

/**
 * A selection as a person sees it, as a condition over the table of records aliased {@code r}. All
 * that is ever shown, counted, summed or written to a file goes through this one.
 */
final class Where {

  private final Town town;
  private final TownRules rules;
  private final Ledger ledger;
  private final Columns columns;
  private final List<String> parts = new ArrayList<>();
  private final Map<String, Object> params = new HashMap<>();

  private final LocalDateTime now;

  Where(Town town, TownRules rules, Clearance who, Selection selection, LocalDateTime now) {
    this.town = town;
    this.now = now;
    this.rules = rules;
    this.ledger = rules.ledger(selection.ledger());
    this.columns = new Columns(ledger);
    params.put("town", town.id());
    params.put("ledger", ledger.code());
    parts.add("r.town = :town and r.ledger = :ledger");
    parts.add(selection.voided() ? "r.void" : "not r.void");
    Sight sight = Sight.of(who, Right.READ, "r");
    parts.add(sight.where());
    params.putAll(sight.params());
    selection.filters().forEach(this::add);
    selection
        .search()
        .lines()
        .flatMap(l -> List.of(l.split("\\s+", -1)).stream())
        .forEach(this::search);
  }

  Town town() {
    return town;
  }

  Ledger ledger() {
    return ledger;
  }

  Columns columns() {
    return columns;
  }

  /** One more condition with what it refers to. */
  void and(String condition, Map<String, ?> named) {
    parts.add(condition);
    params.putAll(named);
  }

  /** What a statement around this condition refers to. */
  void know(Map<String, ?> named) {
    params.putAll(named);
  }

  String sql() {
    return String.join(" and ", parts);
  }

  JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
    return statement.params(params);
  }

  /** What this condition is, for remembering what came of it. */
  String mark() {
    Map<String, Object> sorted = new java.util.TreeMap<>(params);
    sorted.replaceAll((k, v) -> v instanceof String[] texts ? sortedTexts(texts) : v);
    return sql() + sorted;
  }

  private static List<String> sortedTexts(String[] texts) {
    return List.of(texts).stream().sorted().toList();
  }

  private String param(Object value) {
    String name = "p" + params.size();
    params.put(name, value);
    return ":" + name;
  }

  private void add(Filter filter) {
    switch (filter) {
      case Filter.Contains(String field, String text) ->
          parts.add(contains(Columns.text(columns.open(field)), text));
      case Filter.OneOf(String field, List<String> values) ->
          parts.add(
              Columns.text(columns.open(field))
                  + " = any("
                  + param(values.toArray(String[]::new))
                  + ")");
      case Filter.Numbers(String field, var least, var most) -> {
        Field open = formed(field, FieldType.Form.INTEGER, FieldType.Form.DECIMAL);
        between(Columns.number(open), least, most);
      }
      case Filter.Days(String field, var from, var to) -> {
        Field open = formed(field, FieldType.Form.DATE);
        between(
            Columns.text(open) + " collate \"C\"",
            from == null ? null : from.toString(),
            to == null ? null : to.toString());
      }
      case Filter.Absent(String field) ->
          parts.add("coalesce(" + Columns.text(columns.open(field)) + ", '') = ''");
      case Filter.Within(String area) -> within(area);
      case Filter.InState(List<String> states) ->
          parts.add("r.state = any(" + param(states.toArray(String[]::new)) + ")");
      case Filter.Due(List<Filter.Light> lights) -> due(lights);
      case Filter.Pending() -> parts.add(ledger.review() ? "r.reviewed < r.version" : "false");
    }
  }

  private void due(List<Filter.Light> lights) {
    List<String> any = new ArrayList<>();
    for (Clock clock : Columns.clocks(ledger)) {
      String moment = "(" + ClockSql.moment(clock) + ") collate \"C\"";
      for (Filter.Light light : lights) {
        String lit =
            light == Filter.Light.NEAR ? LitFrom.of(clock, now, rules.reckoner()) : ClockSql.NEVER;
        if (light == Filter.Light.LATE) {
          any.add(moment + " < " + param(now.toString()));
        } else if (lit != null) {
          any.add(moment + " between " + param(now.toString()) + " and " + param(lit));
        }
      }
    }
    parts.add(any.isEmpty() ? "false" : "(" + String.join(" or ", any) + ")");
  }

  private Field formed(String name, FieldType.Form... forms) {
    Field field = columns.open(name);
    if (!List.of(forms).contains(field.type().form())) {
      throw Refusal.of(ProblemCode.CHECK_FAILED, "“" + field.title() + "”不能按范围筛选");
    }
    return field;
  }

  private void between(
      String column,
      @org.jspecify.annotations.Nullable Object least,
      @org.jspecify.annotations.Nullable Object most) {
    if (least != null) {
      parts.add(column + " >= " + param(least));
    }
    if (most != null) {
      parts.add(column + " <= " + param(most));
    }
  }

  private void within(String area) {
    if (rules.areas().find(area) == null) {
      throw Refusal.of(ProblemCode.UNKNOWN_AREA, area);
    }
    parts.add("r.area = any(" + param(rules.areas().within(area).toArray(String[]::new)) + ")");
  }

  private String contains(String column, String text) {
    String plain = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return column + " ilike " + param("%" + plain + "%");
  }

  private void search(String word) {
    if (word.isBlank()) {
      return;
    }
    List<String> any = new ArrayList<>();
    Columns.searched(ledger).forEach(field -> any.add(contains(Columns.text(field), word)));
    for (Field field : ledger.fields().values()) {
      String[] codes = titled(field, word);
      if (codes.length > 0) {
        any.add(Columns.text(field) + " = any(" + param(codes) + ")");
      }
    }
    parts.add(any.isEmpty() ? "false" : "(" + String.join(" or ", any) + ")");
  }

  /** The codes of an open field whose titles hold a word. */
  private static String[] titled(Field field, String word) {
    String small = word.toLowerCase(Locale.ROOT);
    return field.classification().sealed()
        ? new String[0]
        : field.codes().entrySet().stream()
            .filter(code -> code.getValue().toLowerCase(Locale.ROOT).contains(small))
            .map(Map.Entry::getKey)
            .toArray(String[]::new);
  }
}

package taizhang.prose.finding;

import java.util.HashMap;
import java.util.Map;
import taizhang.prose.lexicon.Table;

/**
 * A rule of {@code rules.tsv}.
 *
 * @param id its stable name
 * @param severity how grave a breach is
 * @param layer what kind of rule it is
 * @param once whether only the first place of a report is shown
 * @param message what a breach is
 * @param source where the rule comes from
 */
public record Rule(
    String id, Severity severity, String layer, boolean once, String message, String source) {

  private static final Map<String, Rule> RULES = rules();

  /** The rule of that id. */
  public static Rule of(String id) {
    Rule rule = RULES.get(id);
    if (rule == null) {
      throw new IllegalArgumentException("no rule " + id);
    }
    return rule;
  }

  private static Map<String, Rule> rules() {
    Map<String, Rule> rules = new HashMap<>();
    for (String[] row : Table.rows("rules.tsv", 6)) {
      rules.put(
          row[0],
          new Rule(
              row[0], Severity.valueOf(row[1]), row[2], row[3].equals("once"), row[4], row[5]));
    }
    return Map.copyOf(rules);
  }
}

package taizhang.books.pack;

import java.util.List;

/**
 * Which keys a posting rule has, needs and may not have, by the kind of indicator it posts to.
 *
 * @param rule the rule as written
 * @param kind kind of the indicator
 */
record PostingShape(Tree.Mapping rule, IndicatorKind kind, Problems problems) {

  void check() {
    if (has("after") && !has("on")) {
      problems.add(rule.at("after"), "'after' counts days from the date of 'on', which is missing");
    }
    switch (kind) {
      case FLOW -> {
        dated();
        none("key", "period", "comparator", "status");
      }
      case DISTINCT -> {
        needs("key");
        dated();
        none("amount", "period", "comparator", "status");
      }
      case STOCK -> none("on_enter", "key", "period", "comparator", "status");
      case STATED -> {
        needs("period");
        none("on", "on_enter", "key", "slices");
      }
      case COMPUTED -> {}
    }
  }

  private void dated() {
    if (has("on") && has("on_enter")) {
      problems.add(rule.at("on_enter"), "has either 'on' or 'on_enter', not both");
    } else if (!has("on") && !has("on_enter")) {
      problems.add(rule.place(), article() + " needs 'on: DATE_FIELD' or 'on_enter: STATE'");
    }
  }

  private void needs(String key) {
    if (!has(key)) {
      problems.add(rule.place(), article() + " needs '" + key + "'");
    }
  }

  private void none(String... keys) {
    for (String key : List.of(keys)) {
      if (has(key)) {
        problems.add(rule.at(key), article() + " has no '" + key + "'");
      }
    }
  }

  private boolean has(String key) {
    return rule.items().containsKey(key);
  }

  private String article() {
    return switch (kind) {
      case FLOW -> "a posting to a flow";
      case STOCK -> "a posting to a stock";
      case DISTINCT -> "a posting to a distinct count";
      case STATED -> "a stated value";
      case COMPUTED -> "a formula";
    };
  }
}

package taizhang.server.conform;

import java.util.LinkedHashSet;
import java.util.Set;
import taizhang.books.conform.Case;
import taizhang.books.pack.Amount;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.IndicatorKind;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.PostingRule;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The ledger of a case written as a pack, so that it is adopted like any other. */
final class CasePack {

  private static final String NO_STATE = "none";

  private final Case shown;
  private final Ledger ledger;
  private final ObjectNode pack = JsonMapper.shared().createObjectNode();

  private CasePack(Case shown, Ledger ledger) {
    this.shown = shown;
    this.ledger = ledger;
  }

  /** The YAML of one of the case's ledgers; JSON is YAML too. */
  static String yaml(Case shown, int ledger) {
    return new CasePack(shown, shown.ledgers().get(ledger)).write(ledger + 1);
  }

  private String write(int version) {
    pack.put("pack", "case").put("title", "案例").put("owner", "案例").put("version", version);
    ObjectNode declared = pack.putObject("ledgers").putObject("record");
    declared.put("title", "记录").put("lives_at", "town");
    declared.put("review", ledger.review() ? "department" : "none");
    fields(declared.putObject("fields"));
    declared.put("lifecycle", "states");
    var post = declared.putArray("post");
    ledger.post().forEach(rule -> rule(post.addObject(), rule));
    ObjectNode indicators = pack.putObject("indicators");
    shown.ledgers().stream()
        .flatMap(l -> l.post().stream())
        .forEach(rule -> indicator(indicators, rule));
    lifecycle(pack.putObject("lifecycles").putObject("states"));
    return pack.toString();
  }

  private void fields(ObjectNode fields) {
    for (Field field : ledger.fields().values()) {
      ObjectNode node = fields.putObject(field.name());
      node.put("title", field.name()).put("type", field.type().code());
      if (field.type() == FieldType.QUANTITY) {
        node.put("unit", "个");
      }
    }
    for (Case.Item item : shown.log()) {
      if (item instanceof Case.Write write) {
        write.patch().keySet().stream()
            .filter(name -> !ledger.fields().containsKey(name) && !fields.has(name))
            .forEach(name -> fields.putObject(name).put("title", name).put("type", "text"));
      }
    }
  }

  private static void rule(ObjectNode node, PostingRule rule) {
    node.put("to", rule.to());
    Amount amount = rule.amount();
    if (!amount.equals(Amount.ONE)) {
      node.put("amount", product(amount));
    }
    optional(node, "on", rule.on());
    optional(node, "on_enter", rule.onEnter());
    optional(node, "key", rule.key());
    optional(node, "period", rule.period());
    optional(node, "when", rule.when().text().isEmpty() ? null : rule.when().text());
  }

  private static String product(Amount amount) {
    String constant = amount.constant().toPlainString();
    String fields = String.join(" * ", amount.fields());
    if (amount.fields().isEmpty()) {
      return constant;
    }
    return amount.constant().equals(java.math.BigDecimal.ONE) ? fields : constant + " * " + fields;
  }

  private static void optional(
      ObjectNode node, String name, @org.jspecify.annotations.Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
  }

  private static void indicator(ObjectNode indicators, PostingRule rule) {
    IndicatorKind kind = rule.kind();
    indicators
        .putObject(rule.to())
        .put("title", rule.to())
        .put("unit", "个")
        .put("kind", kind.code());
  }

  /** The states that occur, each open to every other. */
  private void lifecycle(ObjectNode node) {
    Set<String> states = new LinkedHashSet<>();
    for (Case.Item item : shown.log()) {
      if (item instanceof Case.Write write && write.state() != null) {
        states.add(write.state());
      }
    }
    for (PostingRule rule : ledger.post()) {
      if (rule.onEnter() != null) {
        states.add(rule.onEnter());
      }
    }
    if (states.isEmpty()) {
      states.add(NO_STATE);
    }
    ObjectNode declared = node.putObject("states");
    ObjectNode moves = node.putObject("moves");
    for (String state : states) {
      declared.put(state, state);
      ObjectNode move = moves.putObject("to_" + state).put("title", state).put("to", state);
      var from = move.putArray("from");
      states.forEach(from::add);
    }
  }
}

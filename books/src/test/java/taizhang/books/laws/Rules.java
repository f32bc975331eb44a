package taizhang.books.laws;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The posting rules random histories are held against, and what a later adoption makes of them. */
final class Rules {

  private Rules() {}

  /** A rule of every counting kind. */
  static ArrayNode counting() {
    return parse(
        """
        [{"to": "households", "kind": "stock", "when": "state == 'enrolled'"},
         {"to": "persons", "kind": "stock", "amount": "persons", "when": "state == 'enrolled'"},
         {"to": "lifted", "kind": "flow", "on_enter": "lifted"},
         {"to": "lifted_persons", "kind": "flow", "amount": "persons", "on_enter": "lifted"},
         {"to": "aid", "kind": "flow", "amount": "aid", "on": "paid_on", "when": "paid"},
         {"to": "aid", "kind": "flow", "amount": "aid * 0.1", "on": "due", "when": "visited"},
         {"to": "aided", "kind": "distinct", "key": "head", "on": "paid_on", "when": "paid"},
         {"to": "net", "kind": "distinct", "key": "head", "amount": "persons", "on": "due"},
         {"to": "overdue", "kind": "stock", "on": "due", "when": "state == 'enrolled' && !visited"},
         {"to": "rice", "kind": "stock", "amount": "persons * aid", "when": "crop == 'rice'"},
         {"to": "other", "kind": "flow", "amount": -1, "on": "due", "when": "crop != 'rice'"}]
        """);
  }

  /** The same indicators with other conditions, amounts and days. */
  static ArrayNode counting2() {
    return parse(
        """
        [{"to": "households", "kind": "stock", "when": "state != 'gone'"},
         {"to": "persons", "kind": "stock", "amount": "persons * 2", "when": "state == 'enrolled'"},
         {"to": "lifted", "kind": "flow", "on_enter": "gone"},
         {"to": "aid", "kind": "flow", "amount": "aid", "on": "due", "when": "paid"},
         {"to": "aided", "kind": "distinct", "key": "crop", "on": "paid_on", "when": "paid"},
         {"to": "net", "kind": "distinct", "key": "head", "amount": "persons", "on": "due"},
         {"to": "overdue", "kind": "stock", "on": "paid_on", "when": "!visited"},
         {"to": "rice", "kind": "stock", "amount": "persons", "when": "crop == 'rice'"}]
        """);
  }

  /** Values said for an area and a period, one of them always zero. */
  static ArrayNode stated() {
    return parse(
        """
        [{"to": "output", "kind": "stated", "amount": "value", "when": "!visited"},
         {"to": "casualties", "kind": "stated", "amount": "zero", "when": "state == 'enrolled'"}]
        """);
  }

  static ArrayNode stated2() {
    return parse(
        """
        [{"to": "output", "kind": "stated", "amount": "value * 2", "when": "paid"},
         {"to": "casualties", "kind": "stated", "amount": "zero"}]
        """);
  }

  private static ArrayNode parse(String json) {
    return (ArrayNode) JsonMapper.shared().readTree(json);
  }
}

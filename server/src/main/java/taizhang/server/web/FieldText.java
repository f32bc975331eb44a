package taizhang.server.web;

import java.math.BigDecimal;
import taizhang.books.area.AreaTree;
import taizhang.books.entry.Value;
import taizhang.books.pack.Field;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Lifecycle;

/** What fields hold, in the words of the screen. */
final class FieldText {

  private static final int LONGEST = 400;

  private FieldText() {}

  /** The value of a field; of personal ones only that there is one. */
  static String of(Field field, Value value, AreaTree areas) {
    if (value instanceof Value.Cleared) {
      return "（清空）";
    }
    if (field.classification().sealed()) {
      return "••••••";
    }
    if (value instanceof Value.YesNo(boolean yes)) {
      return yes ? "是" : "否";
    }
    return text(field, value.asText(), areas);
  }

  private static String text(Field field, String text, AreaTree areas) {
    return switch (field.type()) {
      case MONEY, QUANTITY, DECIMAL -> number(text) + (field.unit() == null ? "" : field.unit());
      case PERCENT -> number(text) + "%";
      case CODE -> field.codes().getOrDefault(text, text);
      case AREA -> Panels.name(areas, text);
      default -> text.length() > LONGEST ? text.substring(0, LONGEST) + "……" : text;
    };
  }

  private static String number(String text) {
    try {
      return Labels.number(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return text;
    }
  }

  /** The title of a state, empty where the ledger has none. */
  static String state(Ledger ledger, String state) {
    Lifecycle lifecycle = ledger.lifecycle();
    Lifecycle.State found = lifecycle == null ? null : lifecycle.states().get(state);
    return found == null ? state : found.title();
  }
}

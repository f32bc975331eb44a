package taizhang.server.web.ledger;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Ledger;
import taizhang.server.browse.Order;

/**
 * The input of one field's new value.
 *
 * @param title with its unit
 * @param kind {@code choice}, {@code date}, {@code number}, {@code long} or {@code text}
 * @param value what stands in it
 * @param choices value to title, for a choice
 * @param help what to put there
 * @param must true where it may not be emptied
 */
public record ValueInput(
    String title,
    String kind,
    String value,
    SequencedMap<String, String> choices,
    String help,
    boolean must) {

  static ValueInput of(Ledger ledger, Edit edit) {
    var lifecycle = ledger.lifecycle();
    if (edit.moving() && lifecycle != null) {
      SequencedMap<String, String> states = new LinkedHashMap<>();
      lifecycle.states().forEach((name, state) -> states.put(name, state.title()));
      return new ValueInput(
          TableColumns.title(Order.STATE), "choice", edit.value(), states, "", true);
    }
    Field field = edit.field(ledger);
    String unit = field.unit() == null ? "" : "（" + field.unit() + "）";
    SequencedMap<String, String> choices = field.choices();
    if (field.type() == FieldType.YES_NO) {
      choices.put("是", "是");
      choices.put("否", "否");
    }
    return new ValueInput(
        field.title() + unit,
        choices.isEmpty() ? kind(field) : "choice",
        edit.value(),
        choices,
        field.help() == null ? "" : field.help(),
        field.required());
  }

  private static String kind(Field field) {
    if (TableForm.day(field)) {
      return "date";
    }
    if (TableForm.number(field)) {
      return "number";
    }
    return field.type() == FieldType.LONG_TEXT ? "long" : "text";
  }
}

package taizhang.server.browse;

import java.util.List;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Ledger;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;

/** A ledger's fields as expressions over the table of records, aliased {@code r}. */
final class Columns {

  private static final String NUMBER = "'^-?[0-9]+([.][0-9]+)?$'";

  private final Ledger ledger;

  Columns(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The fields that have a total. */
  static List<Field> summed(Ledger ledger) {
    return ledger.fields().values().stream()
        .filter(field -> !field.classification().sealed())
        .filter(field ->
            switch (field.type()) {
              case INTEGER, DECIMAL, MONEY, QUANTITY -> true;
              default -> false;
            })
        .toList();
  }

  /** The fields that a search looks through. */
  static List<Field> searched(Ledger ledger) {
    return ledger.fields().values().stream()
        .filter(field -> !field.classification().sealed())
        .filter(field -> field.type().form() == FieldType.Form.TEXT)
        .filter(field -> field.type() != FieldType.CODE && field.type() != FieldType.AREA)
        .toList();
  }

  /**
   * The open field of a name.
   *
   * @throws Refusal where there is none, or it is personal: nobody finds out by filters and sorting
   *     what is masked
   */
  Field open(String name) {
    Field field = ledger.fields().get(name);
    if (field == null) {
      throw Refusal.of(
          ProblemCode.UNKNOWN_FIELD,
          ledger.title(),
          name,
          String.join("、", ledger.fields().keySet()));
    }
    if (field.classification().sealed()) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "按“" + field.title() + "”筛选、排序或查找：它是个人信息");
    }
    return field;
  }

  /** The text of a field, null where absent. Names are those of a declaration: nothing to quote. */
  static String text(Field field) {
    return "(r.image->>'" + field.name() + "')";
  }

  /** The number of a field, null where it is absent or no number. */
  static String number(Field field) {
    String text = text(field);
    return "(case when " + text + " ~ " + NUMBER + " then " + text + "::numeric end)";
  }

  /** What rows are sorted by; never null. */
  Key key(Order order) {
    return switch (order.by()) {
      case Order.OPENED -> new Key("r.id", "bigint");
      case Order.ENTERED -> new Key("r.version", "bigint");
      case Order.AREA -> new Key("coalesce(r.area, '')", "text");
      case Order.STATE -> new Key("coalesce(r.state, '')", "text");
      default -> {
        Field field = open(order.by());
        yield switch (field.type().form()) {
          case INTEGER, DECIMAL ->
              new Key("coalesce(" + number(field) + ", '-Infinity')", "numeric");
          default -> new Key("coalesce(" + text(field) + ", '') collate \"C\"", "text");
        };
      }
    };
  }

  /**
   * What rows are sorted by.
   *
   * @param sql expression that is never null
   * @param type its type
   */
  record Key(String sql, String type) {}
}

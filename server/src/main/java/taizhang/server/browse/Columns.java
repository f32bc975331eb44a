package taizhang.server.browse;

import java.util.List;
import taizhang.books.pack.Clock;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Ledger;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.ClockSql;

/** A ledger's fields as expressions over the table of records, aliased {@code r}. */
final class Columns {

  /** What is no number is passed over: a field may have been a text before. */
  private static final String NUMBER =
      "(case when translate(%1$s, '-.0123456789', '') = '' and pg_input_is_valid(%1$s, 'numeric')"
          + " then %1$s::numeric end)";

  private final Ledger ledger;

  Columns(Ledger ledger) {
    this.ledger = ledger;
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
    return NUMBER.formatted(text(field));
  }

  static List<Clock> clocks(Ledger ledger) {
    var lifecycle = ledger.lifecycle();
    return lifecycle == null ? List.of() : List.copyOf(lifecycle.clocks().values());
  }

  /** What rows are sorted by; never null. */
  Key key(Order order) {
    return switch (order.by()) {
      case Order.OPENED -> Key.number("r.id", "bigint");
      case Order.ENTERED -> Key.number("r.version", "bigint");
      case Order.AREA -> Key.text("coalesce(r.area, '')");
      case Order.DUE -> Key.text(ClockSql.first(clocks(ledger)));
      case Order.STATE -> Key.text("coalesce(r.state, '')");
      default -> {
        Field field = open(order.by());
        yield switch (field.type().form()) {
          case INTEGER, DECIMAL ->
              Key.number("coalesce(" + number(field) + ", '-Infinity')", "numeric");
          default ->
              field.type() == FieldType.LONG_TEXT
                  ? Key.text("left(coalesce(" + text(field) + ", ''), 200)")
                  : Key.text("coalesce(" + text(field) + ", '')");
        };
      }
    };
  }

  /**
   * What rows are sorted by.
   *
   * @param sql expression that is never null
   * @param type its type
   * @param kept the same as a text that sorts alike, as an {@link Arrangement} keeps it
   */
  record Key(String sql, String type, String kept) {

    private static final String SORT_TEXT = "sort_text(nullif(%s, '-Infinity'))";

    static Key text(String sql) {
      String sorted = "(" + sql + ") collate \"C\"";
      return new Key(sorted, "text", sorted);
    }

    static Key number(String sql, String type) {
      return new Key(sql, type, keptNumber(sql));
    }

    private static String keptNumber(String sql) {
      return "coalesce(" + SORT_TEXT.formatted("(" + sql + ")::numeric") + ", '')";
    }

    /** A place in the list, given as a parameter of this name, as an arrangement keeps it. */
    String keptParam(String name) {
      return type.equals("text")
          ? "cast(:" + name + " as text)"
          : keptNumber("cast(:" + name + " as numeric)");
    }
  }
}

package taizhang.server.web.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Ledger;
import taizhang.server.browse.Order;
import taizhang.server.web.Table;

/** Which columns a ledger's table has, and which of them are shown. */
final class TableColumns {

  private static final int SHOWN = 8;
  private static final String ID = "@id";

  /** A column: a field, or one of the marked names. */
  record Shown(String name, String title, @Nullable Field field) {

    boolean numeric() {
      return field != null && TableForm.number(field) && !field.classification().sealed();
    }

    String unit() {
      if (field == null || !numeric()) {
        return "";
      }
      String unit = field.unit();
      return field.type() == FieldType.PERCENT ? "%" : unit == null ? "" : unit;
    }

    boolean sortable() {
      return field == null
          ? !name.equals(ID)
          : !field.classification().sealed() && field.type().form() != FieldType.Form.LISTING;
    }
  }

  /** What a marked column is called. */
  static String title(String name) {
    return switch (name) {
      case Order.AREA -> "所在区域";
      case Order.STATE -> "办理状态";
      case Order.DUE -> "时限";
      default -> "记录号";
    };
  }

  private final Ledger ledger;
  private final TableAddress address;

  TableColumns(Ledger ledger, TableAddress address) {
    this.ledger = ledger;
    this.address = address;
  }

  /** True where records have time limits. */
  static boolean timed(Ledger ledger) {
    return ledger.lifecycle() != null && !ledger.lifecycle().clocks().isEmpty();
  }

  /** False for what a clock keeps for itself. */
  static boolean told(Ledger ledger, Field field) {
    boolean clocked = ledger.lifecycle() != null && ledger.lifecycle().derives(field.name());
    return !clocked || field.name().matches(".*_(due|ended|kept)");
  }

  /** All there are: the first field, the area, the other fields, the state. */
  List<Shown> all() {
    List<Shown> all = new ArrayList<>();
    ledger.fields().values().stream()
        .filter(f -> told(ledger, f))
        .forEach(f -> all.add(new Shown(f.name(), f.title(), f)));
    all.add(Math.min(1, all.size()), new Shown(Order.AREA, title(Order.AREA), null));
    if (ledger.lifecycle() != null) {
      all.add(Math.min(2, all.size()), new Shown(Order.STATE, title(Order.STATE), null));
    }
    if (timed(ledger)) {
      all.add(Math.min(3, all.size()), new Shown(Order.DUE, title(Order.DUE), null));
    }
    all.add(new Shown(ID, title(ID), null));
    return all;
  }

  /** Those that are shown: the ones chosen, else the first ones that fit a screen. */
  List<Shown> shown() {
    List<String> chosen = address.values("cols");
    List<Shown> all = all();
    List<Shown> shown = all.stream().filter(c -> chosen.contains(c.name())).toList();
    if (!shown.isEmpty()) {
      return shown;
    }
    return all.stream()
        .filter(c -> !c.name().equals(ID))
        .filter(c -> c.field() == null || fits(c.field()))
        .filter(c -> ledger.lifecycle() == null || !ledger.lifecycle().derives(c.name()))
        .limit(SHOWN)
        .toList();
  }

  private static boolean fits(Field field) {
    return switch (field.type()) {
      case LONG_TEXT, FILE, PHOTO -> false;
      default -> true;
    };
  }

  List<TableForm.ColumnChoice> choices() {
    List<Shown> shown = shown();
    return all().stream()
        .map(c -> new TableForm.ColumnChoice(c.name(), c.title(), shown.contains(c)))
        .toList();
  }

  /** The headings, each with the page sorted by it. */
  List<Table.Column> headings() {
    Order order = address.order();
    return shown().stream().map(column -> heading(column, order)).toList();
  }

  /** The orders that the headings lead to. */
  List<Order> orders() {
    return shown().stream()
        .filter(Shown::sortable)
        .map(column -> new Order(column.name(), false))
        .toList();
  }

  private Table.Column heading(Shown column, Order order) {
    boolean here = order.by().equals(column.name());
    boolean next = here ? !order.descending() : column.numeric();
    return new Table.Column(
        column.name(),
        column.title(),
        column.unit(),
        column.numeric(),
        column.sortable() ? address.with("sort", new Order(column.name(), next).text()).href() : "",
        here ? (order.descending() ? "descending" : "ascending") : null);
  }
}

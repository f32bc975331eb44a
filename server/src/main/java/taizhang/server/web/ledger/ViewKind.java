package taizhang.server.web.ledger;

import java.util.ArrayList;
import java.util.List;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Ledger;
import taizhang.server.browse.Order;

/** A way of drawing the same records: a ledger's declaration says which make sense for it. */
enum ViewKind {
  TABLE("", "表格"),
  BOARD("board", "看板"),
  CALENDAR("calendar", "日历"),
  TIMELINE("timeline", "时间线"),
  MAP("map", "地图");

  private final String code;
  private final String title;

  ViewKind(String code, String title) {
    this.code = code;
    this.title = title;
  }

  String code() {
    return code;
  }

  String title() {
    return title;
  }

  /**
   * The kinds a ledger has: those that are declared, or where nothing but the table is, those that
   * its fields allow.
   */
  static List<ViewKind> of(Ledger ledger) {
    boolean declared = ledger.views().stream().anyMatch(view -> !view.equals("table"));
    List<ViewKind> kinds = new ArrayList<>();
    kinds.add(TABLE);
    for (ViewKind kind : List.of(BOARD, CALENDAR, TIMELINE, MAP)) {
      boolean wanted = declared ? ledger.views().contains(kind.code) : kind != TIMELINE;
      if (wanted && kind.possible(ledger)) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  /** The kind of a name; the table where the ledger has no such kind. */
  static ViewKind of(Ledger ledger, String code) {
    return of(ledger).stream().filter(kind -> kind.code.equals(code)).findFirst().orElse(TABLE);
  }

  private boolean possible(Ledger ledger) {
    return switch (this) {
      case TABLE -> true;
      case BOARD -> !columns(ledger).isEmpty();
      case CALENDAR, TIMELINE -> !days(ledger).isEmpty();
      case MAP -> !ledger.livesAt().equals("town") && !ledger.livesAt().equals("county");
    };
  }

  /** What a board can be divided by: the state, or a field of codes. */
  static List<String> columns(Ledger ledger) {
    List<String> columns = new ArrayList<>();
    if (ledger.lifecycle() != null) {
      columns.add(Order.STATE);
    }
    fields(ledger, FieldType.CODE).forEach(field -> columns.add(field.name()));
    return columns;
  }

  /** The dates that a calendar can go by; the one that opens its records first. */
  static List<Field> days(Ledger ledger) {
    List<Field> days = new ArrayList<>(fields(ledger, FieldType.DATE));
    days.sort(java.util.Comparator.comparing((Field f) -> !f.name().equals(ledger.opensOn())));
    return days;
  }

  private static List<Field> fields(Ledger ledger, FieldType type) {
    return ledger.fields().values().stream()
        .filter(f -> f.type() == type && !f.classification().sealed())
        .toList();
  }
}

package taizhang.server.web.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.area.Area;
import taizhang.books.area.AreaTree;
import taizhang.books.entry.Value;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Ledger;
import taizhang.server.browse.Order;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.TownRules;
import taizhang.server.web.FieldText;
import taizhang.server.web.FileDoors;
import taizhang.server.web.Labels;
import taizhang.server.web.Table;

/** Records as lines of the table. */
final class TableLines {

  private static final int LONGEST = 40;

  private final Clearance who;
  private final Ledger ledger;
  private final AreaTree areas;
  private final Map<Long, String> names;
  private final @Nullable DueCell due;

  /** Single values of a ledger, in the words of its table. */
  TableLines(Clearance who, Ledger ledger, TownRules rules) {
    this(who, ledger, rules, Map.of(), null);
  }

  /**
   * Lines of a ledger.
   *
   * @param names what records referred to are called, by their number
   * @param due says of their time limits
   */
  TableLines(
      Clearance who,
      Ledger ledger,
      TownRules rules,
      Map<Long, String> names,
      @Nullable DueCell due) {
    this.who = who;
    this.ledger = ledger;
    this.areas = rules.areas();
    this.due = due;
    this.names = Map.copyOf(names);
  }

  Table.Line line(RecordRow record, List<TableColumns.Shown> columns) {
    boolean editable =
        !record.voided()
            && ledger.master().equals("town")
            && who.may(Right.WRITE, ledger, record.area());
    return new Table.Line(
        Long.toString(record.id()),
        "/" + who.town() + "/records/" + record.id(),
        "第 " + record.id() + " 号记录",
        columns.stream().map(column -> cell(record, column, editable)).toList());
  }

  private Table.Cell cell(RecordRow record, TableColumns.Shown column, boolean editable) {
    Field field = column.field();
    if (field == null) {
      return marked(record, column.name());
    }
    String text = text(field, record.image().fields().get(field.name()));
    boolean cut = text.length() > LONGEST;
    if (field.type().form() == FieldType.Form.LISTING && !field.classification().sealed()) {
      String home = "/" + who.town() + "/records/" + record.id();
      var doors = FileDoors.of(home, record.image().fields().get(field.name()));
      return new Table.Cell(text, "", "", "", doors);
    }
    return new Table.Cell(
        cut ? text.substring(0, LONGEST) + "…" : text,
        field.classification().sealed() && !text.isEmpty() ? "masked" : "",
        cut ? text : "",
        editable && editable(ledger, field) ? edit(record, field) : "");
  }

  private String edit(RecordRow record, Field field) {
    return "/%s/ledgers/%s/cell?record=%d&field=%s"
        .formatted(who.town(), ledger.code(), record.id(), field.name());
  }

  /** True for a field that is edited where it stands: others need the whole form. */
  static boolean editable(Ledger ledger, Field field) {
    boolean simple =
        switch (field.type()) {
          case FILE, PHOTO, REF, INDICATOR -> false;
          default -> true;
        };
    boolean entered = !ledger.isCopied(field.name()) && !ledger.isDerived(field.name());
    return simple && !field.classification().sealed() && entered;
  }

  private Table.Cell marked(RecordRow record, String name) {
    return switch (name) {
      case Order.AREA -> Table.Cell.of(area(areas, record.area()));
      case Order.STATE -> state(record);
      case Order.DUE -> due == null ? Table.Cell.of("") : due.of(record);
      default -> Table.Cell.of(Long.toString(record.id()));
    };
  }

  private Table.Cell state(RecordRow record) {
    String title = FieldText.state(ledger, record.state());
    return new Table.Cell(title, title.isEmpty() ? "" : "tag", "", "");
  }

  static String area(AreaTree areas, @Nullable String code) {
    Area area = code == null ? null : areas.find(code);
    return area == null ? (code == null ? "" : code) : area.name();
  }

  /** What a cell says; the unit stands in the heading. */
  String text(Field field, @Nullable Value value) {
    if (value == null) {
      return "";
    }
    if (field.type() == FieldType.REF && !field.classification().sealed()) {
      return referred(value.asText());
    }
    return TableForm.number(field) && !field.classification().sealed()
        ? number(value.asText())
        : FieldText.of(field, value, areas);
  }

  private String referred(String id) {
    String none = "第 " + id + " 号";
    return id.matches("\\d{1,18}") ? names.getOrDefault(Long.valueOf(id), none) : none;
  }

  private static String number(String text) {
    try {
      return Labels.number(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return text;
    }
  }
}

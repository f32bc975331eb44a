package taizhang.server.web.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import taizhang.books.access.Clearance;
import taizhang.books.entry.Value;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.Ledger;
import taizhang.server.ledger.RecordRows;
import taizhang.server.ledger.RecordView;
import taizhang.server.ledger.TownRules;
import taizhang.server.web.FieldText;
import taizhang.server.web.FileDoors;
import taizhang.server.web.PanelLinks;
import taizhang.server.web.RecordTitle;
import taizhang.server.web.Table;

/** What a record holds, as its page shows it to a person. */
record RecordFields(Clearance who, RecordView view, TownRules now, RecordRows rows) {

  /**
   * The fields in the order of the form.
   *
   * @param clear personal ones that are shown this once
   */
  List<RecordPage.Shown> shown(Map<String, String> clear) {
    Map<Long, String> titles = titles();
    List<RecordPage.Shown> shown = new ArrayList<>();
    for (Field field : view.ledger().fields().values()) {
      Value value = view.image().fields().get(field.name());
      if (value == null || Story.timed(view.ledger(), field.name())) {
        continue;
      }
      String open = clear.get(field.name());
      boolean masked = field.classification().sealed() && open == null;
      List<Table.Door> doors = masked || open != null ? List.of() : doors(field, titles);
      String text = open == null ? text(field, value, titles, masked) : open;
      shown.add(new RecordPage.Shown(field.title(), text, masked, doors));
    }
    view.ledger()
        .retired()
        .forEach((name, field) -> {
          Value value = view.image().fields().get(name);
          if (value != null) {
            String text = FieldText.of(field, value, now.areas());
            boolean masked = field.classification().sealed();
            List<Table.Door> doors =
                masked
                    ? List.of()
                    : FileDoors.of("/" + who.town() + "/records/" + view.id(), value);
            shown.add(new RecordPage.Shown(field.title() + Story.RETIRED, text, masked, doors));
          }
        });
    return shown;
  }

  private String text(Field field, Value value, Map<Long, String> titles, boolean masked) {
    return field.type() == FieldType.REF && !masked && FieldText.fits(field, value)
        ? titles.getOrDefault(Long.valueOf(value.asText()), "第 " + value.asText() + " 号")
        : FieldText.of(field, value, now);
  }

  /** Where what a field holds leads: the record referred to, the figure, files. */
  private List<Table.Door> doors(Field field, Map<Long, String> titles) {
    Value value = view.image().fields().get(field.name());
    String records = "/" + who.town() + "/records/";
    if (field.type() == FieldType.REF && value != null && FieldText.fits(field, value)) {
      Long to = Long.valueOf(value.asText());
      String title = titles.get(to);
      return title == null ? List.of() : List.of(new Table.Door(title, records + to, false));
    }
    if (field.type() == FieldType.INDICATOR && value != null) {
      Indicator indicator = now.packs().indicator(value.asText());
      String href = "/" + who.town() + "/figures/" + PanelLinks.encoded(value.asText());
      return indicator == null
          ? List.of()
          : List.of(new Table.Door(indicator.title(), href, false));
    }
    return FileDoors.of(records + view.id(), value);
  }

  /** What the records it refers to are called, of those the person may read. */
  private Map<Long, String> titles() {
    List<Long> ids =
        view.ledger().fields().values().stream()
            .filter(field -> field.type() == FieldType.REF && !field.classification().sealed())
            .map(field -> view.image().text(field.name()))
            .filter(text -> text.matches("\\d{1,18}"))
            .map(Long::valueOf)
            .toList();
    return titles(who, ids, rows, now);
  }

  static Map<Long, String> titles(Clearance who, List<Long> ids, RecordRows rows, TownRules now) {
    Map<Long, String> titles = new HashMap<>();
    if (!ids.isEmpty()) {
      rows.find(who.town(), ids)
          .values()
          .forEach(row -> {
            Ledger ledger = now.ledger(row.ledger());
            if (now.reads(who, ledger, row.image(), row.area())) {
              titles.put(row.id(), RecordTitle.of(ledger, row.image(), row.id()));
            }
          });
    }
    return titles;
  }
}

package taizhang.server.web.desk;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.matter.MatterRow;
import taizhang.server.matter.MatterRow.Concern;
import taizhang.server.matter.Matters;
import taizhang.server.town.Town;
import taizhang.server.web.Labels;
import taizhang.server.web.Panels;
import taizhang.server.web.RecordTitle;

/** Matters whose time runs out today, and those whose time has run out. */
@Component
@Order(10)
class DueLists implements DeskList {

  private final Matters matters;
  private final Rules rules;

  DueLists(Matters matters, Rules rules) {
    this.matters = matters;
    this.rules = rules;
  }

  @Override
  public List<Shown> of(Town town, Clearance who, int first) {
    if (!who.may(Right.READ)) {
      return List.of();
    }
    LocalDate today = rules.today();
    TownRules current = rules.of(town);
    List<MatterRow> mine =
        matters.inbox(who).stream().filter(row -> row.due() != null && concerns(row)).toList();
    List<MatterRow> late =
        mine.stream().filter(row -> row.concerns().contains(Concern.LATE)).toList();
    List<MatterRow> due =
        mine.stream()
            .filter(row -> !row.concerns().contains(Concern.LATE) && day(row).equals(today))
            .toList();
    return List.of(
        shown("今日到期", due, first, town, current, "到今天办理期限的事项会排在这里。"),
        shown("已超期", late, first, town, current, "过了办理期限还没办完的事项会排在这里。"));
  }

  /** One of those that are the person's to do, or stand with the person's department or village. */
  private static boolean concerns(MatterRow row) {
    return row.concerns().contains(Concern.MINE)
        || row.concerns().contains(Concern.DEPARTMENT)
        || row.concerns().contains(Concern.AREA);
  }

  private static LocalDate day(MatterRow row) {
    LocalDateTime due = Objects.requireNonNull(row.due());
    return due.toLocalDate();
  }

  private static Shown shown(
      String title, List<MatterRow> rows, int first, Town town, TownRules current, String teach) {
    boolean late = title.equals("已超期");
    return new Shown(
        title,
        Integer.toString(rows.size()),
        late && !rows.isEmpty(),
        rows.stream().limit(first).map(row -> row(row, town, current, late)).toList(),
        "",
        teach);
  }

  private static String name(MatterRow row, TownRules current) {
    RecordRow record = row.record();
    return RecordTitle.of(current.ledger(record.ledger()), record.image(), record.id());
  }

  private static Row row(MatterRow row, Town town, TownRules current, boolean late) {
    String area = row.record().area();
    return new Row(
        name(row, current),
        row.ledgerTitle()
            + " · "
            + (area == null ? "" : Panels.name(current.areas(), area) + " · ")
            + row.stateTitle()
            + " · "
            + Labels.day(day(row))
            + "到期",
        "/" + town.code() + "/records/" + row.record().id(),
        late ? "late" : "near");
  }
}

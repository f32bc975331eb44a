package taizhang.server.web.desk;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.server.desk.Desks;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.matter.Inbox;
import taizhang.server.matter.MatterRow;
import taizhang.server.matter.MatterRow.Concern;
import taizhang.server.town.Town;
import taizhang.server.web.Labels;
import taizhang.server.web.Panels;

/** Matters whose time runs out today, and those whose time has run out. */
@Component
@Order(10)
class DueLists implements DeskList {

  private final Inbox inbox;
  private final Rules rules;
  private final Remembered<List<Shown>> known;

  DueLists(Inbox inbox, Rules rules, Desks desks, InstantSource clock) {
    this.inbox = inbox;
    this.rules = rules;
    this.known = new Remembered<>(desks, clock);
  }

  @Override
  public List<Shown> of(Town town, Clearance who, int first) {
    return who.may(Right.READ) ? known.of(town, who, () -> read(town, who, first)) : List.of();
  }

  private List<Shown> read(Town town, Clearance who, int first) {
    TownRules current = rules.of(town);
    Inbox.Counts counts = inbox.counts(who, Inbox.Wanted.own(null));
    return List.of(
        shown("今日到期", Concern.TODAY, counts, who, first, current, "到今天办理期限的事项会排在这里。"),
        shown("已超期", Concern.LATE, counts, who, first, current, "过了办理期限还没办完的事项会排在这里。"));
  }

  private Shown shown(
      String title,
      Concern concern,
      Inbox.Counts counts,
      Clearance who,
      int first,
      TownRules current,
      String teach) {
    long count = counts.of(concern);
    List<MatterRow> rows =
        count == 0 ? List.of() : inbox.page(who, Inbox.Wanted.own(concern), null, first).rows();
    boolean late = concern == Concern.LATE;
    return new Shown(
        title,
        Long.toString(count),
        late && count > 0,
        rows.stream().map(row -> row(row, who.town(), current, late)).toList(),
        count > rows.size() ? "/" + who.town() + "/matters?show=" + (late ? "late" : "today") : "",
        teach);
  }

  private static Row row(MatterRow row, String town, TownRules current, boolean late) {
    String area = row.record().area();
    LocalDateTime due = row.due();
    return new Row(
        row.title(),
        row.ledger().title()
            + " · "
            + (area == null ? "" : Panels.name(current.areas(), area) + " · ")
            + row.stateTitle()
            + (due == null ? "" : " · " + Labels.day(due.toLocalDate()) + "到期"),
        "/" + town + "/records/" + row.record().id(),
        late ? "late" : "near");
  }
}

package taizhang.server.web.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import taizhang.books.access.Clearance;
import taizhang.books.matter.Standing;
import taizhang.books.pack.Ledger;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.RecordRows;
import taizhang.server.ledger.RecordView;
import taizhang.server.ledger.TownRules;
import taizhang.server.matter.MatterLedger;
import taizhang.server.matter.Subject;
import taizhang.server.web.FieldText;
import taizhang.server.web.Labels;

/** Matters of one incident that came by several channels. */
record Incidents(Clearance who, RecordRows rows, TownRules now) {

  /** The other matters of the incidents this one belongs to, as far as the person may read them. */
  List<MatterShown.Other> of(RecordView view, List<RecordRow> links) {
    List<MatterShown.Other> others = new ArrayList<>();
    for (RecordRow link : links) {
      String incident = link.image().text("incident");
      List<Long> ids =
          rows.with(who.town(), List.of(MatterLedger.LINK), "incident", incident).stream()
              .map(row -> row.image().text("matter"))
              .filter(text -> text.matches("\\d{1,18}"))
              .map(Long::valueOf)
              .filter(id -> id != view.id())
              .toList();
      rows.find(who.town(), ids).values().stream()
          .filter(row -> !row.voided() && now.ledger(row.ledger()).lifecycle() != null)
          .filter(row -> now.reads(who, now.ledger(row.ledger()), row.image(), row.area()))
          .forEach(row -> others.add(other(incident, now.ledger(row.ledger()), row)));
    }
    return others;
  }

  private MatterShown.Other other(String incident, Ledger ledger, RecordRow row) {
    return new MatterShown.Other(
        incident,
        ledger.title() + "：" + Subject.of(ledger, row.image(), row.id()),
        FieldText.state(ledger, row.state()),
        due(ledger, row),
        "/" + who.town() + "/records/" + row.id());
  }

  /** By when, by the first of its own clocks. */
  private static String due(Ledger ledger, RecordRow row) {
    return Standing.of(Objects.requireNonNull(ledger.lifecycle()), row.image()).stream()
        .filter(Standing::runs)
        .map(one -> Objects.requireNonNull(one.due()).toLocalDate())
        .min(Comparator.naturalOrder())
        .map(day -> Labels.day(day) + "到期")
        .orElse("");
  }
}

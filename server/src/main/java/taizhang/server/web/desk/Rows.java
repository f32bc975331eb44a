package taizhang.server.web.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.EntryKind;
import taizhang.books.pack.Ledger;
import taizhang.server.desk.Waiting;
import taizhang.server.ledger.TownRules;
import taizhang.server.web.Labels;
import taizhang.server.web.Panels;

/** Records that await somebody, in the words of the screen. */
record Rows(String town, TownRules rules) {

  List<DeskList.Row> of(List<Waiting.Item> items) {
    return items.stream()
        .map(item ->
            new DeskList.Row(
                title(item.ledger()) + " 第" + item.record() + "号",
                about(item),
                "/" + town + "/records/" + item.record(),
                ""))
        .toList();
  }

  String title(String code) {
    @Nullable Ledger ledger = rules.packs().ledger(code);
    return ledger == null ? code : ledger.title();
  }

  private String about(Waiting.Item item) {
    String area = item.area();
    String reason = item.reason();
    return (area == null ? "" : Panels.name(rules.areas(), area) + " · ")
        + Labels.kind(EntryKind.of(item.kind()))
        + " · "
        + rules.nameOf(item.by())
        + " "
        + Labels.moment(item.at())
        + (reason == null || reason.isEmpty() ? "" : " · " + reason);
  }

  static String count(Waiting waiting) {
    return waiting.count() + (waiting.more() ? "+" : "");
  }
}

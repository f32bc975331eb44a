package taizhang.server.web.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.EntryKind;
import taizhang.books.pack.Ledger;
import taizhang.server.desk.News;
import taizhang.server.ledger.TownRules;
import taizhang.server.review.Waiting;
import taizhang.server.web.Labels;
import taizhang.server.web.Panels;

/** Records that await somebody, in the words of the screen. */
record Rows(String town, TownRules rules) {

  DeskList.Row of(News.Item item) {
    String reason = item.reason() == null ? "" : item.reason();
    return row(
        item.ledger(),
        item.record(),
        item.area(),
        entered(EntryKind.of(item.kind()), item.by(), item.at(), reason));
  }

  DeskList.Row of(Waiting item) {
    return row(
        item.ledger(),
        item.record(),
        item.area(),
        entered(item.kind(), item.by(), item.at(), item.reason()));
  }

  private DeskList.Row row(String ledger, long record, @Nullable String area, String about) {
    return new DeskList.Row(
        title(ledger) + " 第" + record + "号",
        (area == null ? "" : Panels.name(rules.areas(), area) + " · ") + about,
        "/" + town + "/records/" + record,
        "");
  }

  private String entered(EntryKind kind, String by, Instant at, String reason) {
    return Labels.kind(kind)
        + " · "
        + rules.nameOf(by)
        + " "
        + Labels.moment(at)
        + (reason.isEmpty() ? "" : " · " + reason);
  }

  String title(String code) {
    Ledger ledger = rules.packs().ledger(code);
    return ledger == null ? code : ledger.title();
  }
}

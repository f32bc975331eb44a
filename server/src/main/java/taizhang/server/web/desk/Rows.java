package taizhang.server.web.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Image;
import taizhang.books.pack.Ledger;
import taizhang.server.desk.News;
import taizhang.server.ledger.TownRules;
import taizhang.server.review.Waiting;
import taizhang.server.web.Labels;
import taizhang.server.web.Panels;
import taizhang.server.web.RecordTitle;

/** Records that await somebody, in the words of the screen. */
record Rows(String town, TownRules rules) {

  DeskList.Row of(News.Item item) {
    String reason = item.reason() == null ? "" : item.reason();
    return row(
        item.ledger(),
        item.record(),
        item.area(),
        item.image(),
        entered(EntryKind.of(item.kind()), item.by(), item.at(), reason));
  }

  DeskList.Row of(Waiting item) {
    return row(
        item.ledger(),
        item.record(),
        item.area(),
        item.image(),
        entered(item.kind(), item.by(), item.at(), item.reason()));
  }

  private DeskList.Row row(
      String ledger, long record, @Nullable String area, Image image, String about) {
    return new DeskList.Row(
        name(ledger, record, image),
        title(ledger)
            + " · "
            + (area == null ? "" : Panels.name(rules.areas(), area) + " · ")
            + about,
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

  private String name(String code, long record, Image image) {
    Ledger ledger = rules.packs().ledger(code);
    return ledger == null ? "第 " + record + " 号" : RecordTitle.of(ledger, image, record);
  }

  String title(String code) {
    Ledger ledger = rules.packs().ledger(code);
    return ledger == null ? code : ledger.title();
  }
}

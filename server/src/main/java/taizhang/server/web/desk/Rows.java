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

  /** News stands below its ledger, which need not be named again. */
  DeskList.Row of(News.Item item) {
    String reason = item.reason() == null ? "" : item.reason();
    Ledger ledger = rules.packs().ledger(item.ledger());
    return new DeskList.Row(
        ledger == null
            ? "第 " + item.record() + " 号"
            : RecordTitle.of(ledger, item.image(), item.record()),
        in(item.area()) + entered(EntryKind.of(item.kind()), item.by(), item.at(), reason),
        "/" + town + "/records/" + item.record(),
        "");
  }

  private String in(@Nullable String area) {
    return area == null ? "" : Panels.name(rules.areas(), area) + " · ";
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
    String name = name(ledger, record, image);
    return new DeskList.Row(
        name,
        in(area) + (name.startsWith(title(ledger)) ? "" : title(ledger) + " · ") + about,
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
    if (ledger == null) {
      return "第 " + record + " 号";
    }
    String title = RecordTitle.of(ledger, image, record);
    return title.codePoints().anyMatch(Character::isIdeographic)
        ? title
        : ledger.title() + " " + title;
  }

  String title(String code) {
    Ledger ledger = rules.packs().ledger(code);
    return ledger == null ? code : ledger.title();
  }
}

package taizhang.server.web.record;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.pack.Ledger;
import taizhang.server.draft.Drafts;
import taizhang.server.draft.Unfinished;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;
import taizhang.server.web.Labels;
import taizhang.server.web.desk.DeskList;

/** Forms that the person began and has not sent, on the desk. */
@Component
@Order(40)
class DraftList implements DeskList {

  private final Drafts drafts;
  private final EnterPages pages;

  DraftList(Drafts drafts, EnterPages pages) {
    this.drafts = drafts;
    this.pages = pages;
  }

  @Override
  public @Nullable Shown of(Town town, Clearance who, int first) {
    if (!who.may(Right.WRITE)) {
      return null;
    }
    TownRules now = pages.rules(who);
    List<Unfinished> unfinished = drafts.of(who);
    List<Row> rows = new ArrayList<>();
    for (Unfinished one : unfinished) {
      Ledger ledger = now.packs().ledger(one.ledger());
      if (ledger != null && rows.size() < first) {
        boolean fresh = one.record() == 0;
        rows.add(
            new Row(
                ledger.title() + (fresh ? "：新登记" : "：第 " + one.record() + " 号"),
                "暂存于 " + Labels.moment(one.saved()),
                fresh
                    ? "/" + town.code() + "/ledgers/" + one.ledger() + "/new"
                    : "/" + town.code() + "/records/" + one.record() + "/enter",
                ""));
      }
    }
    return new Shown(
        "没登记完", Integer.toString(unfinished.size()), false, rows, "", "填到一半离开的登记会留在这里，接着填就行。");
  }
}

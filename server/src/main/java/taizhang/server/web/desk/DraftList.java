package taizhang.server.web.desk;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.server.draft.Drafts;
import taizhang.server.draft.Unfinished;
import taizhang.server.ledger.Rules;
import taizhang.server.town.Town;
import taizhang.server.web.Labels;

/** The forms the person began and has not sent. */
@Component
@Order(40)
class DraftList implements DeskList {

  private final Drafts drafts;
  private final Rules rules;

  DraftList(Drafts drafts, Rules rules) {
    this.drafts = drafts;
    this.rules = rules;
  }

  @Override
  public List<Shown> of(Town town, Clearance who, int first) {
    if (!who.may(Right.WRITE)) {
      return List.of();
    }
    Rows rows = new Rows(town.code(), rules.of(town));
    List<Unfinished> unfinished = drafts.of(who);
    return List.of(
        new Shown(
            "草稿",
            Integer.toString(unfinished.size()),
            false,
            unfinished.stream().limit(first).map(draft -> row(town, rows, draft)).toList(),
            "",
            "没填完的登记会自动存在这里，换一台电脑也能接着填。"));
  }

  private static Row row(Town town, Rows rows, Unfinished draft) {
    String home = "/" + town.code();
    boolean fresh = draft.record() == 0;
    return new Row(
        rows.title(draft.ledger()) + (fresh ? " 新登记" : " 第" + draft.record() + "号"),
        "存于 " + Labels.moment(draft.saved()),
        fresh
            ? home + "/ledgers/" + draft.ledger() + "/new"
            : home + "/records/" + draft.record() + "/enter",
        "");
  }
}

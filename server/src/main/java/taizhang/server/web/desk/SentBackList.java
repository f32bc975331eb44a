package taizhang.server.web.desk;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.server.desk.Desks;
import taizhang.server.desk.Waiting;
import taizhang.server.ledger.Rules;
import taizhang.server.town.Town;

/** What was sent back to the person. */
@Component
@Order(20)
class SentBackList implements DeskList {

  private final Desks desks;
  private final Rules rules;

  SentBackList(Desks desks, Rules rules) {
    this.desks = desks;
    this.rules = rules;
  }

  @Override
  public @Nullable Shown of(Town town, Clearance who, int first) {
    if (!who.may(Right.WRITE)) {
      return null;
    }
    Waiting waiting = desks.sentBack(town, who, first);
    return new Shown(
        "退回给我",
        Rows.count(waiting),
        waiting.count() > 0,
        new Rows(town.code(), rules.of(town)).of(waiting.first()),
        "",
        "审核时退回的登记会排在这里，写明为什么退回；更正后自动离开。");
  }
}

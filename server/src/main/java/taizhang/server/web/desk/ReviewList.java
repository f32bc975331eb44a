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

/** What waits for the person's review. */
@Component
@Order(30)
class ReviewList implements DeskList {

  private final Desks desks;
  private final Rules rules;

  ReviewList(Desks desks, Rules rules) {
    this.desks = desks;
    this.rules = rules;
  }

  @Override
  public @Nullable Shown of(Town town, Clearance who, int first) {
    if (!who.may(Right.REVIEW)) {
      return null;
    }
    Waiting waiting = desks.forReview(town, who, first);
    return new Shown(
        "待我审核",
        Rows.count(waiting),
        false,
        new Rows(town.code(), rules.of(town)).of(waiting.first()),
        "/" + town.code() + "/review",
        "村居登记后需要审核的，会排在这里；先登记的在前。");
  }
}

package taizhang.server.web.desk;

import java.time.InstantSource;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.server.desk.Desks;
import taizhang.server.ledger.Rules;
import taizhang.server.review.Reviews;
import taizhang.server.review.Waiting;
import taizhang.server.town.Town;

/** What was sent back to the person. */
@Component
@Order(20)
class SentBackList implements DeskList {

  private static final int MOST = 200;

  private final Reviews reviews;
  private final Rules rules;
  private final Remembered<List<Shown>> known;

  SentBackList(Reviews reviews, Rules rules, Desks desks, InstantSource clock) {
    this.reviews = reviews;
    this.rules = rules;
    this.known = new Remembered<>(desks, clock);
  }

  @Override
  public List<Shown> of(Town town, Clearance who, int first) {
    if (!who.may(Right.WRITE)) {
      return List.of();
    }
    return known.of(town, who, () -> read(town, who, first));
  }

  private List<Shown> read(Town town, Clearance who, int first) {
    Rows rows = new Rows(town.code(), rules.of(town));
    List<Waiting> returned = reviews.returned(who, MOST);
    return List.of(
        new Shown(
            "退回给我",
            Integer.toString(returned.size()),
            !returned.isEmpty(),
            returned.stream().limit(first).map(rows::of).toList(),
            "",
            "审核时退回的登记会排在这里，写明为什么退回；更正后自动离开。"));
  }
}

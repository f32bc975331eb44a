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

/** What waits for the person's review: others entered it. */
@Component
@Order(30)
class ReviewList implements DeskList {

  /** Among so many oldest ones the first that are not the person's own are looked for. */
  private static final int LOOKED_AT = 50;

  private final Reviews reviews;
  private final Rules rules;
  private final Remembered<List<Shown>> known;

  ReviewList(Reviews reviews, Rules rules, Desks desks, InstantSource clock) {
    this.reviews = reviews;
    this.rules = rules;
    this.known = new Remembered<>(desks, clock);
  }

  @Override
  public List<Shown> of(Town town, Clearance who, int first) {
    if (!who.may(Right.REVIEW)) {
      return List.of();
    }
    return known.of(town, who, () -> read(town, who, first));
  }

  private List<Shown> read(Town town, Clearance who, int first) {
    Rows rows = new Rows(town.code(), rules.of(town));
    List<Row> shown =
        reviews.waiting(who, LOOKED_AT).stream()
            .filter((Waiting waiting) -> !waiting.own())
            .limit(first)
            .map(rows::of)
            .toList();
    return List.of(
        new Shown(
            "待我审核",
            Long.toString(reviews.count(who)),
            false,
            shown,
            "/" + town.code() + "/review",
            "村居登记后需要审核的，会排在这里；先登记的在前。"));
  }
}

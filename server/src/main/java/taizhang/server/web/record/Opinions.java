package taizhang.server.web.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import taizhang.books.access.Clearance;
import taizhang.books.access.Post;
import taizhang.books.access.Right;
import taizhang.books.matter.Doer;
import taizhang.books.pack.Ledger;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.RecordView;
import taizhang.server.ledger.TownRules;
import taizhang.server.matter.MatterLedger;
import taizhang.server.matter.Matters;
import taizhang.server.web.Labels;

/**
 * What supporting departments say of a matter.
 *
 * @param rows what was said
 */
record Opinions(Clearance who, RecordView view, TownRules now, List<RecordRow> rows) {

  List<MatterShown.Opinion> given() {
    return rows.stream().map(this::opinion).toList();
  }

  private MatterShown.Opinion opinion(RecordRow row) {
    LocalDate on = row.image().date("given_on");
    return new MatterShown.Opinion(
        row.image().text("department"),
        row.image().text("opinion"),
        on == null ? "" : Labels.day(on),
        "/" + who.town() + "/records/" + row.id());
  }

  /** The departments that a matter names beside the one that leads, and that said nothing. */
  List<String> silent() {
    Set<String> said =
        rows.stream().map(row -> row.image().text("department")).collect(Collectors.toSet());
    return Matters.supporting(view).stream().filter(one -> !said.contains(one)).toList();
  }

  /** The departments for which the person can give an opinion. */
  List<String> open() {
    Ledger opinion = now.packs().ledger(MatterLedger.OPINION);
    if (opinion == null || MatterLedger.BESIDE.contains(view.ledger().code())) {
      return List.of();
    }
    boolean named =
        new Doer(who, now.areas())
            .addressed(
                Objects.requireNonNull(view.ledger().lifecycle()),
                now.matter(view.ledger(), view.image(), view.area()));
    String lead = Matters.lead(view);
    return named || who.may(Right.WRITE, opinion)
        ? who.posts().stream()
            .map(Post::department)
            .filter(one -> !one.isEmpty() && !one.equals(lead))
            .distinct()
            .toList()
        : List.of();
  }
}

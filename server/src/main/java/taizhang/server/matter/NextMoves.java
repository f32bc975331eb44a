package taizhang.server.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import taizhang.books.access.Clearance;
import taizhang.books.entry.Entry;
import taizhang.books.entry.Image;
import taizhang.books.matter.Doer;
import taizhang.books.matter.Handling;
import taizhang.books.matter.WhoText;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Lifecycle;
import taizhang.books.refusal.ProblemCode;
import taizhang.server.ledger.TownRules;

/** What may come next of a record, and what hinders a person. */
record NextMoves(TownRules town, Clearance who) {

  /**
   * The moves out of a state, permitted to the person or not; the report's are made on its page.
   */
  List<MatterView.Next> of(
      Ledger ledger, Image image, @Nullable String area, String state, List<Entry> entries) {
    if (Clearance.reportsOwn(ledger.code())) {
      return List.of();
    }
    Lifecycle lifecycle = Objects.requireNonNull(ledger.lifecycle());
    Doer doer = new Doer(who, town.areas());
    Doer.Matter matter = town.matter(ledger, image, area);
    List<MatterView.Next> moves = new ArrayList<>();
    lifecycle
        .movesFrom(state)
        .forEach((name, move) -> {
          String hindrance = hindrance(move, lifecycle, doer, matter, entries);
          moves.add(new MatterView.Next(name, move, hindrance.isEmpty(), hindrance));
        });
    return moves;
  }

  private String hindrance(
      Lifecycle.Move move,
      Lifecycle lifecycle,
      Doer doer,
      Doer.Matter matter,
      List<Entry> entries) {
    if (!doer.may(move, matter)) {
      return ProblemCode.NOT_YOURS.message(Locale.CHINESE, List.of(move.title(), WhoText.of(move)));
    }
    String own = Handling.ownState(move, entries, who.login());
    if (own == null) {
      return "";
    }
    String state = Objects.requireNonNull(lifecycle.states().get(own)).title();
    return ProblemCode.OTHER_PERSON.message(Locale.CHINESE, List.of(move.title(), state));
  }
}

package taizhang.server.web.ledger;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.browse.LedgerCounts;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;

/** What ledgers there are. */
@Controller
class ShelfPages {

  private final Rules rules;
  private final LedgerCounts counts;

  ShelfPages(Rules rules, LedgerCounts counts) {
    this.rules = rules;
    this.counts = counts;
  }

  @GetMapping("/{town}/ledgers")
  String shelf(
      @RequestParam(defaultValue = "") String find,
      @RequestHeader(name = "HX-Target", required = false) @Nullable String partial,
      @RequestHeader(name = "HX-History-Restore-Request", defaultValue = "false") boolean restoring,
      Town town,
      Clearance who,
      Model model) {
    TownRules now = rules.of(town);
    boolean any =
        now.packs().packs().stream()
            .flatMap(pack -> pack.ledgers().values().stream())
            .anyMatch(ledger -> who.may(Right.READ, ledger));
    if (!any) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "查阅台账");
    }
    model.addAttribute("town", town);
    model.addAttribute("shelf", Shelf.of(who, now, counts.of(who), find));
    return "shelf".equals(partial) && !restoring ? "ledger/shelf-list" : "ledger/shelf";
  }
}

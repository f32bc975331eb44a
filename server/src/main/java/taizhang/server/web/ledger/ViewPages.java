package taizhang.server.web.ledger;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.pack.Ledger;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.browse.SavedViews;
import taizhang.server.ledger.Rules;
import taizhang.server.town.Town;

/** Keeping views of a ledger. */
@Controller
class ViewPages {

  private final Rules rules;
  private final SavedViews views;

  ViewPages(Rules rules, SavedViews views) {
    this.rules = rules;
    this.views = views;
  }

  @PostMapping("/{town}/ledgers/{ledger}/views")
  String keep(
      @PathVariable String ledger,
      @RequestParam String title,
      @RequestParam(defaultValue = "") String query,
      @RequestParam(defaultValue = "false") boolean shared,
      Town town,
      Clearance who) {
    Ledger kept = rules.of(town).ledger(ledger);
    if (!who.may(Right.READ, kept)) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "查阅“" + kept.title() + "”");
    }
    if (!query.matches("[A-Za-z0-9_.=&%*+-]*")) {
      throw Refusal.of(ProblemCode.NOT_READABLE, "视图", query);
    }
    long id = views.keep(who, kept, title, query, shared);
    String behind = query.isEmpty() ? "" : query + "&";
    return "redirect:/" + town.code() + "/ledgers/" + ledger + "?" + behind + "saved=" + id;
  }

  @PostMapping("/{town}/ledgers/{ledger}/views/{id}/drop")
  String drop(@PathVariable String ledger, @PathVariable long id, Town town, Clearance who) {
    views.drop(who, id);
    return "redirect:/" + town.code() + "/ledgers/" + ledger;
  }
}

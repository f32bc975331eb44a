package taizhang.server.web;

import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import taizhang.server.access.Account;
import taizhang.server.ledger.Rules;
import taizhang.server.report.Reports;
import taizhang.server.town.Town;

/** The choice of towns, for those who hold posts in several. */
@Controller
class HomePage {

  private final Rules rules;
  private final Reports reports;

  HomePage(Rules rules, Reports reports) {
    this.rules = rules;
    this.reports = reports;
  }

  /** One's own town; a choice where one holds posts in several, a word where in none. */
  @GetMapping("/")
  String home(@AuthenticationPrincipal Account account, Model model) {
    List<Town> own = rules.townsOf(account.login());
    if (own.size() == 1) {
      return "redirect:/" + own.getFirst().code();
    }
    model.addAttribute("towns", own.stream().map(this::card).toList());
    return "home";
  }

  private TownCard card(Town town) {
    return new TownCard(town.code(), town.name(), reports.list(town.code()));
  }
}

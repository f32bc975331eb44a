package taizhang.server.web.setup;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import taizhang.books.pack.Pack;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;

/** What is declared: each pack with its ledgers, fields, indicators and their caliber. */
@Controller
class PackPages {

  private final Rules rules;

  PackPages(Rules rules) {
    this.rules = rules;
  }

  @GetMapping("/{town}/packs")
  String packs(Town town, Model model) {
    model.addAttribute("packs", List.copyOf(rules.of(town).packs().packs()));
    return "setup/packs";
  }

  /** The hand-over page of a pack. */
  @GetMapping("/{town}/packs/{name:[a-z][a-z0-9_]*}")
  String pack(Town town, @PathVariable String name, Model model) {
    TownRules now = rules.of(town);
    Pack pack =
        now.packs().packs().stream()
            .filter(p -> p.name().equals(name))
            .findFirst()
            .orElseThrow(() -> Refusal.of(ProblemCode.UNKNOWN_LEDGER, name, "见业务模块一览"));
    model.addAttribute("pack", pack);
    model.addAttribute("record", now.adoptionRecords().getOrDefault(name, 0L));
    return "setup/pack";
  }
}

package taizhang.server.web.report;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.report.Beginnings;
import taizhang.server.report.Dossiers;
import taizhang.server.report.Margins;
import taizhang.server.report.Readership;
import taizhang.server.report.ReportYear;
import taizhang.server.town.Town;

/** The reports of a town by year, and the beginning of the next. */
@Controller
class ReportListPages {

  private final Dossiers dossiers;
  private final Margins margins;
  private final Beginnings beginnings;
  private final Outcomes outcomes;
  private final Rules rules;

  ReportListPages(
      Dossiers dossiers, Margins margins, Beginnings beginnings, Outcomes outcomes, Rules rules) {
    this.outcomes = outcomes;
    this.dossiers = dossiers;
    this.margins = margins;
    this.beginnings = beginnings;
    this.rules = rules;
  }

  /** Who does not work on them sees those that were made public. */
  @GetMapping("/{town}/reports")
  String reports(Town town, Clearance clearance, Model model) {
    Readership who = new Readership(clearance);
    List<ReportYear> years = dossiers.years(town.code());
    TownRules current = rules.of(town);
    model.addAttribute("town", town);
    model.addAttribute("who", who);
    model.addAttribute("rules", current);
    model.addAttribute("owed", who.drafts() ? margins.owed(who) : List.of());
    model.addAttribute(
        "years", who.drafts() ? years : years.stream().filter(ReportYear::published).toList());
    return "report/list";
  }

  /** What next year's report may begin with. */
  @GetMapping("/{town}/reports/{year:\\d{4}}/next")
  String next(Town town, Clearance who, @PathVariable int year, Model model) {
    model.addAttribute("town", town);
    model.addAttribute("year", year);
    model.addAttribute("promises", beginnings.promises(new Readership(who), year));
    return "report/next";
  }

  @PostMapping("/{town}/reports/{year:\\d{4}}/next")
  String begin(
      Town town,
      Clearance who,
      @PathVariable int year,
      @RequestParam(required = false) Set<Integer> promise) {
    Set<Integer> chosen = promise == null ? Set.of() : promise;
    int begun =
        beginnings.begin(new Readership(who), year, chosen, outcomes.answers(who, year + 1));
    return "redirect:/" + town.code() + "/reports/" + begun;
  }
}

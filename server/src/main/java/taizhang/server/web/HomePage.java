package taizhang.server.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import taizhang.server.demo.DemoMark;
import taizhang.server.report.Reports;
import taizhang.server.town.Town;
import taizhang.server.town.Towns;

/** The towns whose books are kept here, with their reports. */
@Controller
class HomePage {

  private final Towns towns;
  private final Reports reports;
  private final DemoMark demo;

  HomePage(Towns towns, Reports reports, DemoMark demo) {
    this.towns = towns;
    this.reports = reports;
    this.demo = demo;
  }

  @GetMapping("/")
  String home(Model model) {
    model.addAttribute("towns", towns.all().stream().map(this::card).toList());
    model.addAttribute("demo", demo.any());
    return "home";
  }

  @GetMapping("/{town:[a-z][a-z0-9_-]*}")
  String town(@PathVariable String town, Model model) {
    model.addAttribute("towns", List.of(card(towns.find(town))));
    model.addAttribute("demo", demo.any());
    return "home";
  }

  private TownCard card(Town town) {
    return new TownCard(town.code(), town.name(), reports.list(town.code()));
  }
}

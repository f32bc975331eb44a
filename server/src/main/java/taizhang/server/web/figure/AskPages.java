package taizhang.server.web.figure;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.server.town.Town;

/** The number box (查数): a question in, a number with its caliber and a sentence to copy out. */
@Controller
class AskPages {

  private static final int LONGEST = 60;

  private final Answers answers;

  AskPages(Answers answers) {
    this.answers = answers;
  }

  @GetMapping("/{town}/ask")
  String ask(Town town, Clearance who, @RequestParam(defaultValue = "") String ask, Model model) {
    model.addAttribute("reply", answers.reply(town, who, cut(ask)));
    return "figures/ask";
  }

  @GetMapping("/{town}/ask/suggest")
  String suggest(
      Town town, Clearance who, @RequestParam(defaultValue = "") String ask, Model model) {
    List<String> titles = ask.isBlank() ? List.of() : answers.suggestions(town, who, cut(ask));
    model.addAllAttributes(Map.of("titles", titles, "town", town.code()));
    return "figures/suggest";
  }

  private static String cut(String ask) {
    return ask.length() > LONGEST ? ask.substring(0, LONGEST) : ask;
  }
}

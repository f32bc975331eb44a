package taizhang.server.web.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import taizhang.books.refusal.Refusal;
import taizhang.server.access.Accounts;
import taizhang.server.access.FirstRun;
import taizhang.server.town.Towns;
import taizhang.server.web.English;

/** The first run: a town is opened and its security administrator admitted. */
@Controller
class FirstRunPages {

  private final Accounts accounts;
  private final FirstRun firstRun;
  private final Towns towns;

  FirstRunPages(Accounts accounts, FirstRun firstRun, Towns towns) {
    this.accounts = accounts;
    this.firstRun = firstRun;
    this.towns = towns;
  }

  @GetMapping("/first-run")
  String form(Model model) {
    return accounts.none()
        ? shown(new FirstRun.Wish("", "", "", "", "", "", ""), List.of(), model)
        : "redirect:/sign-in";
  }

  @PostMapping("/first-run")
  String open(@ModelAttribute FirstRun.Wish wish, HttpServletResponse response, Model model) {
    try {
      firstRun.open(wish);
      return "redirect:/sign-in";
    } catch (Refusal refusal) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      return shown(wish, refusal.text(English.locale()).lines().toList(), model);
    }
  }

  private String shown(FirstRun.Wish wish, List<String> problems, Model model) {
    model.addAttribute("wish", wish);
    model.addAttribute("towns", towns.all());
    model.addAttribute("problems", problems);
    return "signin/first-run";
  }
}

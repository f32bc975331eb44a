package taizhang.server.web.setup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.server.access.Tokens;
import taizhang.server.access.Traces;
import taizhang.server.town.Town;

/** Tokens of machines: handed out and taken back by the system administrator. */
@Controller
class TokenPages {

  private final Tokens tokens;
  private final Traces traces;

  TokenPages(Tokens tokens, Traces traces) {
    this.tokens = tokens;
    this.traces = traces;
  }

  @GetMapping("/{town}/tokens")
  String list(Town town, Clearance who, Model model) {
    return shown(town, who, "", List.of(), model);
  }

  @PostMapping("/{town}/tokens")
  String issue(
      Town town,
      Clearance who,
      @RequestParam String login,
      @RequestParam String name,
      @RequestParam(defaultValue = "false") boolean writes,
      @RequestParam(defaultValue = "90") int days,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    return Attempt.at(
        () -> {
          Duration holds = Duration.ofDays(Math.clamp(days, 1, Tokens.LONGEST.toDays()));
          String secret = tokens.issue(town, who, login.strip(), name, writes, holds);
          traces.leave(town, who.login(), "token", name, login, request.getRemoteAddr());
          return secret;
        },
        response,
        (secret, problems) -> shown(town, who, secret, problems, model));
  }

  @PostMapping("/{town}/tokens/revoke")
  String revoke(Town town, Clearance who, @RequestParam String id, HttpServletRequest request) {
    tokens.revoke(town, who, id);
    traces.leave(town, who.login(), "token", "收回 " + id, "", request.getRemoteAddr());
    return "redirect:/" + town.code() + "/tokens";
  }

  private String shown(
      Town town, Clearance who, String secret, List<String> problems, Model model) {
    model.addAttribute("tokens", tokens.all(town, who));
    model.addAttribute("secret", secret);
    model.addAttribute("problems", problems);
    return "setup/tokens";
  }
}

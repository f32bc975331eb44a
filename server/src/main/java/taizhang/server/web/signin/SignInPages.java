package taizhang.server.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.server.access.Account;
import taizhang.server.access.Accounts;
import taizhang.server.access.Sessions;
import taizhang.server.access.SignIns;
import taizhang.server.access.Traces;
import taizhang.server.ledger.Rules;
import taizhang.server.town.Town;

/** Signing in and out. */
@Controller
class SignInPages {

  private final Accounts accounts;
  private final Sessions sessions;
  private final SignIns signIns;
  private final Rules rules;
  private final Traces traces;
  private final CookieCsrfTokenRepository csrf;

  SignInPages(
      Accounts accounts,
      Sessions sessions,
      SignIns signIns,
      Rules rules,
      Traces traces,
      CookieCsrfTokenRepository csrf) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.signIns = signIns;
    this.rules = rules;
    this.traces = traces;
    this.csrf = csrf;
  }

  @GetMapping("/sign-in")
  String form(@RequestParam(defaultValue = "/") String next, Model model) {
    if (accounts.none()) {
      return "redirect:/first-run";
    }
    return shown(model, "", next, "");
  }

  @PostMapping("/sign-in")
  String signIn(
      @RequestParam(defaultValue = "") String login,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "/") String next,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    String name = login.strip();
    return switch (signIns.attempt(name, password, request.getRemoteAddr())) {
      case SignIns.Outcome.Right(Account account) -> {
        begin(account, request, response);
        yield "redirect:" + local(next);
      }
      case SignIns.Outcome.Wrong() -> {
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        yield shown(model, name, next, "登录名或密码不对，请再试。忘记密码，请安全管理员重置。");
      }
      case SignIns.Outcome.Wait(Duration left) -> {
        response.setStatus(429);
        long minutes = Math.max(1, (left.toSeconds() + 59) / 60);
        yield shown(model, name, next, "连续多次输错，请 " + minutes + " 分钟后再试。");
      }
    };
  }

  @PostMapping("/sign-out")
  String signOut(HttpServletRequest request, HttpServletResponse response) {
    SessionCookie.read(request).ifPresent(sessions::end);
    SessionCookie.clear(request, response);
    csrf.saveToken(null, request, response);
    return "redirect:/sign-in";
  }

  /** A session of its own, whatever the browser brought along: none is taken over. */
  private void begin(Account account, HttpServletRequest request, HttpServletResponse response) {
    SessionCookie.read(request).ifPresent(sessions::end);
    String agent = request.getHeader(HttpHeaders.USER_AGENT);
    String address = request.getRemoteAddr();
    String secret = sessions.start(account, address, agent == null ? "" : agent);
    SessionCookie.set(request, response, secret);
    csrf.saveToken(null, request, response);
    for (Town town : rules.townsOf(account.login())) {
      traces.leave(town, account.login(), "sign-in", account.name(), "", address);
    }
  }

  private static String shown(Model model, String login, String next, String problem) {
    model.addAttribute("login", login);
    model.addAttribute("next", local(next));
    model.addAttribute("problems", problem.isEmpty() ? List.of() : List.of(problem));
    return "signin/sign-in";
  }

  /** Only a place on this site: no other host, no line break. */
  private static String local(String next) {
    boolean here = next.startsWith("/") && !next.startsWith("//") && !next.contains("\\");
    boolean plain = next.chars().noneMatch(Character::isISOControl);
    return here && plain && !next.startsWith("/sign-in") ? next : "/";
  }
}

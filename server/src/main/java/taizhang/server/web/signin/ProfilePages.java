package taizhang.server.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.refusal.Refusal;
import taizhang.server.access.Account;
import taizhang.server.access.Accounts;
import taizhang.server.access.Session;
import taizhang.server.access.Sessions;
import taizhang.server.access.SignIns;
import taizhang.server.ledger.Rules;
import taizhang.server.web.English;

/** One's own profile: posts, password, the browsers one is signed in with. */
@Controller
class ProfilePages {

  private final Accounts accounts;
  private final Sessions sessions;
  private final SignIns signIns;
  private final Rules rules;

  ProfilePages(Accounts accounts, Sessions sessions, SignIns signIns, Rules rules) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.signIns = signIns;
    this.rules = rules;
  }

  @GetMapping("/me")
  String me(@AuthenticationPrincipal Account account, Model model) {
    return shown(account, List.of(), model);
  }

  @PostMapping("/me/password")
  String password(
      @AuthenticationPrincipal Account account,
      @RequestParam(defaultValue = "") String old,
      @RequestParam(defaultValue = "") String fresh,
      @RequestParam(defaultValue = "") String again,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    boolean same = fresh.equals(again);
    boolean right =
        same
            && signIns.attempt(account.login(), old, request.getRemoteAddr())
                instanceof SignIns.Outcome.Right;
    String problem = !same ? "两次输入的新密码不一样" : right ? set(account, fresh, old) : "原密码不对";
    if (!problem.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      return shown(account, List.of(problem), model);
    }
    SessionCookie.clear(request, response);
    return "redirect:/sign-in?changed";
  }

  private String set(Account account, String fresh, String old) {
    if (fresh.equals(old)) {
      return "新密码不能与原密码相同";
    }
    try {
      accounts.setPassword(account.login(), fresh, false);
      return "";
    } catch (Refusal refusal) {
      return refusal.text(English.locale());
    }
  }

  @PostMapping("/me/sessions/end")
  String end(@AuthenticationPrincipal Account account, @RequestParam String id) {
    sessions.end(account, id);
    return "redirect:/me";
  }

  /** Whoever left a browser open somewhere shuts it from here. */
  @PostMapping("/me/sessions/end-others")
  String endOthers(@AuthenticationPrincipal Account account) {
    String here = here();
    sessions.of(account).stream()
        .map(Session::id)
        .filter(id -> !id.equals(here))
        .forEach(id -> sessions.end(account, id));
    return "redirect:/me";
  }

  private static String here() {
    SignedIn signedIn = (SignedIn) SecurityContextHolder.getContext().getAuthentication();
    return signedIn == null ? "" : signedIn.session().id();
  }

  private String shown(Account account, List<String> problems, Model model) {
    model.addAttribute("account", account);
    model.addAttribute("here", here());
    model.addAttribute("sessions", sessions.of(account));
    model.addAttribute("problems", problems);
    model.addAttribute(
        "posts",
        rules.townsOf(account.login()).stream()
            .map(town -> new HeldPosts(town.name(), rules.clearance(town, account.login())))
            .toList());
    return "signin/me";
  }
}

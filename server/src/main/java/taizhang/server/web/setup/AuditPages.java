package taizhang.server.web.setup;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.server.access.People;
import taizhang.server.access.Trace;
import taizhang.server.access.Traces;
import taizhang.server.audit.Verification;
import taizhang.server.audit.VerificationResult;
import taizhang.server.ledger.Rules;
import taizhang.server.town.Town;

/**
 * Who saw, entered and took away what, and whether the books are sound; for the audit
 * administrator.
 */
@Controller
class AuditPages {

  private static final int PAGE = 100;

  private final Traces traces;
  private final People people;
  private final Rules rules;
  private final Verification verification;

  AuditPages(Traces traces, People people, Rules rules, Verification verification) {
    this.traces = traces;
    this.people = people;
    this.rules = rules;
    this.verification = verification;
  }

  @GetMapping("/{town}/audit")
  String audit(
      Town town,
      Clearance who,
      @RequestParam(defaultValue = "seen") String tab,
      @RequestParam(defaultValue = "") String login,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(required = false) Long before,
      Model model) {
    Permission.check(who, Right.AUDIT, "查看审计", "audit");
    long start = before == null ? Long.MAX_VALUE : before;
    List<Trace> found =
        tab.equals("entered")
            ? people.entered(town, who, login, start, PAGE)
            : traces.list(town, login, act, start, PAGE);
    model.addAttribute("lines", found.stream().map(t -> line(t, town)).toList());
    model.addAttribute("next", found.size() < PAGE ? 0 : found.getLast().n());
    model.addAttribute("tab", tab.equals("entered") ? tab : "seen");
    model.addAttribute("login", login);
    model.addAttribute("act", act);
    return "setup/audit";
  }

  /** Reckons the whole chain and all figures anew. */
  @PostMapping("/{town}/audit/verify")
  String verify(Town town, Clearance who, Model model) {
    Permission.check(who, Right.AUDIT, "核验账本", "verify the books");
    VerificationResult result = verification.verify(town.code());
    traces.leave(town, who.login(), "verify", town.name(), result.sound() ? "" : "有问题", "");
    model.addAttribute("result", result);
    return "setup/verified";
  }

  private AuditLine line(Trace trace, Town town) {
    return new AuditLine(
        trace.at(),
        rules.of(town).nameOf(trace.login()),
        trace.login(),
        AuditLine.label(trace.act()),
        trace.subject(),
        trace.detail(),
        trace.address());
  }
}

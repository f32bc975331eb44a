package taizhang.server.web.setup;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import taizhang.books.access.Clearance;
import taizhang.books.access.Post;
import taizhang.books.access.Right;
import taizhang.server.access.People;
import taizhang.server.access.Trace;
import taizhang.server.access.TraceQuery;
import taizhang.server.access.Traces;
import taizhang.server.audit.Verification;
import taizhang.server.audit.VerificationResult;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.Rules;
import taizhang.server.town.Town;
import taizhang.server.web.Attachment;
import taizhang.server.web.Labels;

/**
 * Who saw, entered and took away what, and whether the books are sound; for the audit
 * administrator.
 */
@Controller
class AuditPages {

  private static final int PAGE = 100;

  /** More than this is no file to read; the days are to be chosen more narrowly. */
  private static final int MOST = 50_000;

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

  /** What an address asks for. */
  record Wanted(
      @Nullable String tab,
      @Nullable String login,
      @Nullable String act,
      @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
      @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
      @Nullable Long before) {

    private static String or(@Nullable String text) {
      return Objects.requireNonNullElse(text, "").strip();
    }

    boolean entered() {
      return "entered".equals(tab);
    }

    AuditFilter filter() {
      return new AuditFilter(
          entered() ? "entered" : "seen",
          or(login),
          or(act),
          from == null ? "" : from.toString(),
          to == null ? "" : to.toString());
    }
  }

  @GetMapping("/{town}/audit")
  String audit(Town town, Clearance who, @ModelAttribute Wanted wanted, Model model) {
    Permission.check(who, Right.AUDIT, "查看审计", "audit");
    long start = wanted.before() == null ? Long.MAX_VALUE : wanted.before();
    List<Trace> found = find(town, who, wanted, start, PAGE);
    model.addAttribute("lines", found.stream().map(t -> line(t, town)).toList());
    model.addAttribute("next", found.size() < PAGE ? 0 : found.getLast().n());
    model.addAttribute("filter", wanted.filter());
    return "setup/audit";
  }

  /** The trail as a file; that it was taken stands in the trail. */
  @GetMapping("/{town}/audit/trail.{kind:csv|xlsx}")
  ResponseEntity<byte[]> file(
      Town town,
      Clearance who,
      @PathVariable String kind,
      @ModelAttribute Wanted wanted,
      HttpServletRequest request) {
    Permission.check(who, Right.AUDIT, "导出审计记载", "export the audit trail");
    List<List<Object>> rows = new ArrayList<>();
    rows.add(List.of("时间", "姓名", "登录名", "事项", "对象", "原因、数量", "来自"));
    for (Trace trace : find(town, who, wanted, Long.MAX_VALUE, MOST)) {
      AuditLine line = line(trace, town);
      rows.add(
          List.of(
              Labels.moment(line.at()),
              line.name(),
              line.login(),
              line.act(),
              line.subject(),
              line.detail(),
              line.address()));
    }
    traces.leave(
        town, who.login(), "export", "审计记载", rows.size() - 1 + " 条", request.getRemoteAddr());
    return Attachment.table(town.name() + "审计记载", kind, rows);
  }

  private List<Trace> find(Town town, Clearance who, Wanted wanted, long before, int limit) {
    AuditFilter filter = wanted.filter();
    LocalDate to = wanted.to();
    TraceQuery query =
        new TraceQuery(
            filter.login().isEmpty() ? null : logins(town, filter.login()),
            filter.act(),
            start(wanted.from()),
            to == null ? null : start(to.plusDays(1)),
            before,
            limit);
    return wanted.entered() ? people.entered(town, who, query) : traces.list(town, query);
  }

  private static @Nullable Instant start(@Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay(Entries.ZONE).toInstant();
  }

  /** Whom a name or a login means. */
  private List<String> logins(Town town, String asked) {
    List<String> logins = new ArrayList<>(List.of(asked));
    rules.of(town).posts().stream()
        .filter(post -> post.name().contains(asked))
        .map(Post::login)
        .distinct()
        .forEach(logins::add);
    return logins;
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
    String name = rules.of(town).nameOf(trace.login());
    boolean oneself = trace.subject().equals(name) || trace.subject().equals(trace.login());
    return new AuditLine(
        trace.at(),
        name,
        trace.login(),
        AuditLine.label(trace.act()),
        oneself ? "" : trace.subject(),
        trace.detail(),
        trace.address());
  }
}

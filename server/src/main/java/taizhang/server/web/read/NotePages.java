package taizhang.server.web.read;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.books.pack.Indicator;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.prose.catalogue.Catalogue;
import taizhang.prose.claim.Claim;
import taizhang.prose.review.Verdict;
import taizhang.server.reading.Marginalia;

/** What people decide beside a text: on a finding, and on what a claim speaks of. */
@Controller
class NotePages {

  private static final int CANDIDATES = 8;

  private final ReadDesk desk;
  private final Marginalia marginalia;

  NotePages(ReadDesk desk, Marginalia marginalia) {
    this.desk = desk;
    this.marginalia = marginalia;
  }

  /**
   * Accepts or dismisses a finding, or takes that back ({@code open}).
   *
   * @param id which of several findings of one name was clicked
   */
  @PostMapping("/{town}/read/{document:\\d{1,9}}/findings/{fingerprint:[0-9a-f]{16}}")
  String decide(
      Clearance who,
      @PathVariable int document,
      @PathVariable String fingerprint,
      @RequestParam(defaultValue = "") String id,
      @RequestParam String verdict,
      @RequestParam(defaultValue = "") String reason,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
      Model model) {
    ReadShown before = desk.shown(who, document, 0);
    FindingLine line = ReadDesk.finding(before, fingerprint, id);
    settle(who, document, line, verdict, reason);
    if (!part) {
      String at = line.finding().id();
      return "redirect:" + before.at().at(at) + "#" + at;
    }
    ReadShown after = desk.shown(who, document, 0);
    model.addAttribute("shown", after);
    model.addAttribute("line", ReadDesk.finding(after, fingerprint, id));
    return "read/decided";
  }

  private void settle(
      Clearance who, int document, FindingLine line, String verdict, String reason) {
    if (!verdict.equals("open")) {
      Verdict said = verdict.equals("dismiss") ? Verdict.DISMISS : Verdict.ACCEPT;
      marginalia.rule(who, document, line.finding(), said, reason);
    } else if (line.ruling() != null) {
      marginalia.reopen(who, document, line.ruling().decision());
    }
  }

  /** What a claim may speak of. */
  @GetMapping("/{town}/read/{document:\\d{1,9}}/claims/{fingerprint:[0-9a-f]{16}}")
  String candidates(
      Clearance who,
      @PathVariable int document,
      @PathVariable String fingerprint,
      @RequestParam(defaultValue = "") String look,
      Model model) {
    ReadShown shown = desk.shown(who, document, 0);
    Claim claim = shown.perusal().claim(fingerprint);
    String wanted = look.isBlank() ? claim.subject() : look.strip();
    List<Candidate> found =
        shown.perusal().catalogue().candidates(wanted, claim.unit(), CANDIDATES).stream()
            .map(fit -> candidate(shown, fit))
            .toList();
    model.addAttribute("shown", shown);
    model.addAttribute("fingerprint", fingerprint);
    model.addAttribute("claim", claim);
    model.addAttribute("look", wanted);
    model.addAttribute("found", found);
    return "read/candidates";
  }

  private static Candidate candidate(ReadShown shown, Catalogue.Fit fit) {
    Indicator indicator =
        Objects.requireNonNull(shown.rules().packs().indicator(fit.code()), fit.code());
    return new Candidate(
        fit.code(), indicator.title(), indicator.unit(), Math.round(fit.score() * 100) + "%");
  }

  /** Says what a claim speaks of; empty for no indicator. */
  @PostMapping("/{town}/read/{document:\\d{1,9}}/claims/{fingerprint:[0-9a-f]{16}}")
  String choose(
      Clearance who,
      @PathVariable int document,
      @PathVariable String fingerprint,
      @RequestParam(defaultValue = "") String indicator,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
      Model model) {
    ReadShown before = desk.shown(who, document, 0);
    Claim claim = before.perusal().claim(fingerprint);
    if (!indicator.isEmpty() && before.rules().packs().indicator(indicator) == null) {
      throw Refusal.of(ProblemCode.UNKNOWN_INDICATOR, indicator, claim.subject());
    }
    marginalia.choose(who, document, fingerprint, indicator);
    if (!part) {
      return "redirect:" + before.at().at(claim.id()) + "#" + claim.id();
    }
    ReadShown after = desk.shown(who, document, 0);
    model.addAttribute("shown", after);
    model.addAttribute("line", desk.claim(after, claim));
    return "read/claim";
  }
}

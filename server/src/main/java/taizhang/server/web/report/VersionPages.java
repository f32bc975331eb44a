package taizhang.server.web.report;

import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.books.pack.Lifecycle;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.Rules;
import taizhang.server.report.Composition;
import taizhang.server.report.Pinned;
import taizhang.server.report.Proofs;
import taizhang.server.report.Readership;
import taizhang.server.report.VersionChange;
import taizhang.server.report.Versions;

/** Versions: circulate, move on, take a number over, compare. */
@Controller
@RequestMapping("/{town}/reports/{year:\\d{4}}")
class VersionPages {

  private final PaperDesk desk;
  private final Versions versions;
  private final Rules rules;

  VersionPages(PaperDesk desk, Versions versions, Rules rules) {
    this.desk = desk;
    this.versions = versions;
    this.rules = rules;
  }

  @PostMapping("/versions")
  String circulate(Clearance who, @PathVariable int year) {
    new Readership(who).mustWrite();
    Pinned made = versions.circulate(who.town(), year, new Readership(who).author());
    return "redirect:" + new Address(who.town(), year, made.number()).with("show", "versions");
  }

  /** Moves a version on by a move its lifecycle declares. */
  @PostMapping("/versions/{number}/{move}")
  String move(
      Clearance who,
      @PathVariable int year,
      @PathVariable int number,
      @PathVariable String move,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String waived) {
    PaperShown shown = desk.shown(who, year, number);
    Pinned version = Objects.requireNonNull(shown.version());
    Lifecycle.Move made = shown.dossier().circulation().movesFrom(version.state()).get(move);
    if (made == null) {
      String known = String.join("、", shown.dossier().circulation().moves().keySet());
      throw Refusal.of(ProblemCode.MOVE_NOT_ALLOWED, version.state(), move, known);
    }
    if (!shown.who().moves(made)) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, made.title() + "报告", "move the report on");
    }
    versions.move(
        version,
        made.to(),
        missing(shown.report()),
        Proofs.openErrors(shown.marks()),
        waived,
        reason,
        shown.who().author(),
        rules.today());
    return "redirect:" + shown.at().with("show", "versions");
  }

  private static int missing(Composition report) {
    return report.problems().size();
  }

  /** Takes one number over from the books as they are now. */
  @PostMapping("/versions/{number}/numbers/{n}")
  String refresh(
      Clearance who, @PathVariable int year, @PathVariable int number, @PathVariable int n) {
    PaperShown shown = desk.shown(who, year, number);
    shown.who().mustWrite();
    Pinned version = Objects.requireNonNull(shown.version());
    if (shown.dossier().title(version.state()).isEmpty() || settled(shown, version)) {
      throw Refusal.of(ProblemCode.ALREADY, "这一稿已定稿，数字不再更新；先退回修改");
    }
    versions.refresh(version, n, shown.who().author());
    return "redirect:" + shown.at().with("show", "about");
  }

  /** A version that only publishing or sending back can follow stands still. */
  private static boolean settled(PaperShown shown, Pinned version) {
    return shown.dossier().circulation().movesFrom(version.state()).values().stream()
        .allMatch(move -> move.reason() || last(shown, move));
  }

  private static boolean last(PaperShown shown, Lifecycle.Move move) {
    Lifecycle.State to = shown.dossier().circulation().states().get(move.to());
    return to != null && to.last();
  }

  /**
   * Two versions beside each other, paragraph by paragraph.
   *
   * @param from the earlier version's number, 0 for the draft
   * @param to the later version's number, 0 for the draft
   */
  @GetMapping("/compare")
  String compare(
      Clearance who,
      @PathVariable int year,
      @RequestParam(defaultValue = "0") int from,
      @RequestParam(defaultValue = "0") int to,
      Model model) {
    new Readership(who).mustDraft();
    PaperShown before = desk.shown(who, year, from);
    PaperShown after = desk.shown(who, year, to);
    model.addAttribute("before", before);
    model.addAttribute("after", after);
    model.addAttribute("changes", VersionChange.between(before.report(), after.report()));
    return "report/compare";
  }
}

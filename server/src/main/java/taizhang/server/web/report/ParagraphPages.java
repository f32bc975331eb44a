package taizhang.server.web.report;

import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import taizhang.books.access.Clearance;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.Rules;
import taizhang.server.report.Drafting;
import taizhang.server.report.Margins;
import taizhang.server.report.Readership;
import taizhang.server.report.Sketch;
import taizhang.server.report.Sketching;
import taizhang.server.report.StaleParagraph;
import taizhang.server.web.English;

/** What people do to a paragraph: write it, talk about it, ask a department for it. */
@Controller
@RequestMapping("/{town}/reports/{year:\\d{4}}")
class ParagraphPages {

  private final PaperDesk desk;
  private final Drafting drafting;
  private final Sketching sketching;
  private final Margins margins;
  private final Outcomes outcomes;
  private final Rules rules;

  ParagraphPages(
      PaperDesk desk,
      Drafting drafting,
      Sketching sketching,
      Margins margins,
      Outcomes outcomes,
      Rules rules) {
    this.outcomes = outcomes;
    this.desk = desk;
    this.drafting = drafting;
    this.sketching = sketching;
    this.margins = margins;
    this.rules = rules;
  }

  /** Keeps a paragraph; where it cannot, the page comes back with all that was typed. */
  @PostMapping("/paragraphs/{id}")
  ModelAndView save(
      Clearance who,
      @PathVariable int year,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String lead,
      @RequestParam String text,
      @RequestParam(defaultValue = "") String seenLead,
      @RequestParam String seenText) {
    PaperShown shown = desk.shown(who, year, 0);
    Sketch sketch = sketching.sketch(shown.report().outline(), text);
    Editor typed =
        new Editor(
            shown.at(),
            id,
            lead,
            text,
            seenLead,
            seenText,
            sketch,
            null,
            sketch.problems(),
            shown.who().writes());
    return sketch.problems().isEmpty()
        ? kept(shown, typed)
        : again(shown, typed, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ModelAndView kept(PaperShown shown, Editor typed) {
    String id = typed.paragraph();
    try {
      drafting.rewrite(
          shown.who(),
          shown.at().year(),
          id,
          typed.seenLead(),
          typed.seenText(),
          typed.lead(),
          typed.text());
      return new ModelAndView("redirect:" + shown.at().paragraph(id) + "#p-" + id);
    } catch (StaleParagraph stale) {
      return again(shown, typed.against(stale), HttpStatus.CONFLICT);
    } catch (Refusal refusal) {
      List<String> problems = refusal.text(English.locale()).lines().toList();
      return again(shown, typed.refused(problems), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private ModelAndView again(PaperShown shown, Editor editor, HttpStatus status) {
    ModelAndView page = new ModelAndView("report/paper", status);
    page.addObject("shown", shown);
    page.addObject("editor", editor);
    page.addObject("side", desk.whole(shown, Side.Tab.ABOUT));
    return page;
  }

  /** How a text would read, while it is typed. */
  @PostMapping("/paragraphs/{id}/sketch")
  String sketch(Clearance who, @PathVariable int year, @RequestParam String text, Model model) {
    PaperShown shown = desk.shown(who, year, 0);
    shown.who().mustDraft();
    model.addAttribute("sketch", sketching.sketch(shown.report().outline(), text));
    return "report/sketch";
  }

  /** Indicators that could be cited, with their figures now. */
  @GetMapping("/citations")
  String citations(
      Clearance who,
      @PathVariable int year,
      @RequestParam(defaultValue = "") String q,
      Model model) {
    PaperShown shown = desk.shown(who, year, 0);
    shown.who().mustDraft();
    model.addAttribute("asked", q);
    model.addAttribute("offers", sketching.offers(who, shown.report().outline(), q));
    return "report/offers";
  }

  /** What became of the year's tasks, each a sentence to be taken into a paragraph. */
  @GetMapping("/outcomes")
  String outcomes(Clearance who, @PathVariable int year, Model model) {
    new Readership(who).mustDraft();
    model.addAttribute("town", who.town());
    model.addAttribute("outcomes", outcomes.of(who, year));
    return "report/outcomes";
  }

  @PostMapping("/paragraphs/{id}/remove")
  String remove(
      Clearance who,
      @PathVariable int year,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String seenLead,
      @RequestParam String seenText) {
    drafting.remove(new Readership(who), year, id, seenLead, seenText);
    return "redirect:" + new Address(who.town(), year, 0).with("show", "versions");
  }

  @PostMapping("/paragraphs/{id}/put-back")
  String putBack(Clearance who, @PathVariable int year, @PathVariable String id) {
    drafting.putBack(new Readership(who), year, id);
    return back(who, year, id) + "#p-" + id;
  }

  @PostMapping("/paragraphs/{id}/restore")
  String restore(
      Clearance who, @PathVariable int year, @PathVariable String id, @RequestParam long seq) {
    drafting.restore(new Readership(who), year, id, seq);
    return back(who, year, id) + "#p-" + id;
  }

  @PostMapping("/paragraphs/{id}/assignments")
  String assign(
      Clearance who,
      @PathVariable int year,
      @PathVariable String id,
      @RequestParam String department,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate due) {
    margins.assign(new Readership(who), year, id, department, due);
    return back(who, year, id);
  }

  @PostMapping("/paragraphs/{id}/assignments/{record}/{move}")
  String moveAssignment(
      Clearance who,
      @PathVariable int year,
      @PathVariable String id,
      @PathVariable long record,
      @PathVariable String move,
      @RequestParam(defaultValue = "") String reason) {
    Readership mover = new Readership(who);
    if (move.equals("release")) {
      margins.release(mover, year, record);
    } else {
      margins.moveAssignment(mover, year, record, move, reason, rules.today());
    }
    return back(who, year, id);
  }

  @PostMapping("/paragraphs/{id}/comments")
  String say(
      Clearance who,
      @PathVariable int year,
      @PathVariable String id,
      @RequestParam String text,
      @RequestParam(defaultValue = "0") long answers) {
    margins.say(new Readership(who), year, id, text, answers);
    return back(who, year, id);
  }

  @PostMapping("/paragraphs/{id}/comments/{record}/{move}")
  String moveComment(
      Clearance who,
      @PathVariable int year,
      @PathVariable String id,
      @PathVariable long record,
      @PathVariable String move) {
    margins.moveComment(new Readership(who), year, record, move, rules.today());
    return back(who, year, id);
  }

  /** Lets a finding stand for a reason. */
  @PostMapping("/findings/{fingerprint}")
  String dismiss(
      Clearance who,
      @PathVariable int year,
      @PathVariable String fingerprint,
      @RequestParam(defaultValue = "") String reason) {
    PaperShown shown = desk.shown(who, year, 0);
    for (var mark : shown.openMarks()) {
      if (mark.decided().finding().fingerprint().equals(fingerprint)) {
        margins.dismiss(shown.who(), year, mark.decided().finding(), reason);
        return mark.paragraph().isEmpty()
            ? "redirect:" + shown.at().with("show", "checks")
            : back(who, year, mark.paragraph());
      }
    }
    return "redirect:" + shown.at().with("show", "checks");
  }

  private static String back(Clearance who, int year, String paragraph) {
    return "redirect:" + new Address(who.town(), year, 0).paragraph(paragraph);
  }
}

package taizhang.server.web.record;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Image;
import taizhang.books.entry.Receipt;
import taizhang.books.entry.Submission;
import taizhang.books.pack.Ledger;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;

/** A new record, by the form that its ledger declares. */
@Controller
class OpeningForms {

  private final Entries entries;
  private final Unsent unsent;
  private final EnterPages pages;
  private final SentFiles files;

  OpeningForms(Entries entries, Unsent unsent, EnterPages pages, SentFiles files) {
    this.entries = entries;
    this.unsent = unsent;
    this.pages = pages;
    this.files = files;
  }

  private static Ledger writable(Clearance who, TownRules now, String code) {
    Ledger ledger = now.ledger(code);
    if (!who.may(Right.WRITE, ledger)) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "登记“" + ledger.title() + "”");
    }
    return ledger;
  }

  @GetMapping("/{town}/ledgers/{code}/new")
  String form(
      Town town,
      Clearance who,
      @PathVariable String code,
      HttpServletRequest request,
      Model model) {
    TownRules now = pages.rules(who);
    Ledger ledger = writable(who, now, code);
    Map<String, String> kept = unsent.find(who, code, 0);
    Typed typed = kept == null ? Typed.of(request) : new Typed(kept);
    model.addAttribute("page", pages.opening(who, now, ledger, typed, Told.NOTHING, kept != null));
    return "record/enter";
  }

  /** What the form would move; keeps what was typed as a draft. */
  @PostMapping("/{town}/ledgers/{code}/new/preview")
  String preview(
      Town town,
      Clearance who,
      @PathVariable String code,
      HttpServletRequest request,
      Model model) {
    TownRules now = pages.rules(who);
    Ledger ledger = writable(who, now, code);
    Typed typed = Typed.of(request);
    boolean keeps = typed.touched();
    if (keeps) {
      unsent.keep(who, code, 0, typed);
    }
    try {
      Submission opening = submission(ledger, typed).keyed(null);
      model.addAttribute(
          "moved",
          new Movings(now, who.town()).of(entries.rehearse(who, List.of(opening)).posted()));
      model.addAttribute("told", Told.NOTHING);
    } catch (Refusal refusal) {
      model.addAttribute("moved", List.of());
      model.addAttribute("told", Told.of(refusal, Set.of(), who.town()));
    }
    model.addAttribute("kept", keeps);
    return "record/preview";
  }

  @PostMapping("/{town}/ledgers/{code}/new")
  String enter(
      Town town,
      Clearance who,
      @PathVariable String code,
      HttpServletRequest request,
      Model model) {
    TownRules now = pages.rules(who);
    Ledger ledger = now.ledger(code);
    Typed typed = Typed.of(request);
    try {
      typed = files.with(typed, who, request);
      Receipt receipt = entries.append(who, submission(ledger, typed));
      unsent.discard(who, code, 0);
      return "redirect:/" + who.town() + "/records/" + receipt.record() + "?done=" + receipt.seq();
    } catch (Refusal refusal) {
      Told told = Told.of(refusal, EnterPages.inputs(ledger), who.town());
      model.addAttribute("page", pages.opening(who, now, ledger, typed, told, false));
      return "record/enter";
    }
  }

  @PostMapping("/{town}/ledgers/{code}/new/discard")
  String discard(Town town, Clearance who, @PathVariable String code) {
    unsent.discard(who, code, 0);
    return "redirect:/" + who.town() + "/ledgers/" + code;
  }

  private static Submission submission(Ledger ledger, Typed typed) {
    LocalDate on = typed.date("on", "日期");
    return new Submission(
        ledger.code(),
        EntryKind.OPEN,
        null,
        null,
        null,
        typed.orNull("area"),
        on,
        typed.patch(ledger, Image.EMPTY),
        null,
        null,
        typed.orNull("key"));
  }
}

package taizhang.server.web.record;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.entry.Receipt;
import taizhang.books.pack.Ledger;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.RecordView;
import taizhang.server.ledger.Records;
import taizhang.server.ledger.TownRules;
import taizhang.server.matter.Matters;
import taizhang.server.town.Town;

/**
 * What is entered about a record: it changed, it was wrong, it moves on, it should not be there.
 * What that would move is shown while the form is filled in.
 */
@Controller
class RecordForms {

  private final Records records;
  private final Entries entries;
  private final Unsent unsent;
  private final EnterPages pages;
  private final Matters matters;
  private final SentFiles files;

  RecordForms(
      Records records,
      Entries entries,
      Unsent unsent,
      EnterPages pages,
      Matters matters,
      SentFiles files) {
    this.records = records;
    this.entries = entries;
    this.unsent = unsent;
    this.pages = pages;
    this.matters = matters;
    this.files = files;
  }

  /** The record, where the person may enter this about it; else refused, saying why not. */
  private RecordView writable(Clearance who, long id, String as) {
    RecordView view = records.find(who, id);
    if (as.startsWith(EntryForm.MOVE) && view.ledger().lifecycle() != null) {
      matters.permitted(who, view, as.substring(EntryForm.MOVE.length()));
    } else if (!who.may(Right.WRITE, view.ledger(), view.area())) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "登记“" + view.ledger().title() + "”");
    }
    if (view.voided()) {
      throw Refusal.of(ProblemCode.RECORD_VOID, id);
    }
    return view;
  }

  @GetMapping("/{town}/records/{id:\\d{1,15}}/enter")
  String form(
      Town town,
      Clearance who,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String as,
      @RequestParam(required = false) @Nullable Long of,
      Model model) {
    RecordView view = records.find(who, id);
    Map<String, String> kept = of == null ? unsent.find(who, view.ledger().code(), id) : null;
    String wanted = as.isEmpty() && kept != null ? kept.getOrDefault("as", "") : as;
    writable(who, id, wanted);
    EntryForm form = EntryForm.fresh(view, wanted.isEmpty() ? EntryForm.CHANGE : wanted, of);
    TownRules now = pages.rules(who);
    if (kept != null && continues(kept.getOrDefault("as", ""), form.as())) {
      form = form.with(new Typed(kept).with("as", form.as()));
      model.addAttribute("page", returned(who, now, form, Told.NOTHING, true));
    } else {
      model.addAttribute("page", opened(who, now, form));
    }
    return "record/enter";
  }

  /** The form before anything is typed; what to void would move, or why it cannot be voided. */
  private EnterPage opened(Clearance who, TownRules now, EntryForm form) {
    Told told = Told.NOTHING;
    List<Moving> moved = List.of();
    if (form.as().equals(EntryForm.VOID)) {
      try {
        moved = trial(who, now, form);
      } catch (Refusal refusal) {
        told = Told.of(refusal, EnterPages.inputs(form.view().ledger()), who.town());
      }
    }
    return pages.about(who, now, form, told, false, List.of(), moved);
  }

  /** A change may turn out to be a correction and the other way round: what was typed stays. */
  private static boolean continues(String kept, String as) {
    boolean both =
        (kept.equals(EntryForm.CHANGE) || kept.equals(EntryForm.CORRECT))
            && (as.equals(EntryForm.CHANGE) || as.equals(EntryForm.CORRECT));
    return both || kept.equals(as);
  }

  private List<Moving> trial(Clearance who, TownRules now, EntryForm form) {
    return new Movings(now, who.town())
        .of(entries.rehearse(who, List.of(form.submission(true))).posted());
  }

  /** What the form would move; keeps what was typed as a draft. */
  @PostMapping("/{town}/records/{id:\\d{1,15}}/enter/preview")
  String preview(
      Town town,
      Clearance who,
      @PathVariable long id,
      @RequestParam String as,
      HttpServletRequest request,
      Model model) {
    RecordView view = writable(who, id, as);
    EntryForm form = new EntryForm(view, as, Typed.of(request));
    boolean keeps = !as.equals(EntryForm.VOID);
    if (keeps) {
      unsent.keep(who, view.ledger().code(), id, form.typed());
    }
    TownRules now = pages.rules(who);
    try {
      model.addAttribute("moved", trial(who, now, form));
      model.addAttribute("told", Told.NOTHING);
    } catch (Refusal refusal) {
      model.addAttribute("moved", List.of());
      model.addAttribute("told", Told.of(refusal, java.util.Set.of(), who.town()));
    }
    model.addAttribute("kept", keeps);
    return "record/preview";
  }

  @PostMapping("/{town}/records/{id:\\d{1,15}}/enter")
  String enter(
      Town town,
      Clearance who,
      @PathVariable long id,
      @RequestParam String as,
      HttpServletRequest request,
      Model model) {
    RecordView view = records.find(who, id);
    EntryForm form = new EntryForm(view, as, Typed.of(request));
    Ledger ledger = view.ledger();
    try {
      form = form.with(files.with(form.typed(), who, request));
      Receipt receipt = entries.append(who, form.submission(false));
      unsent.discard(who, ledger.code(), id);
      return "redirect:/" + who.town() + "/records/" + id + "?done=" + receipt.seq();
    } catch (Refusal refusal) {
      Told told = Told.of(refusal, EnterPages.inputs(ledger), who.town());
      model.addAttribute("page", returned(who, pages.rules(who), form, told, false));
      return "record/enter";
    }
  }

  /** The form as it was sent; over what others entered meanwhile, where they did. */
  private EnterPage returned(
      Clearance who, TownRules now, EntryForm form, Told told, boolean kept) {
    if (!form.stale()) {
      return pages.about(who, now, form, told, kept);
    }
    return pages.about(who, now, form.renewed(), told, kept, form.conflicts(), List.of());
  }

  @PostMapping("/{town}/records/{id:\\d{1,15}}/enter/discard")
  String discard(Town town, Clearance who, @PathVariable long id) {
    RecordView view = records.find(who, id);
    unsent.discard(who, view.ledger().code(), id);
    return "redirect:/" + who.town() + "/records/" + id;
  }
}

package taizhang.server.web.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Ledger;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.browse.Browse;
import taizhang.server.browse.Selection;
import taizhang.server.exchange.OneByOne;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;

/** Entering one field where it stands in the table. */
@Controller
class CellPages {

  private final Rules rules;
  private final Browse browse;
  private final Entries entries;
  private final OneByOne singly;

  CellPages(Rules rules, Browse browse, Entries entries, OneByOne singly) {
    this.rules = rules;
    this.browse = browse;
    this.entries = entries;
    this.singly = singly;
  }

  /** A field of a record that is being looked at. */
  private record Cell(
      Clearance who, TownRules rules, Ledger ledger, RecordRow record, Field field) {
    String standing() {
      return record.image().text(field.name());
    }

    String said() {
      TableLines lines = new TableLines(who, ledger, rules);
      return lines.text(field, record.image().fields().get(field.name()));
    }
  }

  private Cell cell(Town town, Clearance who, String code, long id, String field) {
    TownRules now = rules.of(town);
    Ledger ledger = now.ledger(code);
    List<RecordRow> found = browse.find(who, Selection.all(code), Set.of(id));
    if (found.isEmpty()) {
      throw Refusal.of(ProblemCode.UNKNOWN_RECORD, id);
    }
    Field declared = Edit.blank(field, "").field(ledger);
    return new Cell(who, now, ledger, found.getFirst(), declared);
  }

  @GetMapping("/{town}/ledgers/{ledger}/cell")
  String form(
      @PathVariable String ledger,
      @RequestParam long record,
      @RequestParam String field,
      @RequestParam(defaultValue = "") String back,
      @RequestHeader(name = "HX-Target", required = false) @Nullable String partial,
      Town town,
      Clearance who,
      Model model) {
    Cell cell = cell(town, who, ledger, record, field);
    String typed = cell.standing();
    if (cell.field().type() == FieldType.YES_NO) {
      typed = cell.said();
    }
    Edit edit = Edit.blank(field, typed);
    model.addAttribute(
        "form", form(cell, back, cell.record().version(), cell.said(), edit, false, List.of()));
    return partial == null ? "ledger/cell" : "ledger/cell-form";
  }

  @PostMapping("/{town}/ledgers/{ledger}/cell/preview")
  String preview(
      @PathVariable String ledger,
      @RequestParam long record,
      @ModelAttribute Edit edit,
      Town town,
      Clearance who,
      Model model) {
    Cell cell = cell(town, who, ledger, record, edit.field());
    OneByOne.Done done =
        singly.rehearse(
            who, List.of(edit.submission(cell.ledger(), cell.rules().areas(), record, null)));
    model.addAttribute(
        "problems", done.refused().values().stream().map(p -> p.message(Locale.CHINESE)).toList());
    model.addAttribute("moved", MovedLine.of(town.code(), done.moved(), rules.today()));
    return "ledger/moves";
  }

  @PostMapping("/{town}/ledgers/{ledger}/cell")
  @Nullable String enter(
      @PathVariable String ledger,
      @RequestParam long record,
      @RequestParam long seen,
      @RequestParam(defaultValue = "") String was,
      @RequestParam(defaultValue = "") String back,
      @ModelAttribute Edit edit,
      @RequestHeader(name = "HX-Target", required = false) @Nullable String partial,
      Town town,
      Clearance who,
      Model model,
      HttpServletResponse response) {
    Cell cell = cell(town, who, ledger, record, edit.field());
    try {
      entries.append(who, edit.submission(cell.ledger(), cell.rules().areas(), record, seen));
    } catch (Refusal refusal) {
      boolean stale = refusal.code() == ProblemCode.STALE_VERSION;
      List<String> lines = stale ? List.of() : refusal.text(Locale.CHINESE).lines().toList();
      long newest = stale ? cell.record().version() : seen;
      model.addAttribute("form", form(cell, back, newest, was, edit, stale, lines));
      return partial == null ? "ledger/cell" : "ledger/cell-form";
    }
    String next = done(home(cell), back);
    if (partial == null) {
      return "redirect:" + next;
    }
    response.setHeader("HX-Redirect", next);
    return null;
  }

  private static CellForm form(
      Cell cell,
      String back,
      long seen,
      String was,
      Edit edit,
      boolean stale,
      List<String> problems) {
    String home = home(cell);
    return new CellForm(
        home + "/cell",
        own(home, back) ? back : home,
        cell.record().id(),
        name(cell),
        seen,
        was,
        stale ? cell.said() : "",
        stale,
        edit,
        ValueInput.of(cell.ledger(), edit),
        problems);
  }

  private static String name(Cell cell) {
    TableLines lines = new TableLines(cell.who(), cell.ledger(), cell.rules());
    Field first = cell.ledger().fields().firstEntry().getValue();
    String text = lines.text(first, cell.record().image().fields().get(first.name()));
    return text.isEmpty() ? "第 " + cell.record().id() + " 号记录" : text;
  }

  private static String home(Cell cell) {
    return "/" + cell.who().town() + "/ledgers/" + cell.ledger().code();
  }

  private static boolean own(String home, String back) {
    return back.equals(home) || back.startsWith(home + "?");
  }

  /** The table again, saying that it was entered. */
  private static String done(String home, String back) {
    String to = own(home, back) ? back : home;
    return to + (to.contains("?") ? "&" : "?") + "done=entered";
  }
}

package taizhang.server.web.record;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
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
import taizhang.books.matter.Doer;
import taizhang.books.pack.Classification;
import taizhang.books.pack.Ledger;
import taizhang.server.access.Disclosures;
import taizhang.server.access.Traces;
import taizhang.server.ledger.Effects;
import taizhang.server.ledger.RecordRows;
import taizhang.server.ledger.RecordView;
import taizhang.server.ledger.Records;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;
import taizhang.server.web.FieldText;
import taizhang.server.web.RecordTitle;

/** A record: what it holds, what lies beside it, and who entered what, when and why. */
@Controller
class RecordPages {

  private final Records records;
  private final RecordRows rows;
  private final Rules rules;
  private final Effects effects;
  private final Disclosures disclosures;
  private final Traces traces;
  private final MatterParts matters;

  RecordPages(
      Records records,
      RecordRows rows,
      Rules rules,
      Effects effects,
      Disclosures disclosures,
      Traces traces,
      MatterParts matters) {
    this.records = records;
    this.rows = rows;
    this.rules = rules;
    this.effects = effects;
    this.disclosures = disclosures;
    this.traces = traces;
    this.matters = matters;
  }

  @GetMapping("/{town}/records/{id:\\d{1,15}}")
  String record(
      Town town,
      Clearance who,
      @PathVariable long id,
      @RequestParam(required = false) @Nullable Long done,
      Model model) {
    show(town, who, id, Map.of(), model);
    if (done != null) {
      TownRules now = rules.of(town);
      model.addAttribute("done", new Movings(now, town.code()).of(effects.of(who, id, done)));
    }
    return "record/record";
  }

  /** Personal fields in the clear, this once. */
  @PostMapping("/{town}/records/{id:\\d{1,15}}/reveal")
  String reveal(
      Town town,
      Clearance who,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String reason,
      HttpServletRequest request,
      Model model) {
    Map<String, String> clear = disclosures.open(who, id, reason, request.getRemoteAddr());
    show(town, who, id, clear, model);
    return "record/record";
  }

  @GetMapping("/{town}/records/{id:\\d{1,15}}/print")
  String print(
      Town town, Clearance who, @PathVariable long id, HttpServletRequest request, Model model) {
    show(town, who, id, Map.of(), model);
    traces.leave(town, who.login(), "print", "记录 " + id, "", request.getRemoteAddr());
    model.addAttribute("printing", true);
    return "record/record";
  }

  private void show(Town town, Clearance who, long id, Map<String, String> clear, Model model) {
    RecordView view = records.find(who, id);
    TownRules now = rules.of(town);
    model.addAttribute("page", page(who, view, now, clear));
    model.addAttribute("clear", !clear.isEmpty());
  }

  private RecordPage page(
      Clearance who, RecordView view, TownRules now, Map<String, String> clear) {
    Ledger ledger = view.ledger();
    Story story = new Story(now);
    boolean writes =
        !view.voided()
            && now.packs().ledger(ledger.code()) != null
            && who.may(Right.WRITE, ledger, view.area());
    return new RecordPage(
        who.town(),
        view.id(),
        ledger.code(),
        ledger.title(),
        RecordTitle.of(ledger, view.image(), view.id()),
        FieldText.area(now.areas(), view.area()),
        FieldText.state(ledger, view.state()),
        notes(view, now),
        new RecordFields(who, view, now, rows).shown(clear),
        matters.moves(who, view),
        matters.of(who, view),
        writes,
        writes || handles(who, view, now),
        opens(who, view),
        story.files(view),
        story.of(view));
  }

  private static List<String> notes(RecordView view, TownRules now) {
    List<String> notes = new ArrayList<>();
    if (now.packs().ledger(view.ledger().code()) == null) {
      notes.add("台账已停用");
    }
    if (view.voided()) {
      notes.add("已作废");
    }
    if (view.pending()) {
      boolean returned = view.entries().getLast().kind() == taizhang.books.entry.EntryKind.RETURN;
      notes.add(returned ? "已退回" : "待审");
    }
    return notes;
  }

  /** Whoever deals with a matter lays what proves it beside it. */
  private static boolean handles(Clearance who, RecordView view, TownRules now) {
    var lifecycle = view.ledger().lifecycle();
    return lifecycle != null
        && !view.voided()
        && new Doer(who, now.areas())
            .addressed(lifecycle, now.matter(view.ledger(), view.image(), view.area()));
  }

  private static boolean opens(Clearance who, RecordView view) {
    return List.of(Classification.PERSONAL, Classification.SENSITIVE).stream()
        .anyMatch(c -> who.reveals(view.ledger(), view.area(), c));
  }
}

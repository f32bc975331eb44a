package taizhang.server.web.matter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.books.entry.Value;
import taizhang.books.pack.Ledger;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.exchange.OneByOne;
import taizhang.server.ledger.Rules;
import taizhang.server.matter.Inbox;
import taizhang.server.matter.MatterLedger;
import taizhang.server.matter.MatterRow;
import taizhang.server.town.Town;
import taizhang.server.web.ledger.Outcome;
import taizhang.server.web.record.StepInputs;

/** A step for several matters at once: what was done and what was refused is told one by one. */
@Controller
class BulkMatterPages {

  private final Inbox inbox;
  private final Rules rules;
  private final OneByOne singly;
  private final StepInputs inputs;

  BulkMatterPages(Inbox inbox, Rules rules, OneByOne singly, StepInputs inputs) {
    this.inbox = inbox;
    this.rules = rules;
    this.singly = singly;
    this.inputs = inputs;
  }

  private List<MatterRow> ticked(Clearance who, List<Long> records) {
    if (records.size() > Inbox.LARGEST_PAGE) {
      throw Refusal.of(ProblemCode.TOO_LARGE, "所选事项", Inbox.LARGEST_PAGE, records.size());
    }
    return inbox.find(who, records);
  }

  @PostMapping("/{town}/matters/bulk")
  String choose(
      Town town,
      Clearance who,
      @RequestParam(name = "record", defaultValue = "") List<Long> records,
      Model model) {
    Map<String, List<MatterRow>> groups = new LinkedHashMap<>();
    for (MatterRow row : ticked(who, records)) {
      groups.computeIfAbsent(row.ledger().code(), code -> new ArrayList<>()).add(row);
    }
    List<BulkShown.Group> shown = new ArrayList<>();
    groups.forEach((code, rows) -> {
      Ledger ledger = rows.getFirst().ledger();
      shown.add(
          new BulkShown.Group(
              code,
              ledger.title(),
              rows.stream().map(row -> one(town, row, "")).toList(),
              code.equals(MatterLedger.DOCUMENT) ? List.of() : BulkStep.of(who, ledger, rows)));
    });
    model.addAttribute("shown", new BulkShown(town.code(), shown));
    return "matter/bulk";
  }

  private static BulkShown.One one(Town town, MatterRow row, String hindrance) {
    long id = row.record().id();
    return new BulkShown.One(
        id, row.title(), row.stateTitle(), "/" + town.code() + "/records/" + id, hindrance);
  }

  @PostMapping("/{town}/matters/bulk/{ledger}/step")
  String step(
      Town town,
      Clearance who,
      @PathVariable String ledger,
      @RequestParam String step,
      @RequestParam(name = "record") List<Long> records,
      Model model) {
    BulkStep wanted = BulkStep.parse(rules.of(town).ledger(ledger), step);
    model.addAttribute(
        "form",
        new BulkShown.Form(
            town.code(),
            ledger,
            wanted.ledger().title(),
            step,
            wanted.title(),
            rows(who, ledger, records).stream()
                .map(row -> one(town, row, wanted.hindrance(who, row)))
                .toList(),
            wanted.move() == null
                ? inputs.of(who, wanted.ledger(), wanted.needs())
                : inputs.of(who, wanted.ledger(), wanted.move()),
            wanted.move() != null && wanted.move().reason()));
    return "matter/bulk-step";
  }

  private List<MatterRow> rows(Clearance who, String ledger, List<Long> records) {
    return ticked(who, records).stream().filter(row -> row.ledger().code().equals(ledger)).toList();
  }

  @PostMapping("/{town}/matters/bulk/{ledger}/enter")
  String enter(
      Town town,
      Clearance who,
      @PathVariable String ledger,
      @RequestParam String step,
      @RequestParam(name = "record") List<Long> records,
      @RequestParam(defaultValue = "") String reason,
      HttpServletRequest request,
      Model model) {
    BulkStep made = BulkStep.parse(rules.of(town).ledger(ledger), step);
    List<MatterRow> rows = rows(who, ledger, records);
    Map<String, Value> fields = inputs.read(made.ledger(), made.needs(), request);
    @Nullable String why = reason.isBlank() ? null : reason.strip();
    OneByOne.Done done =
        singly.enter(
            who,
            rows.stream().map(row -> made.submission(row, fields, why)).toList(),
            (at, of) -> {});
    model.addAttribute("town", town.code());
    model.addAttribute("outcome", outcome(town, made, rows, done));
    return "ledger/outcome";
  }

  private static Outcome outcome(
      Town town, BulkStep made, List<MatterRow> rows, OneByOne.Done done) {
    int bad = done.refused().size();
    String back = "/" + town.code() + "/matters";
    return new Outcome(
        "批量办理结果：" + made.title(),
        bad == 0 ? "都已办理。" : "已办理的保留；没有办理的 " + bad + " 件见下，写明了为什么。",
        bad == 0,
        List.of(new Outcome.Count("已办理", rows.size() - (long) bad), new Outcome.Count("没有办理", bad)),
        List.of(),
        lines(town, made, rows, done),
        back,
        "",
        "",
        List.of());
  }

  private static List<Outcome.Line> lines(
      Town town, BulkStep made, List<MatterRow> rows, OneByOne.Done done) {
    List<Outcome.Line> lines = new ArrayList<>();
    for (int n = 0; n < rows.size(); n++) {
      MatterRow row = rows.get(n);
      Problem problem = done.refused().get(n);
      lines.add(
          new Outcome.Line(
              row.title(),
              "/" + town.code() + "/records/" + row.record().id(),
              made.title(),
              problem == null ? "已办理" : problem.message(Locale.CHINESE),
              problem != null));
    }
    lines.sort(Comparator.comparing(line -> !line.bad()));
    return lines;
  }
}

package taizhang.server.web.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.pack.Ledger;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.browse.Browse;
import taizhang.server.browse.Order;
import taizhang.server.browse.Selection;
import taizhang.server.exchange.OneByOne;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;
import taizhang.server.web.FieldText;

/** Entering the same field of many records: what would come of it, then what came of it. */
@Controller
class BulkPages {

  private static final int MOST = 500;

  private final Rules rules;
  private final Browse browse;
  private final OneByOne singly;
  private final LongWorks works;

  BulkPages(Rules rules, Browse browse, OneByOne singly, LongWorks works) {
    this.rules = rules;
    this.browse = browse;
    this.singly = singly;
    this.works = works;
  }

  /** Records that were ticked, as they stand. */
  private record Ticked(
      Clearance who, TownRules rules, Ledger ledger, List<RecordRow> rows, Map<Long, Long> seen) {
    String home() {
      return "/" + who.town() + "/ledgers/" + ledger.code();
    }

    List<Submission> submissions(Edit edit) {
      return rows.stream()
          .map(row ->
              edit.submission(
                  ledger, rules.areas(), row.id(), seen.getOrDefault(row.id(), row.version())))
          .toList();
    }
  }

  /** Reads what was ticked: {@code 17}, or with the entry seen, {@code 17-204}. */
  private Ticked ticked(Town town, Clearance who, String code, List<String> records) {
    TownRules now = rules.of(town);
    Ledger ledger = now.ledger(code);
    if (!who.may(Right.WRITE, ledger)) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "登记“" + ledger.title() + "”");
    }
    Map<Long, Long> seen = new LinkedHashMap<>();
    List<Long> ids = new ArrayList<>();
    for (String record : records) {
      if (!record.matches("\\d{1,18}(-\\d{1,18})?")) {
        throw Refusal.of(ProblemCode.NOT_READABLE, "记录", record);
      }
      int mark = record.indexOf('-');
      long id = Long.parseLong(mark < 0 ? record : record.substring(0, mark));
      ids.add(id);
      if (mark > 0) {
        seen.put(id, Long.valueOf(record.substring(mark + 1)));
      }
    }
    if (ids.size() > MOST) {
      throw Refusal.of(ProblemCode.TOO_LARGE, "所选记录", MOST, ids.size());
    }
    return new Ticked(who, now, ledger, browse.find(who, Selection.all(code), ids), seen);
  }

  @PostMapping("/{town}/ledgers/{ledger}/bulk")
  String form(
      @PathVariable String ledger,
      @RequestParam(name = "record", defaultValue = "") List<String> records,
      Town town,
      Clearance who,
      Model model) {
    Ticked ticked = ticked(town, who, ledger, records);
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    if (ticked.ledger().lifecycle() != null) {
      fields.put(Order.STATE, TableColumns.title(Order.STATE));
    }
    ticked.ledger().fields().values().stream()
        .filter(field -> TableLines.editable(ticked.ledger(), field))
        .forEach(field -> fields.put(field.name(), field.title()));
    model.addAttribute("home", ticked.home());
    model.addAttribute("title", ticked.ledger().title());
    model.addAttribute("records", kept(ticked));
    model.addAttribute("fields", fields);
    return "ledger/bulk";
  }

  @GetMapping("/{town}/ledgers/{ledger}/bulk/input")
  String input(@PathVariable String ledger, @RequestParam String field, Town town, Model model) {
    Ledger declared = rules.of(town).ledger(ledger);
    model.addAttribute("input", ValueInput.of(declared, Edit.blank(field, "")));
    return "ledger/value";
  }

  @PostMapping("/{town}/ledgers/{ledger}/bulk/preview")
  String preview(
      @PathVariable String ledger,
      @RequestParam(name = "record") List<String> records,
      @ModelAttribute Edit edit,
      Town town,
      Clearance who,
      Model model) {
    Ticked ticked = ticked(town, who, ledger, records);
    OneByOne.Done done = singly.rehearse(who, ticked.submissions(edit));
    model.addAttribute("town", town.code());
    model.addAttribute("outcome", wouldBe(ticked, edit, done));
    return "ledger/outcome";
  }

  private Outcome wouldBe(Ticked ticked, Edit edit, OneByOne.Done done) {
    List<Outcome.Kept> kept = new ArrayList<>(kept(ticked));
    edit.said().forEach((name, value) -> kept.add(new Outcome.Kept(name, value)));
    int bad = done.refused().size();
    int fine = ticked.rows().size() - bad;
    return new Outcome(
        "批量修改预览",
        fine == 0 ? "这些记录都不能这样修改，账上什么也没有改。" : "确认之前，账上什么也没有改。",
        bad == 0,
        List.of(new Outcome.Count("将修改", fine), new Outcome.Count("不能修改", bad)),
        MovedLine.of(ticked.who().town(), done.moved(), rules.today()),
        lines(ticked, edit, done),
        ticked.home(),
        ticked.home(),
        fine == 0 ? "" : ticked.home() + "/bulk/enter",
        kept);
  }

  @PostMapping("/{town}/ledgers/{ledger}/bulk/enter")
  String enter(
      @PathVariable String ledger,
      @RequestParam(name = "record") List<String> records,
      @ModelAttribute Edit edit,
      Town town,
      Clearance who) {
    Ticked ticked = ticked(town, who, ledger, records);
    List<Submission> submissions = ticked.submissions(edit);
    LongWork work =
        works.start(
            who,
            "批量修改“" + ticked.ledger().title() + "”",
            ticked.home(),
            begun ->
                LongWork.Ended.with(
                    entered(ticked, edit, singly.enter(who, submissions, begun::at))));
    return WorkPages.after(town.code(), work);
  }

  private static Outcome entered(Ticked ticked, Edit edit, OneByOne.Done done) {
    int bad = done.refused().size();
    return new Outcome(
        "批量修改结果",
        bad == 0 ? "都已登记。" : "已登记的保留；没有登记的 " + bad + " 条见下，处理后可以重新选择再改。",
        bad == 0,
        List.of(
            new Outcome.Count("已登记", ticked.rows().size() - (long) bad),
            new Outcome.Count("没有登记", bad)),
        List.of(),
        lines(ticked, edit, done),
        ticked.home(),
        "",
        "",
        List.of());
  }

  private static List<Outcome.Kept> kept(Ticked ticked) {
    return ticked.rows().stream()
        .map(row ->
            new Outcome.Kept(
                "record", row.id() + "-" + ticked.seen().getOrDefault(row.id(), row.version())))
        .toList();
  }

  private static List<Outcome.Line> lines(Ticked ticked, Edit edit, OneByOne.Done done) {
    List<Outcome.Line> lines = new ArrayList<>();
    TableLines said = new TableLines(ticked.who(), ticked.ledger(), ticked.rules());
    var first = ticked.ledger().fields().firstEntry().getValue();
    for (int n = 0; n < ticked.rows().size(); n++) {
      RecordRow row = ticked.rows().get(n);
      Problem problem = done.refused().get(n);
      String name = said.text(first, row.image().fields().get(first.name()));
      lines.add(
          new Outcome.Line(
              name.isEmpty() ? "第 " + row.id() + " 号" : name,
              "/" + ticked.who().town() + "/records/" + row.id(),
              ValueInput.of(ticked.ledger(), edit).title(),
              problem == null ? changed(ticked, edit, row, said) : problem.message(Locale.CHINESE),
              problem != null));
    }
    lines.sort(java.util.Comparator.comparing(line -> !line.bad()));
    return lines;
  }

  private static String changed(Ticked ticked, Edit edit, RecordRow row, TableLines said) {
    if (edit.moving()) {
      return FieldText.state(ticked.ledger(), row.state())
          + " → "
          + FieldText.state(ticked.ledger(), edit.value());
    }
    var field = edit.field(ticked.ledger());
    Value now =
        edit.submission(ticked.ledger(), ticked.rules().areas(), row.id(), null)
            .patch()
            .get(field.name());
    String was = said.text(field, row.image().fields().get(field.name()));
    return (was.isEmpty() ? "（空）" : was) + " → " + said.text(field, now);
  }
}

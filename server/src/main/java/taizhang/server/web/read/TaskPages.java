package taizhang.server.web.read;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.books.matter.Doer;
import taizhang.books.pack.Indicator;
import taizhang.books.refusal.Refusal;
import taizhang.prose.claim.Claim;
import taizhang.prose.commitment.Commitment;
import taizhang.server.reading.Made;
import taizhang.server.reading.TaskDraft;
import taizhang.server.reading.TaskDrafting;
import taizhang.server.reading.Tasks;
import taizhang.server.web.English;

/** Making tasks of commitments: a table to look over and fill in, then the tasks. */
@Controller
class TaskPages {

  private static final int MOST = 100;
  private static final int CANDIDATES = 6;

  private final ReadDesk desk;
  private final TaskDrafting drafting;
  private final Tasks tasks;

  TaskPages(ReadDesk desk, TaskDrafting drafting, Tasks tasks) {
    this.drafting = drafting;
    this.desk = desk;
    this.tasks = tasks;
  }

  /** The commitments chosen, with what the reading knows of them filled in. */
  @GetMapping("/{town}/read/{document:\\d{1,9}}/tasks")
  String table(
      Clearance who,
      @PathVariable int document,
      @RequestParam(name = "c", required = false) Set<String> chosen,
      Model model) {
    ReadShown shown = desk.shown(who, document, 0);
    List<TaskDraft> drafts =
        drafting.drafts(
            who,
            shown.rules(),
            shown.perusal(),
            shown.margin(),
            commitments(shown, chosen == null ? Set.of() : chosen));
    List<String> problems = drafts.isEmpty() ? List.of("没有选中承诺；回到清单，勾选要立为任务的。") : List.of();
    return page(shown, year(shown), drafts, Map.of(), problems, model);
  }

  /** Those of the chosen that are no task yet. */
  private static List<Commitment> commitments(ReadShown shown, Set<String> chosen) {
    return shown.perusal().reading().commitments().stream()
        .filter(c -> chosen.contains(shown.perusal().name(c.id())))
        .filter(c -> shown.margin().record(Made.TASK, shown.perusal().name(c.id())) == 0)
        .limit(MOST)
        .toList();
  }

  private static int year(ReadShown shown) {
    return shown.perusal().reading().commitments().stream()
        .mapToInt(shown.perusal()::planYear)
        .filter(y -> y != 0)
        .findFirst()
        .orElse(shown.perusal().reviewYear() + 1);
  }

  private static String page(
      ReadShown shown,
      int year,
      List<TaskDraft> drafts,
      Map<String, String> wrong,
      List<String> problems,
      Model model) {
    Tasks.ledger(shown.who(), shown.rules());
    model.addAttribute("shown", shown);
    model.addAttribute("year", year);
    model.addAttribute("drafts", drafts);
    model.addAttribute("wrong", wrong);
    model.addAttribute("problems", problems);
    model.addAttribute("departments", shown.rules().departments());
    model.addAttribute("indicators", indicators(shown, drafts));
    return "read/tasks";
  }

  /** For each draft the indicators that may tell its progress. */
  private static Map<String, List<Indicator>> indicators(ReadShown shown, List<TaskDraft> drafts) {
    Map<String, List<Indicator>> all = new TreeMap<>();
    for (TaskDraft draft : drafts) {
      TreeSet<String> codes = new TreeSet<>();
      codes.add(draft.indicator());
      codes.addAll(alike(shown, draft));
      List<Indicator> found = new ArrayList<>();
      for (String code : codes) {
        Indicator indicator = shown.rules().packs().indicator(code);
        if (indicator != null) {
          found.add(indicator);
        }
      }
      all.put(draft.fingerprint(), found);
    }
    return all;
  }

  private static List<String> alike(ReadShown shown, TaskDraft draft) {
    for (Commitment commitment : shown.perusal().reading().commitments()) {
      Claim target =
          commitment.target() == null ? null : shown.perusal().claims().get(commitment.target());
      if (target != null && shown.perusal().name(commitment.id()).equals(draft.fingerprint())) {
        return shown
            .perusal()
            .catalogue()
            .candidates(target.subject(), target.unit(), CANDIDATES)
            .stream()
            .map(fit -> fit.code())
            .toList();
      }
    }
    return List.of();
  }

  /** Makes the tasks; where something is missing, the table is shown again as it was filled in. */
  @PostMapping("/{town}/read/{document:\\d{1,9}}/tasks")
  String make(
      Clearance who,
      @PathVariable int document,
      @RequestParam MultiValueMap<String, String> form,
      @RequestParam int year,
      HttpServletResponse response,
      Model model) {
    ReadShown shown = desk.shown(who, document, 0);
    List<TaskDraft> drafts = drafts(form);
    Map<String, String> wrong = Tasks.problems(shown.rules(), drafts);
    if (!wrong.isEmpty() || drafts.isEmpty()) {
      response.setStatus(422);
      return page(shown, year, drafts, wrong, List.of("还有要填的，已在行内标出；没有立任何任务。"), model);
    }
    try {
      String source = "《" + shown.manuscript().title() + "》";
      tasks.make(who, shown.rules(), document, source, year, drafts);
      return "redirect:" + shown.at().tab("commitments");
    } catch (Refusal refused) {
      if (refused.code().number() >= 500) {
        throw refused;
      }
      response.setStatus(422);
      return page(
          shown, year, drafts, Map.of(), refused.text(English.locale()).lines().toList(), model);
    }
  }

  private static List<TaskDraft> drafts(MultiValueMap<String, String> form) {
    List<TaskDraft> drafts = new ArrayList<>();
    List<String> names = form.getOrDefault("c", List.of());
    for (int i = 0; i < Math.min(names.size(), MOST); i++) {
      drafts.add(
          new TaskDraft(
              names.get(i),
              field(form, "sentence", i),
              field(form, "name", i),
              field(form, "department", i),
              supporting(field(form, "supporting", i)),
              field(form, "due", i),
              field(form, "indicator", i),
              field(form, "target", i)));
    }
    return drafts;
  }

  /** However people divide them. */
  private static String supporting(String typed) {
    return String.join(
        Doer.SEPARATOR,
        Stream.of(typed.split("[、，,;；\\s]+")).filter(one -> !one.isEmpty()).distinct().toList());
  }

  private static String field(MultiValueMap<String, String> form, String name, int row) {
    List<String> values = form.getOrDefault(name, List.of());
    return row < values.size() ? values.get(row).strip() : "";
  }
}

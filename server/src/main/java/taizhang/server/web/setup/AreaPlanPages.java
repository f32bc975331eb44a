package taizhang.server.web.setup;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.area.Area;
import taizhang.books.area.AreaTree;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.AreaChanges;
import taizhang.server.ledger.Rules;
import taizhang.server.town.Town;

/** What a change of an area would do, shown before it is done. */
@Controller
class AreaPlanPages {

  private final Rules rules;
  private final AreaChanges changes;

  AreaPlanPages(Rules rules, AreaChanges changes) {
    this.rules = rules;
    this.changes = changes;
  }

  /** What a new name would change, before it is given. */
  @GetMapping("/{town}/areas/rename")
  String planRename(
      Town town,
      Clearance who,
      @RequestParam String code,
      @RequestParam(defaultValue = "") String name,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      Model model) {
    model.addAttribute("plan", AreaPlan.rename(known(town, who, code), name.strip(), from));
    return "setup/plan";
  }

  /** What would move with an area, before it is moved. */
  @GetMapping("/{town}/areas/move")
  String planMove(
      Town town,
      Clearance who,
      @RequestParam String code,
      @RequestParam String fresh,
      @RequestParam String parent,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate last,
      Model model) {
    model.addAttribute(
        "plan",
        AreaPlan.move(
            rules.of(town).areas(),
            known(town, who, code),
            fresh.strip(),
            known(town, who, parent),
            last,
            changes.living(town.code(), code)));
    return "setup/plan";
  }

  /** An area whoever may change areas speaks of. */
  private Area known(Town town, Clearance who, String code) {
    Permission.check(who, Right.SET_UP, AreaPages.MAY_NOT, "change areas");
    Area area = rules.of(town).areas().find(code);
    if (area == null) {
      throw Refusal.of(ProblemCode.UNKNOWN_AREA, code);
    }
    return area;
  }

  /** What a merger would move, before it is done. */
  @GetMapping("/{town}/areas/merge")
  String plan(
      Town town,
      Clearance who,
      @RequestParam String code,
      @RequestParam(defaultValue = "") String into,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate last,
      Model model) {
    Area from = known(town, who, code);
    AreaTree tree = rules.of(town).areas();
    model.addAttribute("from", from);
    model.addAttribute("into", tree.find(into));
    model.addAttribute("last", last == null ? rules.today() : last);
    model.addAttribute("records", changes.living(town.code(), code));
    model.addAttribute(
        "candidates",
        tree.all().stream()
            .filter(a -> a.on(rules.today()) && !a.code().equals(code))
            .filter(a -> a.level().equals(from.level()))
            .toList());
    return "setup/merge";
  }
}

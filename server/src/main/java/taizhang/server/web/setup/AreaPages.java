package taizhang.server.web.setup;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.area.Area;
import taizhang.books.area.AreaTree;
import taizhang.server.ledger.AreaChanges;
import taizhang.server.ledger.Rules;
import taizhang.server.town.Town;

/** Areas with their history: new, renamed, merged, moved; each change an entry with its date. */
@Controller
class AreaPages {

  static final String MAY_NOT = "变更行政区划";

  private final Rules rules;
  private final AreaChanges changes;

  AreaPages(Rules rules, AreaChanges changes) {
    this.rules = rules;
    this.changes = changes;
  }

  @GetMapping("/{town}/areas")
  String areas(
      Town town, Clearance who, @RequestParam(defaultValue = "false") boolean past, Model model) {
    return shown(town, who, past, "", List.of(), model);
  }

  /** A new area: 新设, or a part of one that is split. */
  @PostMapping("/{town}/areas")
  String open(
      Town town,
      Clearance who,
      @RequestParam String code,
      @RequestParam String name,
      @RequestParam String level,
      @RequestParam String parent,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      HttpServletResponse response,
      Model model) {
    Area area = new Area(code.strip(), name.strip(), level, parent, from, null, null);
    return attempt(
        town,
        who,
        () -> {
          changes.open(who, area);
          return area.name() + " 自 " + from + " 起设立。";
        },
        response,
        model);
  }

  @PostMapping("/{town}/areas/rename")
  String rename(
      Town town,
      Clearance who,
      @RequestParam String code,
      @RequestParam String name,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      HttpServletResponse response,
      Model model) {
    return attempt(
        town,
        who,
        () -> {
          changes.rename(who, code, name.strip(), from);
          return "自 " + from + " 起更名为 " + name.strip() + "；代码不变，以前的数不变。";
        },
        response,
        model);
  }

  @PostMapping("/{town}/areas/merge")
  String merge(
      Town town,
      Clearance who,
      @RequestParam String code,
      @RequestParam String into,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate last,
      HttpServletResponse response,
      Model model) {
    return attempt(
        town,
        who,
        () -> {
          int moved = changes.merge(town.code(), code, into, last, who.login());
          return "已撤并，" + moved + " 条记录自次日起归后继区域；以前各期的数不变。";
        },
        response,
        model);
  }

  /** The same area below another parent: under a new code, from the day after. */
  @PostMapping("/{town}/areas/move")
  String move(
      Town town,
      Clearance who,
      @RequestParam String code,
      @RequestParam String fresh,
      @RequestParam String parent,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate last,
      HttpServletResponse response,
      Model model) {
    return attempt(
        town,
        who,
        () -> {
          int moved = changes.move(town.code(), code, fresh.strip(), parent, last, who.login());
          return "已划转，" + moved + " 条记录自次日起归新代码；以前各期的数不变。";
        },
        response,
        model);
  }

  private String attempt(
      Town town, Clearance who, Supplier<String> work, HttpServletResponse response, Model model) {
    Permission.check(who, Right.SET_UP, MAY_NOT, "change areas");
    return Attempt.at(
        work, response, (done, problems) -> shown(town, who, false, done, problems, model));
  }

  private String shown(
      Town town, Clearance who, boolean past, String done, List<String> problems, Model model) {
    AreaTree tree = rules.of(town).areas();
    LocalDate today = rules.today();
    List<AreaLine> lines = new ArrayList<>();
    if (!tree.isEmpty()) {
      walk(tree, tree.root(), 0, past ? null : today, lines);
    }
    model.addAttribute("lines", lines);
    model.addAttribute("past", past);
    model.addAttribute("gone", tree.all().stream().filter(a -> !a.on(today)).count());
    model.addAttribute("mayChange", who.may(Right.SET_UP));
    model.addAttribute("today", today);
    model.addAttribute("done", done);
    model.addAttribute("problems", problems);
    return "setup/areas";
  }

  private static void walk(
      AreaTree tree, Area area, int depth, @Nullable LocalDate on, List<AreaLine> lines) {
    if (on == null || area.on(on)) {
      Area successor = area.successor() == null ? null : tree.find(area.successor());
      lines.add(new AreaLine(area, depth, successor == null ? "" : successor.name()));
    }
    tree.below(area.code()).forEach(below -> walk(tree, below, depth + 1, on, lines));
  }
}

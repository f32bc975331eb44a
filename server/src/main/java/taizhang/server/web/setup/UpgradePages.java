package taizhang.server.web.setup;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.pack.BrokenPacks;
import taizhang.books.pack.PackProblem;
import taizhang.books.pack.Packs;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.books.succession.Fit;
import taizhang.server.ledger.Author;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;
import taizhang.server.upgrade.Filling;
import taizhang.server.upgrade.Misfits;
import taizhang.server.upgrade.Unfit;
import taizhang.server.upgrade.Upgrades;
import taizhang.server.web.FieldText;
import taizhang.server.web.RecordTitle;
import taizhang.server.web.ledger.LongWork;
import taizhang.server.web.ledger.LongWorks;
import taizhang.server.web.ledger.WorkPages;

/**
 * New versions of packs: what they would change before they are adopted, adopting them, filling in
 * what follows by them, and the records that no longer fit.
 */
@Controller
class UpgradePages {

  private static final int LISTED = 100;
  private static final String MAY_NOT = "启用业务模块";

  private final Rules rules;
  private final Upgrades upgrades;
  private final Filling filling;
  private final Misfits misfits;
  private final LongWorks works;

  UpgradePages(Rules rules, Upgrades upgrades, Filling filling, Misfits misfits, LongWorks works) {
    this.rules = rules;
    this.upgrades = upgrades;
    this.filling = filling;
    this.misfits = misfits;
    this.works = works;
  }

  /** What adopting the versions offered would come to. */
  @GetMapping("/{town}/upgrade")
  String plan(
      Town town,
      Clearance who,
      @RequestParam(defaultValue = "0") int adopted,
      @RequestParam(required = false) @org.jspecify.annotations.Nullable Long filled,
      @RequestParam(defaultValue = "0") int left,
      Model model) {
    String done = adopted == 0 ? "" : "已启用 " + adopted + " 个业务模块的新版本。";
    if (filled != null) {
      done = filled == 0 ? "各条都已算好，没有要补的。" : "已补算，新增 " + filled + " 条登记。";
      done += left == 0 ? "" : "有 " + left + " 条按现行定义还不合格，未补算，见“不再相符的记录”。";
    }
    return shown(town, who, done, List.of(), model);
  }

  @PostMapping("/{town}/upgrade")
  String adopt(
      Town town,
      Clearance who,
      @RequestParam String mark,
      HttpServletResponse response,
      Model model) {
    Permission.check(who, Right.SET_UP, MAY_NOT, "adopt packs");
    int[] adopted = {0};
    String page =
        Attempt.at(
            () -> {
              Packs offered = upgrades.offered();
              if (!UpgradeShown.mark(upgrades.plan(who, Author.person(who), offered))
                  .equals(mark)) {
                throw Refusal.of(ProblemCode.ALREADY, "模块文件在预览之后又有变化，请看过新的预览再启用");
              }
              adopted[0] = upgrades.adopt(who, Author.person(who), offered);
              return "";
            },
            response,
            (done, problems) -> problems.isEmpty() ? "" : shown(town, who, done, problems, model));
    return page.isEmpty() ? "redirect:/" + town.code() + "/upgrade?adopted=" + adopted[0] : page;
  }

  /** Fills in what the versions adopted derive. */
  @PostMapping("/{town}/upgrade/fill")
  String fill(Town town, Clearance who) {
    Permission.check(who, Right.SET_UP, MAY_NOT, "adopt packs");
    String back = "/" + town.code() + "/upgrade";
    LongWork work =
        works.start(
            who,
            "推算字段补算",
            back,
            running -> {
              Filling.Filled filled = filling.fill(town.code(), Author.person(who), running::at);
              return LongWork.Ended.at(
                  back + "?filled=" + filled.entries() + "&left=" + filled.left().size());
            });
    return WorkPages.after(town.code(), work);
  }

  private String shown(Town town, Clearance who, String done, List<String> refused, Model model) {
    Permission.check(who, Right.SET_UP, MAY_NOT, "adopt packs");
    model.addAttribute("done", done);
    model.addAttribute("refused", refused);
    model.addAttribute("derived", filling.concerned(town.code()));
    try {
      UpgradeShown plan =
          UpgradeShown.of(upgrades.plan(who, Author.person(who), upgrades.offered()));
      model.addAttribute("plan", plan);
    } catch (BrokenPacks broken) {
      List<String> problems = broken.problems().stream().map(PackProblem::toString).toList();
      model.addAttribute("plan", new UpgradeShown(List.of(), List.of(), List.of(), problems, ""));
    }
    return "setup/upgrade";
  }

  /** The records that no longer fit what is declared. */
  @GetMapping("/{town}/misfits")
  String misfits(Town town, Clearance who, Model model) {
    TownRules now = rules.of(town);
    model.addAttribute(
        "groups",
        misfits.of(who, LISTED).stream()
            .map(unfit ->
                new MisfitGroup(
                    unfit.ledger().title(),
                    unfit.count(),
                    unfit.kept(),
                    unfit.first().stream().map(found -> line(town, now, unfit, found)).toList()))
            .toList());
    return "setup/misfits";
  }

  private static MisfitGroup.Line line(Town town, TownRules now, Unfit unfit, Unfit.Found found) {
    var row = found.row();
    Map<Boolean, List<String>> problems =
        found.problems().stream()
            .collect(
                Collectors.partitioningBy(
                    Fit::kept, Collectors.mapping(UpgradeShown::words, Collectors.toList())));
    return new MisfitGroup.Line(
        RecordTitle.of(unfit.ledger(), row.image(), row.id()),
        "/" + town.code() + "/records/" + row.id(),
        FieldText.area(now.areas(), row.area()),
        problems.getOrDefault(false, List.of()),
        problems.getOrDefault(true, List.of()));
  }
}

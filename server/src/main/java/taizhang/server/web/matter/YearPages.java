package taizhang.server.web.matter;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.figure.Figure;
import taizhang.books.figure.FigureQuery;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.Ledger;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.books.wording.Wording;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.matter.Commitments;
import taizhang.server.town.Town;
import taizhang.server.web.FieldText;
import taizhang.server.web.Labels;
import taizhang.server.web.PanelLinks;

/** The year's tasks in one table: 年初建账、逐月查账、年底交账. */
@Controller
class YearPages {

  private final Commitments commitments;
  private final Rules rules;

  YearPages(Commitments commitments, Rules rules) {
    this.commitments = commitments;
    this.rules = rules;
  }

  /** True where there are tasks of a year and the person reads them. */
  static boolean reads(Clearance who, TownRules now) {
    Ledger ledger = now.packs().ledger(Commitments.TASK);
    return ledger != null && who.may(Right.READ, ledger);
  }

  @GetMapping("/{town}/matters/year")
  String year(Town town, Clearance who, @RequestParam(defaultValue = "0") int year, Model model) {
    TownRules now = rules.of(town);
    Ledger ledger = now.packs().ledger(Commitments.TASK);
    if (ledger == null || !reads(who, now)) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "查阅年度目标任务");
    }
    int shown = year == 0 ? rules.today().getYear() : year;
    List<Commitments.Outcome> tasks = commitments.outcomes(who, shown);
    List<YearShown.Line> lines =
        tasks.stream().map(task -> line(town.code(), now, ledger, task)).toList();
    model.addAttribute(
        "shown",
        new YearShown(
            town.code(),
            shown,
            lines,
            tasks.stream().filter(Commitments.Outcome::done).count(),
            lines.stream().filter(line -> line.light().equals("late")).count()));
    return "matter/year";
  }

  private YearShown.Line line(String town, TownRules now, Ledger ledger, Commitments.Outcome task) {
    Figure value = task.value();
    String code = value == null ? "" : value.indicator();
    Indicator indicator = now.packs().indicator(code);
    return new YearShown.Line(
        task.name(),
        "/" + town + "/records/" + task.record(),
        task.department(),
        task.due() == null ? "" : Labels.day(task.due()),
        written(indicator, task.target()),
        value == null ? task.reported() : written(indicator, value),
        value == null ? "" : PanelLinks.figure(town, FigureQuery.of(code, value.period())),
        FieldText.state(ledger, task.state()),
        light(task),
        task.sentence());
  }

  private static String written(@Nullable Indicator indicator, @Nullable Figure figure) {
    return indicator == null || figure == null
        ? ""
        : Wording.write(figure.value(), indicator.unit(), indicator.print()).text();
  }

  private String light(Commitments.Outcome task) {
    boolean settled = task.done() || task.state().equals("cancelled");
    LocalDate due = task.due();
    boolean late = !settled && due != null && due.isBefore(rules.today());
    return settled ? "on-time" : late ? "late" : "waiting";
  }
}

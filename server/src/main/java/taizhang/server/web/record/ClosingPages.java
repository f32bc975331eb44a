package taizhang.server.web.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.Pack;
import taizhang.books.pack.Packs;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.closing.Closings;
import taizhang.server.closing.Late;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;
import taizhang.server.web.English;
import taizhang.server.web.FieldText;
import taizhang.server.web.Labels;

/** Locking months: what is locked, what still waits before one is, and what came late. */
@Controller
class ClosingPages {

  private static final int MOST_LATE = 500;
  private static final String ALL = "全部业务模块";

  private final Closings closings;
  private final Rules rules;
  private final EnterPages pages;

  ClosingPages(Closings closings, Rules rules, EnterPages pages) {
    this.closings = closings;
    this.rules = rules;
    this.pages = pages;
  }

  @GetMapping("/{town}/closing")
  String show(
      Town town,
      Clearance who,
      @RequestParam(defaultValue = "0") int year,
      @RequestParam(defaultValue = "") String pack,
      @RequestParam(defaultValue = "") String month,
      Model model) {
    model.addAttribute("page", page(who, year, pack, month));
    model.addAttribute("problems", List.of());
    return "record/closing";
  }

  private ClosingPage page(Clearance who, int wanted, String pack, String month) {
    if (!who.may(Right.CLOSE)) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "锁定数据");
    }
    TownRules now = pages.rules(who);
    YearMonth asked = month.isEmpty() ? null : month(month);
    int shown =
        wanted == 0 ? rules.today().minusMonths(1).getYear() : Math.clamp(wanted, 1990, 2199);
    Year year = Year.of(asked == null ? shown : asked.getYear());
    List<Late> late = closings.late(who, year, MOST_LATE);
    List<Pack> packs =
        now.packs().packs().stream()
            .filter(p -> !p.name().equals(Packs.SYSTEM) && !p.indicators().isEmpty())
            .toList();
    List<Input.Option> options = new ArrayList<>();
    options.add(new Input.Option("", ALL));
    packs.forEach(p -> options.add(new Input.Option(p.name(), p.title())));
    return new ClosingPage(
        who.town(),
        year.getValue(),
        packs.stream().map(p -> line(p, now, year, late)).toList(),
        standing(who, now),
        late.stream().map(l -> late(l, now, who.town())).toList(),
        asked == null ? null : wish(who, now, pack, asked),
        options);
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw Refusal.of(ProblemCode.NOT_A_PERIOD, text);
    }
  }

  private ClosingPage.Wish wish(Clearance who, TownRules now, String pack, YearMonth month) {
    LocalDate through = month.atEndOfMonth();
    return new ClosingPage.Wish(
        pack,
        title(pack, now),
        month.toString(),
        Labels.day(through),
        closings.waiting(who, pack, through),
        UUID.randomUUID().toString());
  }

  private static String title(String pack, TownRules now) {
    return now.packs().packs().stream()
        .filter(p -> p.name().equals(pack))
        .findFirst()
        .map(Pack::title)
        .orElse(pack.isEmpty() ? ALL : pack);
  }

  private static ClosingPage.Line line(Pack pack, TownRules now, Year year, List<Late> late) {
    List<ClosingPage.Month> months = new ArrayList<>();
    LocalDate closed = now.closedThrough(pack.name());
    for (int n = 1; n <= 12; n++) {
      YearMonth month = year.atMonth(n);
      long came =
          late.stream()
              .filter(l -> l.indicator().startsWith(pack.name() + "."))
              .filter(l -> YearMonth.from(l.on()).equals(month))
              .count();
      boolean shut = closed != null && !month.atEndOfMonth().isAfter(closed);
      months.add(new ClosingPage.Month(shut, came));
    }
    return new ClosingPage.Line(pack.title(), months);
  }

  private List<ClosingPage.Standing> standing(Clearance who, TownRules now) {
    return closings.standing(who).stream()
        .map(c ->
            new ClosingPage.Standing(c.record(), title(c.pack(), now), Labels.day(c.through())))
        .toList();
  }

  private static ClosingPage.LateLine late(Late late, TownRules now, String town) {
    String code = late.indicator().replaceFirst("#.*", "");
    Indicator indicator = now.packs().indicator(code);
    String sign = late.amount().signum() > 0 ? "+" : "";
    return new ClosingPage.LateLine(
        indicator == null ? code : indicator.title(),
        FieldText.area(now.areas(), late.area()),
        Labels.day(late.belongs()),
        Labels.day(late.on()),
        sign + Labels.number(late.amount()) + (indicator == null ? "" : indicator.unit()),
        "/" + town + "/records/" + late.record(),
        now.nameOf(late.by()),
        Labels.moment(late.at()));
  }

  @PostMapping("/{town}/closing/close")
  String close(
      Town town,
      Clearance who,
      @RequestParam(defaultValue = "") String pack,
      @RequestParam String month,
      @RequestParam String key,
      Model model) {
    return done(who, model, () -> closings.close(who, pack, month(month).atEndOfMonth(), key));
  }

  @PostMapping("/{town}/closing/reopen")
  String reopen(
      Town town,
      Clearance who,
      @RequestParam long record,
      @RequestParam(defaultValue = "") String reason,
      Model model) {
    return done(who, model, () -> closings.reopen(who, record, reason));
  }

  private String done(Clearance who, Model model, Runnable work) {
    try {
      work.run();
      return "redirect:/" + who.town() + "/closing";
    } catch (Refusal refusal) {
      model.addAttribute("page", page(who, 0, "", ""));
      model.addAttribute("problems", refusal.text(English.locale()).lines().toList());
      return "record/closing";
    }
  }
}

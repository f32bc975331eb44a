package taizhang.server.web.figure;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import taizhang.books.access.Clearance;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Point;
import taizhang.books.pack.Indicator;
import taizhang.server.access.Traces;
import taizhang.server.figure.BooksSpan;
import taizhang.server.figure.Figures;
import taizhang.server.figure.Overviews;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;
import taizhang.server.web.Attachment;
import taizhang.server.web.Labels;
import taizhang.server.web.PanelLinks;
import taizhang.server.web.Panels;

/** A figure on a page of its own: how it stands, its course, its areas, what it comes from. */
@Controller
class FigurePages {

  private final Figures figures;
  private final FigureFacts facts;
  private final Panels panels;
  private final BooksSpan books;
  private final Rules rules;
  private final Traces traces;

  FigurePages(
      Figures figures,
      FigureFacts facts,
      Panels panels,
      BooksSpan books,
      Rules rules,
      Traces traces) {
    this.figures = figures;
    this.facts = facts;
    this.panels = panels;
    this.books = books;
    this.rules = rules;
    this.traces = traces;
  }

  /**
   * What an address says of the figure wanted.
   *
   * @param year with {@code part}, the period as the form sends it
   * @param than a day to compare with
   */
  record Wanted(
      @Nullable String period,
      @Nullable String year,
      @Nullable String part,
      @Nullable Long seq,
      @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
      @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate than,
      @Nullable String slice,
      @Nullable String area,
      @Nullable Integer page) {

    static String or(@Nullable String text) {
      return text == null ? "" : text;
    }
  }

  @GetMapping("/{town}/figures/{code}")
  String figure(
      Town town,
      Clearance who,
      @PathVariable String code,
      @ModelAttribute Wanted wanted,
      Model model) {
    FigureQuery query = query(town, who, code, wanted);
    TownRules current = rules.of(town);
    Vantage vantage = new Vantage(who, current);
    String area = query.area() == null ? current.areas().root().code() : query.area();
    FigureQuery whole = query.in(null);
    int page = wanted.page() == null ? 1 : wanted.page();
    model.addAttribute("town", town);
    model.addAttribute(
        "panel",
        panels.open(
            who,
            query,
            0,
            null,
            null,
            page,
            new PanelLinks(PanelLinks.figure(town.code(), whole), "")));
    model.addAttribute("shown", facts.shown(town, who, current, query.in(area), wanted.than()));
    model.addAttribute("periods", PeriodChoice.of(query.period(), books.of(town)));
    model.addAttribute("areas", vantage.choices(area));
    return "figure";
  }

  /** The course of a figure to take away. */
  @GetMapping("/{town}/figures/{code}/series.{kind:csv|xlsx}")
  ResponseEntity<byte[]> series(
      Town town,
      Clearance who,
      @PathVariable String code,
      @PathVariable String kind,
      @ModelAttribute Wanted wanted,
      HttpServletRequest request) {
    FigureQuery query = query(town, who, code, wanted);
    Indicator indicator = figures.indicator(town.code(), code);
    TownRules current = rules.of(town);
    String area = query.area() == null ? current.areas().root().code() : query.area();
    List<List<Object>> rows = new ArrayList<>();
    rows.add(List.of("指标", "区域", "期间", "数值", "单位"));
    for (Overviews.Step step : facts.course(who, query.in(area))) {
      rows.add(
          List.of(
              indicator.title(),
              Panels.name(current.areas(), area),
              Labels.period(step.span()),
              step.value() == null ? "" : step.value(),
              indicator.unit()));
    }
    traces.leave(town, who.login(), "export", code, "", request.getRemoteAddr());
    return Attachment.table(indicator.title() + "·" + Labels.period(query.period()), kind, rows);
  }

  private FigureQuery query(Town town, Clearance who, String code, Wanted wanted) {
    Indicator indicator = figures.indicator(town.code(), code);
    String area = Wanted.or(wanted.area());
    TownRules current = rules.of(town);
    String highest = new Vantage(who, current).highest(indicator);
    String at = area.isEmpty() ? highest : area;
    return new FigureQuery(
        code,
        current.areas().root().code().equals(at) ? null : at,
        PeriodChoice.read(
            Wanted.or(wanted.period()),
            Wanted.or(wanted.year()),
            Wanted.or(wanted.part()),
            books.of(town)),
        new Point(wanted.seq(), wanted.day()),
        false,
        false,
        Wanted.or(wanted.slice()));
  }
}

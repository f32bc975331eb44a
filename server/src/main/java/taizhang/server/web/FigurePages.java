package taizhang.server.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Point;
import taizhang.books.period.Period;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.town.Towns;

/** A figure on a page of its own. */
@Controller
class FigurePages {

  private final Towns towns;
  private final Panels panels;

  FigurePages(Towns towns, Panels panels) {
    this.towns = towns;
    this.panels = panels;
  }

  /** The address of a figure. */
  static String href(String town, FigureQuery query) {
    StringBuilder href =
        new StringBuilder("/" + town + "/figures/" + PanelLinks.encoded(query.indicator()));
    href.append("?period=").append(PanelLinks.encoded(query.period().toString()));
    if (query.at().seq() != null) {
      href.append("&seq=").append(query.at().seq());
    }
    if (query.at().day() != null) {
      href.append("&day=").append(query.at().day());
    }
    if (!query.slice().isEmpty()) {
      href.append("&slice=").append(PanelLinks.encoded(query.slice()));
    }
    if (query.area() != null) {
      href.append("&area=").append(PanelLinks.encoded(query.area()));
    }
    return href.toString();
  }

  @GetMapping("/{town}/figures/{code}")
  String figure(
      @PathVariable String town,
      @PathVariable String code,
      @RequestParam String period,
      @RequestParam(required = false) @Nullable Long seq,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate day,
      @RequestParam(defaultValue = "") String slice,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "1") int page,
      @RequestHeader(name = "HX-Target", required = false) @Nullable String partial,
      @RequestHeader(name = "HX-History-Restore-Request", defaultValue = "false") boolean restoring,
      Model model) {
    FigureQuery whole =
        new FigureQuery(code, null, span(period), new Point(seq, day), false, false, slice);
    model.addAttribute("town", towns.find(town));
    model.addAttribute(
        "panel",
        panels.open(
            town,
            area.isEmpty() ? whole : whole.in(area),
            0,
            null,
            null,
            page,
            new PanelLinks(href(town, whole), "")));
    return "panel".equals(partial) && !restoring ? "figure-panel" : "figure";
  }

  private static Period span(String text) {
    try {
      return Period.parse(text);
    } catch (IllegalArgumentException e) {
      throw Refusal.of(ProblemCode.NOT_A_PERIOD, text);
    }
  }
}

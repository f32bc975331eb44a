package taizhang.server.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Point;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.demo.DemoMark;
import taizhang.server.report.Citation;
import taizhang.server.report.Composition;
import taizhang.server.report.Outline;
import taizhang.server.report.Paper;
import taizhang.server.report.Pinned;
import taizhang.server.report.Reports;
import taizhang.server.report.Versions;
import taizhang.server.town.Towns;

/** The paper itself: read it, open a number, compare a version, take it away as .docx. */
@Controller
class ReportPages {

  private static final MediaType DOCX =
      MediaType.parseMediaType(
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final Towns towns;
  private final Reports reports;
  private final Versions versions;
  private final Panels panels;
  private final DemoMark demo;

  ReportPages(Towns towns, Reports reports, Versions versions, Panels panels, DemoMark demo) {
    this.towns = towns;
    this.reports = reports;
    this.versions = versions;
    this.panels = panels;
    this.demo = demo;
  }

  /**
   * The report of a year.
   *
   * @param version a circulated version, 0 for the draft as it reads now
   * @param figure the number that is open, 0 for none
   * @param area the open number at an area below, empty for the whole town
   * @param page of the open number's sources
   * @param partial the id of the part of the page that htmx asks for
   * @param restoring true where htmx goes back and needs the whole page
   */
  @GetMapping("/{town}/reports/{year:\\d{4}}")
  String report(
      Clearance who,
      @PathVariable String town,
      @PathVariable int year,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam(defaultValue = "0") int figure,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "1") int page,
      @RequestHeader(name = "HX-Target", required = false) @Nullable String partial,
      @RequestHeader(name = "HX-History-Restore-Request", defaultValue = "false") boolean restoring,
      Model model) {
    boolean part = "panel".equals(partial) && !restoring;
    Panel panel = figure == 0 ? null : panel(who, year, version, figure, area, page);
    model.addAttribute("panel", panel);
    if (part && panel != null) {
      return "figure-panel";
    }
    ReportShown shown = shown(town, year, version);
    model.addAttribute("town", towns.find(town));
    model.addAttribute("shown", shown);
    model.addAttribute("versions", versions.list(town, year));
    model.addAttribute("differences", differences(shown));
    return part ? "report-panel" : "report";
  }

  /** The report of a year to take away. */
  @GetMapping("/{town}/reports/{year:\\d{4}}.docx")
  ResponseEntity<byte[]> docx(
      @PathVariable String town,
      @PathVariable int year,
      @RequestParam(defaultValue = "0") int version) {
    Composition report = shown(town, year, version).report();
    String name = report.outline().title() + (demo.on(town) ? "（演示数据）" : "") + ".docx";
    ContentDisposition attachment =
        ContentDisposition.attachment()
            .filename(name, java.nio.charset.StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .contentType(DOCX)
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
        .body(Paper.docx(report, demo.on(town)));
  }

  private ReportShown shown(String town, int year, int version) {
    String href = href(town, year, version);
    if (version == 0) {
      return new ReportShown(reports.compose(town, year, Point.NOW), null, href);
    }
    Pinned pinned = versions.find(town, year, version);
    return new ReportShown(versions.paper(pinned), pinned, href);
  }

  private static String href(String town, int year, int version) {
    String href = "/" + town + "/reports/" + year;
    return version == 0 ? href : href + "?version=" + version;
  }

  private List<Pinned.Difference> differences(ReportShown shown) {
    Pinned version = shown.version();
    return version == null ? List.of() : versions.differences(version);
  }

  /** Opens one number without composing the rest of the paper. */
  private Panel panel(Clearance who, int year, int version, int n, String area, int page) {
    String town = who.town();
    Pinned pinned = version == 0 ? null : versions.find(town, year, version);
    Outline outline = pinned == null ? reports.outline(town, year) : pinned.outline();
    List<Citation> citations = outline.citations();
    if (n < 1 || n > citations.size()) {
      throw Refusal.of(ProblemCode.UNKNOWN_FACT, "第" + n + "个数", "请从报告里点开");
    }
    Citation citation = citations.get(n - 1);
    Pinned.PinnedNumber printed = pinned == null ? null : pinned.printed().get(n - 1);
    Point at = printed == null ? Point.NOW : new Point(printed.seq(), printed.day());
    FigureQuery query = citation.query(outline.period(), at);
    boolean whole = area.isEmpty();
    String href = href(town, year, version);
    return panels.open(
        who,
        whole ? query : query.in(area),
        n,
        whole ? citation : null,
        printed == null || !whole ? null : printed.text(),
        page,
        new PanelLinks(ReportShown.opened(href, n), href));
  }
}

package taizhang.server.web.report;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
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
import taizhang.server.access.Traces;
import taizhang.server.demo.DemoMark;
import taizhang.server.report.Composition;
import taizhang.server.report.Paper;
import taizhang.server.town.Town;

/** The paper itself: read it, open a number or a paragraph, take it away as .docx. */
@Controller
class PaperPages {

  private static final MediaType DOCX =
      MediaType.parseMediaType(
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final PaperDesk desk;
  private final Traces traces;
  private final DemoMark demo;

  PaperPages(PaperDesk desk, Traces traces, DemoMark demo) {
    this.desk = desk;
    this.traces = traces;
    this.demo = demo;
  }

  /**
   * The report of a year.
   *
   * @param version a circulated version, 0 for the draft as it reads now
   * @param figure the number that is open, 0 for none
   * @param paragraph the paragraph that is open, empty for none
   * @param show which list about the report
   * @param edit the paragraph being written, empty for none
   * @param area the open number at an area below, empty for the whole town
   * @param page of the open number's sources
   * @param partial the id of the part of the page that htmx asks for
   * @param restoring true where htmx goes back and needs the whole page
   */
  @GetMapping("/{town}/reports/{year:\\d{4}}")
  String report(
      Clearance who,
      @PathVariable int year,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam(defaultValue = "0") int figure,
      @RequestParam(defaultValue = "") String paragraph,
      @RequestParam(defaultValue = "about") String show,
      @RequestParam(defaultValue = "") String edit,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "1") int page,
      @RequestHeader(name = "HX-Target", required = false) @Nullable String partial,
      @RequestHeader(name = "HX-History-Restore-Request", defaultValue = "false") boolean restoring,
      Model model) {
    PaperShown shown = desk.shown(who, year, version);
    String wanted = partial == null || restoring ? "" : partial;
    model.addAttribute("shown", shown);
    if (!edit.isEmpty()) {
      Editor editor = desk.editor(shown, edit);
      model.addAttribute("editor", editor);
      if (wanted.equals("p-" + edit)) {
        return "report/editor";
      }
    }
    Side side =
        figure != 0
            ? desk.figure(shown, figure, area, page)
            : paragraph.isEmpty()
                ? desk.whole(shown, Side.Tab.of(show))
                : desk.passage(shown, paragraph);
    model.addAttribute("side", side);
    return wanted.equals("panel") ? "report/side-part" : "report/paper";
  }

  /** The report of a year to take away; who took it is written down. */
  @GetMapping("/{town}/reports/{year:\\d{4}}.docx")
  ResponseEntity<byte[]> docx(
      Town town,
      Clearance who,
      @PathVariable int year,
      @RequestParam(defaultValue = "0") int version,
      HttpServletRequest request) {
    PaperShown shown = desk.shown(who, year, version);
    Composition report = shown.report();
    boolean marked = demo.on(town.code());
    String name = report.outline().title() + (marked ? "（演示数据）" : "") + ".docx";
    traces.leave(
        town,
        who.login(),
        "export",
        request.getRequestURI(),
        report.outline().title() + " · " + shown.stage(),
        request.getRemoteAddr());
    ContentDisposition attachment =
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .contentType(DOCX)
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
        .body(Paper.docx(report, marked));
  }
}

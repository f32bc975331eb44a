package taizhang.server.web.read;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.prose.finding.Corrections;
import taizhang.server.access.Traces;
import taizhang.server.town.Town;

/**
 * The mechanical corrections of a text: what would be done, and the corrected text to take away.
 */
@Controller
class FixPages {

  private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

  private final ReadDesk desk;
  private final Traces traces;

  FixPages(ReadDesk desk, Traces traces) {
    this.desk = desk;
    this.traces = traces;
  }

  @GetMapping("/{town}/read/{document:\\d{1,9}}/fix")
  String corrections(
      Clearance who,
      @PathVariable int document,
      @RequestParam(defaultValue = "0") int version,
      Model model) {
    ReadShown shown = desk.shown(who, document, version);
    model.addAttribute("shown", shown);
    model.addAttribute("made", Corrections.of(shown.perusal().reading().source()).made());
    return "read/fix";
  }

  /** The corrected text; who took it is written down. */
  @GetMapping("/{town}/read/{document:\\d{1,9}}/fixed.txt")
  ResponseEntity<byte[]> corrected(
      Town town,
      Clearance who,
      @PathVariable int document,
      @RequestParam(defaultValue = "0") int version,
      HttpServletRequest request) {
    ReadShown shown = desk.shown(who, document, version);
    String name = shown.manuscript().title() + "（改正）.txt";
    traces.leave(
        town, who.login(), "export", request.getRequestURI(), name, request.getRemoteAddr());
    Corrections corrections = Corrections.of(shown.perusal().reading().source());
    return ResponseEntity.ok()
        .contentType(TEXT)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(corrections.text().getBytes(StandardCharsets.UTF_8));
  }
}

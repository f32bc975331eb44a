package taizhang.server.web.read;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.prose.claim.Claim;
import taizhang.prose.commitment.Commitment;
import taizhang.server.reading.Marginalia;

/** A text with its marks and the lists beside it. */
@Controller
class ReadPages {

  private final Marginalia marginalia;
  private final ReadDesk desk;

  ReadPages(Marginalia marginalia, ReadDesk desk) {
    this.marginalia = marginalia;
    this.desk = desk;
  }

  /**
   * A text with a list beside it.
   *
   * @param version which, 0 for the newest
   * @param at the mark that is open, empty for none
   * @param said the fingerprint of the claim or commitment to open, empty for none
   * @param partial the id of the part that htmx asks for
   */
  @GetMapping("/{town}/read/{document:\\d{1,9}}")
  String text(
      Clearance who,
      @PathVariable int document,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam(defaultValue = "") String tab,
      @RequestParam(defaultValue = "") String show,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "") String at,
      @RequestParam(defaultValue = "") String said,
      @RequestHeader(name = "HX-Target", required = false) @Nullable String partial,
      @RequestHeader(name = "HX-History-Restore-Request", defaultValue = "false") boolean restoring,
      Model model) {
    ReadShown shown = desk.shown(who, document, version);
    if (!said.isEmpty()) {
      return "redirect:" + said(shown, said);
    }
    Tab open = Tab.of(at, tab);
    model.addAttribute("shown", shown);
    model.addAttribute("at", at);
    model.addAttribute("side", desk.side(shown, open, at.isEmpty() ? show : "", page, at));
    if ("side".equals(partial) && !restoring) {
      return "read/side";
    }
    model.addAttribute("problems", List.of());
    return "read/text";
  }

  /** The sentences of reports that a record was made of. */
  @GetMapping("/{town}/read/records/{id:\\d{1,15}}")
  String behind(Clearance who, @PathVariable long id, Model model) {
    model.addAttribute("town", who.town());
    model.addAttribute("made", marginalia.behind(who, id));
    return "read/behind";
  }

  /** Where the claim or commitment of a fingerprint stands; the list where the text lost it. */
  private static String said(ReadShown shown, String fingerprint) {
    Stream<String> ids =
        Stream.concat(
            shown.perusal().reading().commitments().stream().map(Commitment::id),
            shown.perusal().reading().claims().stream().map(Claim::id));
    return ids.filter(id -> shown.perusal().name(id).equals(fingerprint))
        .findFirst()
        .map(id -> shown.at().at(id) + "#" + id)
        .orElse(shown.at().tab("commitments"));
  }
}

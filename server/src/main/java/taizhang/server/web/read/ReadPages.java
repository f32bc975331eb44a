package taizhang.server.web.read;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import taizhang.books.access.Clearance;
import taizhang.books.refusal.Refusal;
import taizhang.prose.claim.Claim;
import taizhang.prose.commitment.Commitment;
import taizhang.prose.input.InputRefusedException;
import taizhang.prose.input.ReportFile;
import taizhang.server.ledger.Rules;
import taizhang.server.reading.Manuscript;
import taizhang.server.reading.Manuscripts;
import taizhang.server.reading.Marginalia;
import taizhang.server.town.Town;

/** The texts that were given, giving one, and a text with its marks and lists. */
@Controller
class ReadPages {

  private static final int PAGE = 30;

  private final Manuscripts manuscripts;
  private final Marginalia marginalia;
  private final ReadDesk desk;
  private final Rules rules;

  ReadPages(Manuscripts manuscripts, Marginalia marginalia, ReadDesk desk, Rules rules) {
    this.marginalia = marginalia;
    this.manuscripts = manuscripts;
    this.desk = desk;
    this.rules = rules;
  }

  @GetMapping("/{town}/read")
  String list(Town town, Clearance who, @RequestParam(defaultValue = "1") int page, Model model) {
    return list(town, who, page, List.of(), "", model);
  }

  private String list(
      Town town, Clearance who, int page, List<String> problems, String text, Model model) {
    int shown = Math.max(1, page);
    List<Manuscript> found = manuscripts.list(who, shown, PAGE);
    model.addAttribute("town", town);
    model.addAttribute("who", who);
    model.addAttribute("rules", rules.of(town));
    model.addAttribute("texts", found.size() > PAGE ? found.subList(0, PAGE) : found);
    model.addAttribute("page", shown);
    model.addAttribute("more", found.size() > PAGE);
    model.addAttribute("problems", problems);
    model.addAttribute("text", text);
    return "read/list";
  }

  /** Gives a text to be read: a file, or what was pasted. */
  @PostMapping("/{town}/read")
  String give(
      Town town,
      Clearance who,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "0") int year,
      HttpServletResponse response,
      Model model)
      throws IOException {
    try {
      int document = manuscripts.keep(who, 0, year, read(file, text, name));
      return "redirect:/" + town.code() + "/read/" + document;
    } catch (InputRefusedException refused) {
      response.setStatus(422);
      return list(town, who, 1, List.of(refused.text(Locale.CHINESE)), text, model);
    } catch (Refusal refused) {
      if (refused.code().number() >= 500) {
        throw refused;
      }
      response.setStatus(422);
      return list(town, who, 1, refused.text(Locale.CHINESE).lines().toList(), text, model);
    }
  }

  /** Gives a new version of a document; decisions on the last one carry over. */
  @PostMapping("/{town}/read/{document:\\d{1,9}}/versions")
  String giveAgain(
      Clearance who,
      @PathVariable int document,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String text,
      HttpServletResponse response,
      Model model)
      throws IOException {
    Manuscript last = manuscripts.versions(who, document).getFirst();
    try {
      manuscripts.keep(who, document, last.year(), read(file, text, last.name()));
      return "redirect:/" + who.town() + "/read/" + document;
    } catch (InputRefusedException refused) {
      response.setStatus(422);
      return page(who, document, 0, List.of(refused.text(Locale.CHINESE)), model);
    }
  }

  private static ReportFile read(@Nullable MultipartFile file, String text, String name)
      throws IOException, InputRefusedException {
    if (file != null && !file.isEmpty()) {
      String called = Objects.requireNonNullElse(file.getOriginalFilename(), "");
      try (InputStream in = file.getInputStream()) {
        return ReportFile.read(called.isBlank() ? "未命名" : called.strip(), in);
      }
    }
    String called = name.isBlank() ? title(text) : name.strip();
    byte[] pasted = text.strip().getBytes(StandardCharsets.UTF_8);
    return ReportFile.read(called, new ByteArrayInputStream(pasted));
  }

  /** What was pasted is called by its first line. */
  private static String title(String text) {
    String first = text.strip().lines().findFirst().orElse("粘贴的文稿").strip();
    return first.length() > 40 ? first.substring(0, 40) : first.isEmpty() ? "粘贴的文稿" : first;
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
      String id = said(shown, said);
      return "redirect:"
          + (id.isEmpty() ? shown.at().tab("commitments") : shown.at().at(id) + "#" + id);
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

  /** The id of the claim or commitment of a fingerprint; empty where the text has it no more. */
  private static String said(ReadShown shown, String fingerprint) {
    Stream<String> ids =
        Stream.concat(
            shown.perusal().reading().commitments().stream().map(Commitment::id),
            shown.perusal().reading().claims().stream().map(Claim::id));
    return ids.filter(id -> shown.perusal().name(id).equals(fingerprint)).findFirst().orElse("");
  }

  private String page(
      Clearance who, int document, int version, List<String> problems, Model model) {
    ReadShown shown = desk.shown(who, document, version);
    model.addAttribute("shown", shown);
    model.addAttribute("at", "");
    model.addAttribute("side", desk.side(shown, Tab.FINDINGS, "", 1, ""));
    model.addAttribute("problems", problems);
    return "read/text";
  }
}

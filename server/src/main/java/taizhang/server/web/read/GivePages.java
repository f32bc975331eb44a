package taizhang.server.web.read;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import taizhang.books.access.Clearance;
import taizhang.books.refusal.Refusal;
import taizhang.prose.input.InputRefusedException;
import taizhang.prose.input.ReportFile;
import taizhang.server.ledger.Rules;
import taizhang.server.reading.Manuscript;
import taizhang.server.reading.Manuscripts;
import taizhang.server.town.Town;
import taizhang.server.web.English;

/** The texts that were given, and giving one or a new version of it. */
@Controller
class GivePages {

  private static final int PAGE = 30;
  private static final int UNPROCESSABLE = 422;

  private final Manuscripts manuscripts;
  private final ReadDesk desk;
  private final Rules rules;

  GivePages(Manuscripts manuscripts, ReadDesk desk, Rules rules) {
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
      response.setStatus(UNPROCESSABLE);
      return list(town, who, 1, List.of(refused.text(English.locale())), text, model);
    } catch (Refusal refused) {
      if (refused.code().number() >= 500) {
        throw refused;
      }
      response.setStatus(UNPROCESSABLE);
      return list(town, who, 1, refused.text(English.locale()).lines().toList(), text, model);
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
      response.setStatus(UNPROCESSABLE);
      return page(who, document, List.of(refused.text(English.locale())), model);
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

  private String page(Clearance who, int document, List<String> problems, Model model) {
    ReadShown shown = desk.shown(who, document, 0);
    model.addAttribute("shown", shown);
    model.addAttribute("at", "");
    model.addAttribute("side", desk.side(shown, Tab.FINDINGS, "", 1, ""));
    model.addAttribute("problems", problems);
    return "read/text";
  }
}

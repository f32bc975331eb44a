package taizhang.server.web.read;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.books.refusal.Refusal;
import taizhang.server.reading.Checked;
import taizhang.server.reading.Reported;
import taizhang.server.town.Town;
import taizhang.server.web.English;

/** Entering what a report says as reported values: chosen, looked at once more, entered. */
@Controller
class ImportPages {

  private final ReadDesk desk;
  private final Reported reported;

  ImportPages(ReadDesk desk, Reported reported) {
    this.desk = desk;
    this.reported = reported;
  }

  /** What can be entered, what the books lack ticked. */
  @GetMapping("/{town}/read/{document:\\d{1,9}}/import")
  String choose(Town town, Clearance who, @PathVariable int document, Model model) {
    ReadShown shown = desk.shown(who, document, 0);
    Reported.Manner manner =
        new Reported.Manner("actual", town.name() + "人民政府", "《" + shown.manuscript().title() + "》");
    return page(shown, offered(shown), manner, false, List.of(), model);
  }

  private List<Checked> offered(ReadShown shown) {
    return Reported.offered(desk.checked(shown), shown.margin());
  }

  private static String page(
      ReadShown shown,
      List<Checked> rows,
      Reported.Manner manner,
      boolean sure,
      List<String> problems,
      Model model) {
    model.addAttribute("shown", shown);
    model.addAttribute("ledger", Reported.ledger(shown.who(), shown.rules()));
    model.addAttribute(
        "rows", rows.stream().map(one -> new ClaimLine(shown.who().town(), one, 0)).toList());
    model.addAttribute("manner", manner);
    model.addAttribute("sure", sure);
    model.addAttribute("problems", problems);
    return "read/import";
  }

  /**
   * Shows once more what will be entered, then enters it.
   *
   * @param claims fingerprints of the claims chosen
   * @param sure true where it was looked at once more
   */
  @PostMapping("/{town}/read/{document:\\d{1,9}}/import")
  String enter(
      Clearance who,
      @PathVariable int document,
      @RequestParam(name = "c", required = false) Set<String> claims,
      @RequestParam String status,
      @RequestParam String authority,
      @RequestParam(defaultValue = "") String paper,
      @RequestParam(defaultValue = "false") boolean sure,
      HttpServletResponse response,
      Model model) {
    ReadShown shown = desk.shown(who, document, 0);
    Set<String> wanted = claims == null ? Set.of() : claims;
    List<Checked> chosen =
        offered(shown).stream().filter(one -> wanted.contains(one.fingerprint())).toList();
    Reported.Manner manner = new Reported.Manner(status, authority, paper);
    if (chosen.isEmpty()) {
      response.setStatus(422);
      return page(shown, offered(shown), manner, false, List.of("没有选中要登记的数字；账上什么也没有改。"), model);
    }
    try {
      return step(shown, chosen, manner, sure, model);
    } catch (Refusal refused) {
      response.setStatus(422);
      List<String> told = refused.text(English.locale()).lines().distinct().toList();
      return page(shown, offered(shown), manner, false, told, model);
    }
  }

  private String step(
      ReadShown shown, List<Checked> chosen, Reported.Manner manner, boolean sure, Model model) {
    int document = shown.manuscript().document();
    if (sure) {
      reported.enter(shown.who(), shown.rules(), document, chosen, manner);
      return "redirect:" + shown.at().tab("claims");
    }
    reported.rehearse(shown.who(), shown.rules(), document, chosen, manner);
    return page(shown, chosen, manner, true, List.of(), model);
  }
}

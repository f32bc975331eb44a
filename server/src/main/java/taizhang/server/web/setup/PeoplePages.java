package taizhang.server.web.setup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.books.access.Role;
import taizhang.server.access.Passwords;
import taizhang.server.access.People;
import taizhang.server.ledger.Rules;
import taizhang.server.town.Town;

/** People, their posts and whether they may sign in; for the security administrator. */
@Controller
class PeoplePages {

  private final People people;
  private final Passwords passwords;
  private final Rules rules;

  PeoplePages(People people, Passwords passwords, Rules rules) {
    this.people = people;
    this.passwords = passwords;
    this.rules = rules;
  }

  @GetMapping("/{town}/people")
  String list(Town town, Clearance who, @RequestParam(defaultValue = "") String find, Model model) {
    return shown(town, who, find, "", List.of(), model);
  }

  @PostMapping("/{town}/people")
  String appoint(
      Town town,
      Clearance who,
      @ModelAttribute People.Appointment wish,
      HttpServletResponse response,
      Model model) {
    return Attempt.at(
        () -> {
          people.appoint(town, who, wish);
          return wish.name() + " 已任" + title(wish.role()) + "。";
        },
        response,
        (done, problems) -> shown(town, who, "", done, problems, model));
  }

  @PostMapping("/{town}/people/posts/{record:\\d{1,15}}/end")
  String dismiss(
      Town town,
      Clearance who,
      @PathVariable long record,
      HttpServletResponse response,
      Model model) {
    return Attempt.at(
        () -> {
          people.dismiss(town, who, record);
          return "岗位已终止，自今日起不能再办理。";
        },
        response,
        (done, problems) -> shown(town, who, "", done, problems, model));
  }

  @PostMapping("/{town}/people/password")
  String password(
      Town town,
      Clearance who,
      @RequestParam String login,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    String fresh = passwords.generated();
    return Attempt.at(
        () -> {
          people.setPassword(town, who, login, fresh, request.getRemoteAddr());
          return "登录名 " + login + "，一次性密码 " + fresh + "。只显示这一次，请当面交给本人；首次登录须换成自己的密码。";
        },
        response,
        (done, problems) -> shown(town, who, "", done, problems, model));
  }

  @PostMapping("/{town}/people/disable")
  String disable(
      Town town,
      Clearance who,
      @RequestParam String login,
      @RequestParam boolean disabled,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    return Attempt.at(
        () -> {
          people.disable(town, who, login, disabled, request.getRemoteAddr());
          return login + (disabled ? " 已停用，所有设备已退出。" : " 已恢复登录。");
        },
        response,
        (done, problems) -> shown(town, who, "", done, problems, model));
  }

  private String shown(
      Town town, Clearance who, String find, String done, List<String> problems, Model model) {
    var now = rules.of(town);
    model.addAttribute(
        "people",
        people.all(town, who).stream()
            .filter(p -> p.name().contains(find) || p.login().contains(find))
            .toList());
    model.addAttribute("find", find);
    model.addAttribute("done", done);
    model.addAttribute("problems", problems);
    model.addAttribute("areas", List.copyOf(now.areas().all()));
    model.addAttribute("departments", now.departments());
    return "setup/people";
  }

  private static String title(String role) {
    Role known = Role.of(role);
    return known == null ? role : known.title();
  }
}

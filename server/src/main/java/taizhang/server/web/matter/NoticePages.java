package taizhang.server.web.matter;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.matter.Notifications;
import taizhang.server.town.Town;
import taizhang.server.web.Labels;

/** What a person was told, and what was sent outside. */
@Controller
class NoticePages {

  private static final int NEWEST = 100;
  private static final int LOG = 200;

  private final Notifications notifications;
  private final Rules rules;

  NoticePages(Notifications notifications, Rules rules) {
    this.notifications = notifications;
    this.rules = rules;
  }

  @GetMapping("/{town}/notices")
  String notices(Town town, Clearance who, Model model) {
    List<Notifications.Notification> told = notifications.of(town.code(), who.login(), NEWEST);
    model.addAttribute("town", town.code());
    model.addAttribute(
        "notices",
        told.stream()
            .map(one ->
                new NoticeShown(
                    one.say(),
                    "/" + town.code() + "/records/" + one.record(),
                    one.light().isEmpty()
                        ? "on-time"
                        : Labels.light(one.light(), one.light().equals("red")),
                    Labels.moment(one.at()),
                    one.readAt() == null))
            .toList());
    model.addAttribute("newest", told.isEmpty() ? 0L : told.getFirst().id());
    return "matter/notices";
  }

  @PostMapping("/{town}/notices/read")
  String read(Town town, Clearance who, @RequestParam long newest) {
    notifications.read(town.code(), who.login(), newest);
    return "redirect:/" + town.code() + "/notices";
  }

  @GetMapping("/{town}/deliveries")
  String deliveries(Town town, Clearance who, Model model) {
    if (!who.may(Right.SET_UP)) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "查阅消息送达记录");
    }
    TownRules now = rules.of(town);
    model.addAttribute(
        "deliveries",
        notifications.deliveries(town.code(), LOG).stream()
            .map(one -> DeliveryShown.of(one, now.nameOf(one.login())))
            .toList());
    return "matter/deliveries";
  }
}

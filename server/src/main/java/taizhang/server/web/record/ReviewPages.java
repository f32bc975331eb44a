package taizhang.server.web.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.entry.Entry;
import taizhang.books.pack.Ledger;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.RecordEntries;
import taizhang.server.ledger.TownRules;
import taizhang.server.review.Reviews;
import taizhang.server.review.Waiting;
import taizhang.server.town.Town;
import taizhang.server.web.English;
import taizhang.server.web.FieldText;
import taizhang.server.web.Labels;
import taizhang.server.web.RecordTitle;

/** What waits for the person's review: approved one by one or many at once, or sent back. */
@Controller
class ReviewPages {

  private static final int SHOWN = 200;

  private final Reviews reviews;
  private final RecordEntries entries;
  private final EnterPages pages;

  ReviewPages(Reviews reviews, RecordEntries entries, EnterPages pages) {
    this.reviews = reviews;
    this.entries = entries;
    this.pages = pages;
  }

  @GetMapping("/{town}/review")
  String list(
      Town town,
      Clearance who,
      @RequestParam(defaultValue = "-1") int approved,
      @RequestParam(defaultValue = "false") boolean sent,
      Model model) {
    String said = approved >= 0 ? "已审核 " + approved + " 条，数据已计入。" : "";
    show(who, sent ? "已退回，登记人会在桌面看到。" : said, List.of(), model);
    return "record/review";
  }

  private void show(Clearance who, String said, List<String> problems, Model model) {
    if (!who.may(Right.REVIEW)) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "审核");
    }
    TownRules now = pages.rules(who);
    Map<String, List<ReviewGroup.Row>> rows = new LinkedHashMap<>();
    List<Waiting> waiting = reviews.waiting(who, SHOWN);
    Map<Long, List<Entry>> entered =
        entries.of(who.town(), waiting.stream().map(Waiting::record).toList());
    for (Waiting one : waiting) {
      rows.computeIfAbsent(one.ledger(), l -> new ArrayList<>())
          .add(row(who, now, one, entered.getOrDefault(one.record(), List.of())));
    }
    List<ReviewGroup> groups = new ArrayList<>();
    rows.forEach((code, own) -> groups.add(new ReviewGroup(code, now.ledger(code).title(), own)));
    model.addAttribute("town", who.town());
    model.addAttribute("groups", groups);
    model.addAttribute("more", waiting.size() == SHOWN);
    model.addAttribute("waiting", reviews.count(who));
    model.addAttribute("said", said);
    model.addAttribute("problems", problems);
  }

  private static ReviewGroup.Row row(
      Clearance who, TownRules now, Waiting one, List<Entry> entries) {
    Ledger ledger = now.ledger(one.ledger());
    String title = RecordTitle.of(ledger, one.image(), one.record());
    return new ReviewGroup.Row(
        one.record() + "." + one.version() + "." + one.ledger(),
        title,
        "/" + who.town() + "/records/" + one.record(),
        FieldText.area(now.areas(), one.area()),
        Labels.kind(one.kind()),
        now.nameOf(one.by()),
        Labels.moment(one.at()),
        one.reason(),
        one.own(),
        new Story(now)
            .unreviewed(ledger, entries).stream()
                .filter(change -> !(change.was().isEmpty() && change.now().equals(title)))
                .toList());
  }

  @PostMapping("/{town}/review/approve")
  String approve(
      Town town,
      Clearance who,
      @RequestParam(name = "seen", defaultValue = "") List<String> seen,
      Model model) {
    try {
      int approved = reviews.approve(who, seen.stream().map(ReviewPages::seen).toList());
      return "redirect:/" + who.town() + "/review?approved=" + approved;
    } catch (Refusal refusal) {
      return refused(who, refusal, model);
    }
  }

  @PostMapping("/{town}/review/return")
  String sendBack(
      Town town,
      Clearance who,
      @RequestParam String seen,
      @RequestParam(defaultValue = "") String reason,
      Model model) {
    try {
      reviews.sendBack(who, seen(seen), reason);
      return "redirect:/" + who.town() + "/review?sent=true";
    } catch (Refusal refusal) {
      return refused(who, refusal, model);
    }
  }

  private String refused(Clearance who, Refusal refusal, Model model) {
    show(who, "", refusal.text(English.locale()).lines().toList(), model);
    return "record/review";
  }

  private static Reviews.Seen seen(String text) {
    String[] parts = text.split("\\.", 3);
    if (parts.length != 3 || !parts[0].matches("\\d{1,18}") || !parts[1].matches("\\d{1,18}")) {
      throw Refusal.of(ProblemCode.NOT_READABLE, "要审核的记录", text);
    }
    return new Reviews.Seen(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2]);
  }
}

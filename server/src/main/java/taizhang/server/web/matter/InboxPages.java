package taizhang.server.web.matter;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.area.AreaTree;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.browse.Cursor;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.matter.Inbox;
import taizhang.server.matter.MatterRow;
import taizhang.server.matter.MatterRow.Concern;
import taizhang.server.matter.Matters;
import taizhang.server.town.Town;
import taizhang.server.web.FieldText;
import taizhang.server.web.Labels;
import taizhang.server.web.PanelLinks;
import taizhang.server.web.record.DocumentSteps;

/** The inbox (待办). */
@Controller
class InboxPages {

  private static final int PAGE = 50;
  private static final String ALL = "all";

  private final Inbox inbox;
  private final Matters matters;
  private final Rules rules;

  InboxPages(Inbox inbox, Matters matters, Rules rules) {
    this.inbox = inbox;
    this.matters = matters;
    this.rules = rules;
  }

  @GetMapping("/{town}/matters")
  String inbox(
      Town town,
      Clearance who,
      @RequestParam(defaultValue = "") String show,
      @RequestParam(defaultValue = "") String ledger,
      @RequestParam(defaultValue = "") String department,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "") String before,
      Model model) {
    if (!who.may(Right.READ)) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "查阅待办");
    }
    Inbox.Counts counts = inbox.counts(who, new Inbox.Wanted(null, false, "", department, day));
    Concern concern = concern(show, counts);
    Inbox.Wanted wanted = new Inbox.Wanted(concern, false, ledger, department, day);
    Inbox.Page page = inbox.page(who, wanted, cursor(after, before), PAGE);
    model.addAttribute("shown", shown(town, counts, wanted, page));
    return "matter/inbox";
  }

  private InboxShown shown(Town town, Inbox.Counts counts, Inbox.Wanted wanted, Inbox.Page page) {
    TownRules now = rules.of(town);
    Concern concern = wanted.concern();
    String chosen = concern == null ? ALL : code(concern);
    String rest = rest(wanted);
    String here = "/" + town.code() + "/matters?show=" + chosen + rest;
    return new InboxShown(
        town.code(),
        tabs(town, counts, concern, rest),
        chosen,
        ledgers(now, counts),
        wanted.ledger(),
        wanted.department(),
        wanted.day().isEmpty() ? "" : day(wanted.day()),
        page.rows().stream().map(row -> row(town, now.areas(), row)).toList(),
        place(here, page.previous()),
        place(here, page.next()),
        teach(concern));
  }

  private static String day(String day) {
    try {
      return Labels.day(LocalDate.parse(day));
    } catch (DateTimeParseException e) {
      throw Refusal.of(ProblemCode.NOT_READABLE, "日期", day);
    }
  }

  private static @Nullable Cursor cursor(String after, String before) {
    if (!after.isEmpty()) {
      return Cursor.parse(after, false);
    }
    return before.isEmpty() ? null : Cursor.parse(before, true);
  }

  private static String place(String here, @Nullable Cursor cursor) {
    return cursor == null
        ? ""
        : here + (cursor.back() ? "&before=" : "&after=") + PanelLinks.encoded(cursor.text());
  }

  /** What narrows the list beside the tab, as an address has it. */
  private static String rest(Inbox.Wanted wanted) {
    return part("ledger", wanted.ledger())
        + part("department", wanted.department())
        + part("day", wanted.day());
  }

  private static String part(String name, String value) {
    return value.isEmpty() ? "" : "&" + name + "=" + PanelLinks.encoded(value);
  }

  /** What is asked for; without a word the person's own, where there is any of it. */
  private static @Nullable Concern concern(String show, Inbox.Counts counts) {
    for (Concern concern : Concern.values()) {
      if (code(concern).equals(show)) {
        return concern;
      }
    }
    return show.isEmpty() && counts.of(Concern.MINE) > 0 ? Concern.MINE : null;
  }

  private static String code(Concern concern) {
    return concern.name().toLowerCase(Locale.ROOT);
  }

  private static List<InboxShown.Tab> tabs(
      Town town, Inbox.Counts counts, @Nullable Concern here, String rest) {
    String base = "/" + town.code() + "/matters?show=";
    List<InboxShown.Tab> tabs = new ArrayList<>();
    for (Concern concern : Concern.values()) {
      long count = counts.of(concern);
      tabs.add(
          new InboxShown.Tab(
              title(concern),
              count,
              base + code(concern) + rest,
              concern == here,
              concern == Concern.LATE && count > 0));
    }
    tabs.add(new InboxShown.Tab("全部", counts.all(), base + ALL + rest, here == null, false));
    return tabs;
  }

  private static String title(Concern concern) {
    return switch (concern) {
      case MINE -> "我来办";
      case DEPARTMENT -> "本部门";
      case AREA -> "本辖区";
      case LATE -> "已逾期";
      case NEAR -> "临近到期";
      case TODAY -> "今日到期";
    };
  }

  private static String teach(@Nullable Concern concern) {
    return switch (concern) {
      case null -> "有时限、要办理的事项会排在这里，先到期的在前。";
      case MINE -> "轮到您办理的事项会排在这里。";
      case DEPARTMENT -> "由您所在部门负责的事项会排在这里。";
      case AREA -> "发生在您负责的村居的事项会排在这里。";
      case LATE -> "没有逾期的事项。";
      case NEAR -> "没有临近到期的事项。";
      case TODAY -> "今天没有到期的事项。";
    };
  }

  private static List<InboxShown.Choice> ledgers(TownRules now, Inbox.Counts counts) {
    return Matters.ledgers(now).stream()
        .filter(ledger -> counts.ledgers().containsKey(ledger.code()))
        .map(ledger ->
            new InboxShown.Choice(
                ledger.code(), ledger.title() + "（" + counts.ledgers().get(ledger.code()) + "）"))
        .toList();
  }

  private InboxShown.Row row(Town town, AreaTree areas, MatterRow row) {
    LocalDateTime now = matters.now();
    LocalDateTime due = row.due();
    long id = row.record().id();
    boolean late = row.concerns().contains(Concern.LATE);
    return new InboxShown.Row(
        id,
        row.title(),
        "/" + town.code() + "/records/" + id,
        row.ledger().title(),
        FieldText.area(areas, row.record().area()),
        row.stateTitle(),
        due == null ? "waiting" : Labels.light(row.light(), late),
        due == null ? "" : Labels.day(due.toLocalDate()),
        due == null ? "" : Labels.left(now, due),
        row.why(),
        row.provisional(),
        row.moves().stream()
            .filter(next -> next.permitted())
            .map(next -> move(town, row, next))
            .toList());
  }

  private static InboxShown.Move move(
      Town town, MatterRow row, taizhang.server.matter.MatterView.Next next) {
    long id = row.record().id();
    String action = DocumentSteps.action(town.code(), row.ledger().code(), id, next.name());
    return action.isEmpty()
        ? new InboxShown.Move(
            next.move().title(),
            "/" + town.code() + "/records/" + id + "/enter?as=move:" + next.name(),
            false)
        : new InboxShown.Move(next.move().title(), action, true);
  }
}

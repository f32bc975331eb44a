package taizhang.server.web.desk;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.access.Role;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Pack;
import taizhang.books.pack.Packs;
import taizhang.server.desk.Desks;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.report.Dossiers;
import taizhang.server.report.Readership;
import taizhang.server.report.ReportHead;
import taizhang.server.report.ReportYear;
import taizhang.server.report.Reports;
import taizhang.server.town.Town;
import taizhang.server.web.English;
import taizhang.server.web.Labels;

/** The desk (我的桌面): the first page of a town. */
@Controller
class DeskPages {

  private static final int FIRST = 6;
  private static final int NEWEST = 3;
  private static final int MOST_NEWS = 8;

  private final List<DeskList> lists;
  private final Desks desks;
  private final Rules rules;
  private final Reports reports;
  private final Dossiers dossiers;
  private final Remembered<List<DeskShown.Moved>> moved;

  DeskPages(
      List<DeskList> lists,
      Desks desks,
      Rules rules,
      Reports reports,
      Dossiers dossiers,
      InstantSource clock) {
    this.moved = new Remembered<>(desks, clock);
    this.lists = lists;
    this.desks = desks;
    this.rules = rules;
    this.reports = reports;
    this.dossiers = dossiers;
  }

  @GetMapping("/{town:[a-z][a-z0-9_-]*}")
  String desk(Town town, Clearance who, Model model) {
    TownRules current = rules.of(town);
    boolean reads = who.may(Right.READ);
    model.addAttribute(
        "shown",
        new DeskShown(
            greeting(who),
            lists(town, who),
            reads ? moved.of(town, who, () -> news(town, who, current)) : List.of(),
            ledgers(town, who, current),
            reads ? reports(town, who) : List.of(),
            reads ? List.of() : places(town, who),
            !reads));
    return "desk/desk";
  }

  private String greeting(Clearance who) {
    LocalDate today = rules.today();
    String posts =
        who.posts().stream()
            .map(post ->
                post.role().title() + (post.department().isEmpty() ? "" : "·" + post.department()))
            .distinct()
            .collect(Collectors.joining("、"));
    String weekday = today.getDayOfWeek().getDisplayName(TextStyle.FULL, English.locale());
    return Labels.day(today) + " · " + weekday + " · " + posts;
  }

  private List<DeskList.Shown> lists(Town town, Clearance who) {
    return lists.stream().flatMap(list -> list.of(town, who, FIRST).stream()).toList();
  }

  private List<DeskShown.Moved> news(Town town, Clearance who, TownRules current) {
    Rows rows = new Rows(town.code(), current);
    return desks
        .news(town, who, rules.today().minusDays(1).atStartOfDay(Entries.ZONE).toInstant(), NEWEST)
        .stream()
        .limit(MOST_NEWS)
        .map(news ->
            new DeskShown.Moved(
                rows.title(news.ledger()),
                news.count(),
                "/" + town.code() + "/ledgers/" + news.ledger(),
                news.newest().stream().map(rows::of).toList()))
        .toList();
  }

  private static List<DeskShown.Shortcut> ledgers(Town town, Clearance who, TownRules current) {
    List<DeskShown.Shortcut> found = new ArrayList<>();
    for (Pack pack : current.packs().packs()) {
      if (pack.name().equals(Packs.SYSTEM)) {
        continue;
      }
      for (Ledger ledger : pack.ledgers().values()) {
        if (who.may(Right.WRITE, ledger) && ledger.master().equals("town")) {
          String href = "/" + town.code() + "/ledgers/" + ledger.code();
          found.add(new DeskShown.Shortcut(ledger.title(), pack.title(), href, href + "/new"));
        }
      }
    }
    return found;
  }

  /** Who does not work on them finds those that were made public. */
  private List<DeskShown.Door> reports(Town town, Clearance who) {
    List<ReportHead> heads =
        new Readership(who).drafts()
            ? reports.list(town.code())
            : dossiers.years(town.code()).stream()
                .filter(ReportYear::published)
                .map(ReportYear::head)
                .toList();
    return heads.stream()
        .map(report ->
            new DeskShown.Door(report.title(), "", "/" + town.code() + "/reports/" + report.year()))
        .toList();
  }

  /** What those may do who keep the system and see no business data. */
  private static List<DeskShown.Door> places(Town town, Clearance who) {
    String home = "/" + town.code();
    List<DeskShown.Door> doors = new ArrayList<>();
    for (Role role : who.posts().stream().map(post -> post.role()).distinct().toList()) {
      switch (role) {
        case SYSTEM -> {
          doors.add(new DeskShown.Door("区域", "登记村居、网格的设立、撤并和更名。", home + "/areas"));
          doors.add(new DeskShown.Door("业务模块", "看采用了哪些业务模块、各自登记什么、怎样交接。", home + "/packs"));
          doors.add(new DeskShown.Door("接口令牌", "给上级平台和别的系统发放、收回取数报数的令牌。", home + "/tokens"));
          doors.add(new DeskShown.Door("消息送达", "看提醒送到了没有，送不到的为什么。", home + "/deliveries"));
        }
        case SECURITY -> doors.add(new DeskShown.Door("人员岗位", "开通账号，安排和收回岗位。", home + "/people"));
        case AUDITOR -> doors.add(new DeskShown.Door("审计", "看谁查看、改动、导出了什么。", home + "/audit"));
        default -> {}
      }
    }
    return doors;
  }
}

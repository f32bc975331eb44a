package taizhang.server.web.matter;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Lifecycle;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.demo.DemoMark;
import taizhang.server.ledger.Rules;
import taizhang.server.matter.Boards;
import taizhang.server.matter.Bulletin;
import taizhang.server.matter.Matters;
import taizhang.server.town.Town;

/** Boards of matters and the monthly bulletin of supervision. */
@Controller
class BoardPages {

  private static final MediaType DOCX =
      MediaType.parseMediaType(
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final Boards boards;
  private final Bulletin bulletin;
  private final Rules rules;
  private final DemoMark demo;

  BoardPages(Boards boards, Bulletin bulletin, Rules rules, DemoMark demo) {
    this.boards = boards;
    this.bulletin = bulletin;
    this.rules = rules;
    this.demo = demo;
  }

  static void mayRead(Clearance who) {
    if (!who.may(Right.READ)) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "查阅事项");
    }
  }

  @GetMapping("/{town}/matters/boards")
  String boards(
      Town town, Clearance who, @RequestParam(defaultValue = "") String month, Model model) {
    mayRead(who);
    YearMonth shown = month(month, YearMonth.from(rules.today()));
    String here = "/" + town.code() + "/matters/boards?month=";
    model.addAttribute(
        "shown",
        new BoardsShown(
            town.code(),
            YearPages.reads(who, rules.of(town)),
            ways(town, who),
            boards.loads(who),
            title(shown),
            here + shown.minusMonths(1) + "#calendar",
            here + shown.plusMonths(1) + "#calendar",
            shown.atDay(1).getDayOfWeek().getValue(),
            days(town, who, shown)));
    return "matter/boards";
  }

  private static YearMonth month(String text, YearMonth without) {
    try {
      return text.isEmpty() ? without : YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw Refusal.of(ProblemCode.NOT_READABLE, "月份", text);
    }
  }

  private static String title(YearMonth month) {
    return month.getYear() + "年" + month.getMonthValue() + "月";
  }

  private List<BoardsShown.Way> ways(Town town, Clearance who) {
    Map<String, Map<String, Long>> counts = boards.states(who);
    return Matters.ledgers(rules.of(town)).stream()
        .filter(ledger -> counts.containsKey(ledger.code()))
        .map(ledger -> way(town, ledger, counts.getOrDefault(ledger.code(), Map.of())))
        .toList();
  }

  private static BoardsShown.Way way(Town town, Ledger ledger, Map<String, Long> counts) {
    Lifecycle lifecycle = Objects.requireNonNull(ledger.lifecycle());
    String table = "/" + town.code() + "/ledgers/" + ledger.code();
    List<BoardsShown.State> states = new ArrayList<>();
    lifecycle
        .states()
        .forEach((name, state) ->
            states.add(
                new BoardsShown.State(
                    state.title(),
                    counts.getOrDefault(name, 0L),
                    table + "?state=" + name,
                    state.last())));
    return new BoardsShown.Way(
        ledger.title(),
        table + "?view=board",
        "/" + town.code() + "/matters/flows/" + ledger.code(),
        states);
  }

  private List<BoardsShown.Day> days(Town town, Clearance who, YearMonth month) {
    Map<LocalDate, Boards.Day> due = boards.calendar(who, month);
    List<BoardsShown.Day> days = new ArrayList<>();
    for (int n = 1; n <= month.lengthOfMonth(); n++) {
      LocalDate day = month.atDay(n);
      Boards.Day on = due.get(day);
      days.add(
          new BoardsShown.Day(
              n,
              day.equals(rules.today()),
              on == null ? 0 : on.count(),
              on == null ? 0 : on.late(),
              "/" + town.code() + "/matters?show=all&day=" + day,
              on == null ? List.of() : on.first()));
    }
    return days;
  }

  /** Without a month the last whole one. */
  private YearMonth past(String month) {
    return month(month, YearMonth.from(rules.today()).minusMonths(1));
  }

  @GetMapping("/{town}/matters/bulletin")
  String bulletin(
      Town town, Clearance who, @RequestParam(defaultValue = "") String month, Model model) {
    mayRead(who);
    YearMonth shown = past(month);
    Bulletin.Month counts = bulletin.of(who, shown);
    model.addAttribute(
        "shown",
        new BoardsShown.Month(town.code(), title(shown), shown.toString(), counts, counts.total()));
    return "matter/bulletin";
  }

  @GetMapping("/{town}/matters/bulletin.docx")
  ResponseEntity<byte[]> paper(
      Town town, Clearance who, @RequestParam(defaultValue = "") String month) {
    mayRead(who);
    YearMonth shown = past(month);
    ContentDisposition disposition =
        ContentDisposition.attachment()
            .filename(town.name() + title(shown) + "督查通报.docx", StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .contentType(DOCX)
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .body(bulletin.docx(who, shown, demo.on(town.code())));
  }
}

package taizhang.server.web.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
import taizhang.books.access.Right;
import taizhang.books.entry.EntryKind;
import taizhang.books.pack.Ledger;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.exchange.Exports;
import taizhang.server.exchange.Imported;
import taizhang.server.exchange.Imports;
import taizhang.server.exchange.Manner;
import taizhang.server.exchange.RowProblem;
import taizhang.server.exchange.TableRefused;
import taizhang.server.ledger.Author;
import taizhang.server.ledger.Rules;
import taizhang.server.town.Town;

/** Entering a block pasted from a spreadsheet, or a file: what would come of it, then for good. */
@Controller
class IntakePages {

  private static final int TOLD = 200;

  private final Rules rules;
  private final Imports imports;
  private final LongWorks works;

  IntakePages(Rules rules, Imports imports, LongWorks works) {
    this.rules = rules;
    this.imports = imports;
    this.works = works;
  }

  private Ledger ledger(Town town, Clearance who, String code) {
    Ledger ledger = rules.of(town).ledger(code);
    if (!who.may(Right.WRITE, ledger)) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "登记“" + ledger.title() + "”");
    }
    return ledger;
  }

  private static String home(Town town, String code) {
    return "/" + town.code() + "/ledgers/" + code;
  }

  @GetMapping("/{town}/ledgers/{ledger}/intake")
  String form(@PathVariable String ledger, Town town, Clearance who, Model model) {
    Ledger into = ledger(town, who, ledger);
    model.addAttribute("home", home(town, ledger));
    model.addAttribute("title", into.title());
    model.addAttribute("headings", Exports.headings(into));
    return "ledger/intake";
  }

  @PostMapping("/{town}/ledgers/{ledger}/intake")
  String rehearse(
      @PathVariable String ledger,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "change") String kind,
      @RequestParam(defaultValue = "") String on,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "false") boolean bare,
      Town town,
      Clearance who) {
    Ledger into = ledger(town, who, ledger);
    String table = bare ? String.join("\t", Exports.headings(into)) + "\n" + text : text;
    Path kept = keep(file == null || file.isEmpty() ? null : file, table);
    Manner manner = manner(who, kind, on, reason);
    LongWork work =
        works.start(
            who,
            "核对“" + into.title() + "”的表格",
            home(town, ledger) + "/intake",
            begun -> {
              Outcome outcome = rehearsed(town, into, kept, manner, begun.id(), bare);
              return new LongWork.Ended("", kept, "", null, outcome, manner);
            });
    return WorkPages.after(town.code(), work);
  }

  private Outcome rehearsed(
      Town town, Ledger into, Path file, Manner manner, String id, boolean bare) {
    String home = home(town, into.code());
    try {
      Imported would = imports.rehearse(town.code(), into.code(), file, manner);
      boolean any = would.opened() + would.changed() > 0;
      return told(
          "核对通过",
          any ? "确认之前，账上什么也没有改。" : "表里的内容账上都已经有了，不用再登记。",
          would,
          town,
          home,
          any ? home + "/intake/enter/" + id : "");
    } catch (TableRefused refused) {
      return refused(refused, home, bare ? 1 : 0);
    }
  }

  /** What is wrong in a table, at the rows as the person counts them. */
  private static Outcome refused(TableRefused refused, String home, int above) {
    List<Outcome.Line> lines =
        refused.problems().stream().limit(TOLD).map(p -> line(p, above)).toList();
    return new Outcome(
        "表格里有要改的地方",
        "账上什么也没有改。请在原表里改好下面这些，再粘贴或导入一次。",
        false,
        List.of(new Outcome.Count("要改的", refused.problems().size())),
        List.of(),
        lines,
        home,
        home + "/intake",
        "",
        List.of());
  }

  private static Outcome.Line line(RowProblem problem, int above) {
    String column = problem.column();
    return new Outcome.Line(
        "第 " + (problem.row() - above) + " 行",
        "",
        column == null ? "" : column,
        problem.problem().message(Locale.CHINESE),
        true);
  }

  private Outcome told(
      String title, String said, Imported rows, Town town, String home, String confirm) {
    return new Outcome(
        title,
        said,
        true,
        List.of(
            new Outcome.Count("行", rows.rows()),
            new Outcome.Count("新登记", rows.opened()),
            new Outcome.Count("变更或更正", rows.changed()),
            new Outcome.Count("与账上相同", rows.unchanged()),
            new Outcome.Count("以前已登记", rows.again())),
        MovedLine.of(town.code(), rows.moved(), rules.today()),
        List.of(),
        home,
        confirm.isEmpty() ? "" : home + "/intake",
        confirm,
        List.of());
  }

  @PostMapping("/{town}/ledgers/{ledger}/intake/enter/{id}")
  String enter(@PathVariable String ledger, @PathVariable String id, Town town, Clearance who) {
    Ledger into = ledger(town, who, ledger);
    LongWork.Ended rehearsed = works.find(who, id).ended();
    Path file = rehearsed == null ? null : rehearsed.file();
    Manner manner = rehearsed == null ? null : rehearsed.manner();
    if (file == null || manner == null || !Files.exists(file)) {
      throw Refusal.of(ProblemCode.ALREADY, "这张表已经登记过，或者放得太久了；请重新粘贴或导入");
    }
    String home = home(town, ledger);
    LongWork work =
        works.start(
            who,
            "登记“" + into.title() + "”的表格",
            home,
            begun -> {
              Imported done = imports.enter(town.code(), ledger, file, manner, begun::at);
              LongWorks.drop(Objects.requireNonNull(rehearsed));
              return LongWork.Ended.with(told("已登记", "表格已登记，数据已随之更新。", done, town, home, ""));
            });
    return WorkPages.after(town.code(), work);
  }

  private static Path keep(@Nullable MultipartFile file, String text) {
    try {
      String name = file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
      boolean workbook = name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
      Path kept = Files.createTempFile("taizhang-", workbook ? ".xlsx" : ".csv");
      if (file == null) {
        Files.writeString(kept, text);
      } else {
        file.transferTo(kept);
      }
      return kept;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Manner manner(Clearance who, String kind, String on, String reason) {
    try {
      return new Manner(
          Author.person(who),
          kind.equals("correct") ? EntryKind.CORRECT : EntryKind.CHANGE,
          on.isBlank() ? null : LocalDate.parse(on),
          reason.isBlank() ? null : reason.strip());
    } catch (DateTimeException e) {
      throw Refusal.of(ProblemCode.WRONG_TYPE, "日期", "日期，如 2026-01-31", on);
    }
  }
}

package taizhang.server.web.ledger;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.figure.FigureQuery;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Ledger;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.browse.Browse;
import taizhang.server.browse.LedgerCounts;
import taizhang.server.browse.Page;
import taizhang.server.browse.SavedViews;
import taizhang.server.browse.Selection;
import taizhang.server.browse.Totals;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;
import taizhang.server.web.Labels;
import taizhang.server.web.PanelLinks;
import taizhang.server.web.Table;

/** A ledger as a table. */
@Controller
class TablePages {
  private static final int ROWS = 50;

  /** Ledgers with more records than this show their rows first and their totals when summed up. */
  private static final int SUMMED_AT_ONCE = 20_000;

  private final Rules rules;
  private final Browse browse;
  private final LedgerCounts counts;
  private final SavedViews saved;
  private final OtherViews others;

  TablePages(Rules rules, Browse browse, LedgerCounts counts, SavedViews saved, OtherViews others) {
    this.rules = rules;
    this.browse = browse;
    this.counts = counts;
    this.saved = saved;
    this.others = others;
  }

  @GetMapping("/{town}/ledgers/{ledger:[a-z0-9_]+\\.[a-z0-9_]+}")
  String table(
      @PathVariable String ledger,
      @RequestParam(defaultValue = "") String done,
      Town town,
      Clearance who,
      HttpServletRequest request,
      Model model) {
    Asked asked = asked(town, who, ledger, request.getParameterMap());
    ViewKind view = ViewKind.of(asked.ledger(), asked.address().value("view"));
    model.addAttribute("shown", shown(asked, view == ViewKind.TABLE, done));
    if (view == ViewKind.TABLE) {
      return "ledger/table";
    }
    model.addAttribute("drawn", others.draw(asked, view));
    return "ledger/" + view.code();
  }

  @GetMapping("/{town}/ledgers/{ledger:[a-z0-9_]+\\.[a-z0-9_]+}/totals")
  String totals(
      @PathVariable String ledger,
      Town town,
      Clearance who,
      HttpServletRequest request,
      Model model) {
    Asked asked = asked(town, who, ledger, request.getParameterMap());
    model.addAttribute("foot", foot(asked));
    model.addAttribute("columns", asked.columns().headings());
    model.addAttribute("selectable", asked.writes());
    return "kit/table-foot";
  }

  /** What a person asks of a ledger by an address. */
  record Asked(Clearance who, TownRules rules, Ledger ledger, TableAddress address, Chips filters) {
    TableColumns columns() {
      return new TableColumns(ledger, address);
    }

    Selection selection() {
      return filters.selection();
    }

    boolean writes() {
      return who.may(Right.WRITE, ledger) && ledger.master().equals("town");
    }
  }

  private Asked asked(Town town, Clearance who, String code, Map<String, String[]> params) {
    return ask(rules.of(town), who, code, params);
  }

  /** Reads an address; refused where the person may not read the ledger at all. */
  static Asked ask(TownRules rules, Clearance who, String code, Map<String, String[]> params) {
    Ledger ledger = rules.ledger(code);
    if (!who.may(Right.READ, ledger)) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "查阅“" + ledger.title() + "”");
    }
    TableAddress address = TableAddress.of(who.town(), code, params);
    return new Asked(who, rules, ledger, address, new Chips(ledger, rules.areas(), address));
  }

  private TableShown shown(Asked asked, boolean drawn, String done) {
    Page page =
        drawn
            ? browse.page(
                asked.who(),
                asked.selection(),
                asked.address().order(),
                asked.address().cursor(),
                ROWS)
            : new Page(List.of(), null, null);
    TableColumns columns = asked.columns();
    List<String> tops = asked.who().areas(Right.READ, asked.ledger());
    TableForm form = TableForm.of(asked.ledger(), asked.rules().areas(), tops, columns.choices());
    return new TableShown(
        asked.who().town(),
        asked.ledger().code(),
        asked.ledger().title(),
        asked.rules().owner(asked.ledger()),
        asked.address(),
        new Tabs(asked, saved.list(asked.who(), asked.ledger())).list(),
        OtherViews.tabs(asked),
        asked.filters().chips(),
        form,
        table(asked, page, columns, drawn),
        page.previous() == null ? "" : asked.address().at(page.previous()).href(),
        page.next() == null ? "" : asked.address().at(page.next()).href(),
        asked.writes(),
        asked.who().may(Right.REVIEW, asked.ledger()),
        done.equals("entered") ? "已登记，合计和数据已随之更新。" : "");
  }

  private Table table(Asked asked, Page page, TableColumns columns, boolean drawn) {
    TableLines lines =
        new TableLines(
            asked.who(),
            asked.ledger(),
            asked.rules(),
            counts.names(asked.who(), referred(asked.ledger(), columns, page.rows())),
            new DueCell(asked.ledger(), asked.rules().reckoner(), rules.now()));
    boolean large = drawn && counts.exceeds(asked.who(), asked.ledger().code(), SUMMED_AT_ONCE);
    boolean any = !page.rows().isEmpty();
    if (large) {
      browse.prepare(asked.who(), asked.ledger().code(), columns.orders());
    }
    return new Table(
        asked.ledger().title(),
        columns.headings(),
        page.rows().stream().map(row -> lines.line(row, columns.shown())).toList(),
        large || !any ? null : foot(asked),
        large && any ? asked.address().below("totals") : "",
        asked.writes() && !asked.selection().voided(),
        "drawer");
  }

  private static Set<Long> referred(Ledger ledger, TableColumns columns, List<RecordRow> rows) {
    List<Field> refs =
        columns.shown().stream()
            .map(TableColumns.Shown::field)
            .filter(f -> f != null && f.type() == FieldType.REF && !f.classification().sealed())
            .toList();
    return rows.stream()
        .flatMap(row -> refs.stream().map(ref -> row.image().text(ref.name())))
        .filter(text -> text.matches("\\d{1,18}"))
        .map(Long::valueOf)
        .collect(Collectors.toSet());
  }

  private Table.Foot foot(Asked asked) {
    Totals totals = browse.totals(asked.who(), asked.selection());
    FigureDoors doors = new FigureDoors(asked.who(), asked.rules(), asked.ledger(), rules.today());
    List<Table.Sum> sums = new ArrayList<>();
    for (TableColumns.Shown column : asked.columns().shown()) {
      BigDecimal sum = column.field() == null ? null : totals.sums().get(column.name());
      sums.add(
          sum == null
              ? Table.Sum.NONE
              : sum(asked, sum, doors.figure(asked.selection(), totals, column.name())));
    }
    FigureQuery count = doors.figure(asked.selection(), totals, FigureDoors.COUNT);
    String waiting = totals.pending() > 0 ? "（待审 " + totals.pending() + "）" : "";
    return new Table.Foot(
        "合计 " + Labels.number(BigDecimal.valueOf(totals.count())) + " 条" + waiting,
        count == null ? "" : PanelLinks.figure(asked.who().town(), count),
        sums);
  }

  private static Table.Sum sum(Asked asked, BigDecimal sum, @Nullable FigureQuery figure) {
    var indicator = figure == null ? null : asked.rules().packs().indicator(figure.indicator());
    return new Table.Sum(
        Labels.number(sum),
        figure == null ? "" : PanelLinks.figure(asked.who().town(), figure),
        indicator == null ? "" : "即指标“" + indicator.title() + "”");
  }
}

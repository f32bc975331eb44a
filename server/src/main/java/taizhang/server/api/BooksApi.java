package taizhang.server.api;

import static taizhang.server.api.Answers.AreaAnswer;
import static taizhang.server.api.Answers.LedgerAnswer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.pack.Ledger;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.browse.Browse;
import taizhang.server.browse.Cursor;
import taizhang.server.browse.Filter;
import taizhang.server.browse.Order;
import taizhang.server.browse.Page;
import taizhang.server.browse.Selection;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.RecordView;
import taizhang.server.ledger.Records;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;

/** What the books hold: areas, ledgers, records with their entries. */
@RestController
@RequestMapping(path = "/api/v1/{town}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "books")
class BooksApi {

  private static final int MOST = Browse.LARGEST_PAGE;
  private static final Order OLDEST = new Order(Order.OPENED, false);

  private final Rules rules;
  private final Records records;
  private final Browse browse;

  BooksApi(Rules rules, Records records, Browse browse) {
    this.rules = rules;
    this.records = records;
    this.browse = browse;
  }

  @GetMapping("/areas")
  @Operation(summary = "Areas of the town, past ones too")
  List<AreaAnswer> areas(@PathVariable("town") String code, Town town) {
    return rules.of(town).areas().all().stream().map(AreaAnswer::of).toList();
  }

  @GetMapping("/ledgers")
  @Operation(summary = "Ledgers of which the caller may read records")
  List<LedgerAnswer> ledgers(@PathVariable("town") String code, Town town, Clearance who) {
    return rules.of(town).packs().packs().stream()
        .flatMap(pack -> pack.ledgers().values().stream())
        .filter(ledger -> who.may(Right.READ, ledger))
        .map(LedgerAnswer::of)
        .toList();
  }

  @GetMapping("/ledgers/{ledger}")
  @Operation(summary = "One ledger with its fields")
  LedgerAnswer ledger(
      @PathVariable("town") String code, @PathVariable String ledger, Town town, Clearance who) {
    return LedgerAnswer.of(readable(town, who, ledger));
  }

  @GetMapping("/ledgers/{ledger}/records")
  @Operation(summary = "Live records of a ledger that the caller may read, by number, narrowed")
  Answers.RecordsAnswer records(
      @PathVariable("town") String code,
      @PathVariable String ledger,
      Town town,
      Clearance who,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String area,
      @RequestParam(required = false) @Nullable List<String> state,
      @RequestParam(defaultValue = "false") boolean pending) {
    Ledger of = readable(town, who, ledger);
    between(limit, 1, MOST, "limit");
    Page page =
        browse.page(
            who,
            selection(town, of, q, area, state, pending),
            OLDEST,
            after == 0 ? null : new Cursor(Long.toString(after), after, false),
            limit);
    Cursor next = page.next();
    return new Answers.RecordsAnswer(
        page.rows().stream().map(row -> Answers.RecordAnswer.of(row, of)).toList(),
        next == null ? null : next.id());
  }

  private Selection selection(
      Town town,
      Ledger of,
      String q,
      @Nullable String area,
      @Nullable List<String> states,
      boolean pending) {
    List<Filter> filters = new ArrayList<>();
    if (area != null) {
      if (rules.of(town).areas().find(area) == null) {
        throw Refusal.of(ProblemCode.UNKNOWN_AREA, area);
      }
      filters.add(new Filter.Within(area));
    }
    if (states != null) {
      filters.add(new Filter.InState(states));
    }
    if (pending) {
      filters.add(new Filter.Pending());
    }
    return new Selection(of.code(), filters, q, false);
  }

  @GetMapping("/records/{id}")
  @Operation(summary = "A record with the entries it came from; sealed fields are left out")
  Answers.RecordWithEntries record(
      @PathVariable("town") String code, @PathVariable long id, Clearance who) {
    RecordView view = records.find(who, id);
    RecordRow row =
        new RecordRow(
            view.id(),
            view.ledger().code(),
            view.area(),
            view.state(),
            view.entries().getLast().seq(),
            view.reviewed(),
            view.voided(),
            view.image());
    return new Answers.RecordWithEntries(
        Answers.RecordAnswer.of(row, view.ledger()),
        view.entries().stream().map(e -> Answers.EntryAnswer.of(e, view.ledger())).toList());
  }

  private Ledger readable(Town town, Clearance who, String code) {
    TownRules now = rules.of(town);
    Ledger ledger = now.ledger(code);
    if (!who.may(Right.READ, ledger)) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "查阅“" + ledger.title() + "”", "read " + code);
    }
    return ledger;
  }

  /** Refuses a number out of its range. */
  static void between(int number, int least, int most, String name) {
    if (number < least || number > most) {
      throw new Refusal(
          List.of(
              taizhang.books.refusal.Problem.of(ProblemCode.OUT_OF_RANGE, name, least, most, number)
                  .in(name)));
    }
  }
}

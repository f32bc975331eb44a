package taizhang.server.web.record;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.Ledger;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.RecordRows;
import taizhang.server.ledger.TownRules;
import taizhang.server.matter.Matters;
import taizhang.server.matter.Subject;
import taizhang.server.town.Town;
import taizhang.server.web.FieldText;
import taizhang.server.web.RecordTitle;

/** Finds by name what a form refers to: records the person may read, indicators. */
@Controller
class Picks {

  private static final int SHOWN = 12;

  private final RecordRows rows;
  private final EnterPages pages;

  Picks(RecordRows rows, EnterPages pages) {
    this.rows = rows;
    this.pages = pages;
  }

  @GetMapping("/{town}/picks/records")
  String records(
      Town town,
      Clearance who,
      @RequestParam String ledger,
      @RequestParam(defaultValue = "") String look,
      Model model) {
    TownRules now = pages.rules(who);
    Ledger in = now.ledger(ledger);
    List<Found> found =
        rows.search(who, List.of(ledger), RecordTitle.wordy(in), look.strip(), SHOWN).stream()
            .map(row ->
                new Found(
                    Long.toString(row.id()),
                    RecordTitle.of(in, row.image(), row.id()),
                    FieldText.area(now.areas(), row.area()) + " 第 " + row.id() + " 号"))
            .toList();
    model.addAttribute("found", found);
    return "record/picks";
  }

  /** Matters of any ledger. */
  @GetMapping("/{town}/picks/matters")
  String matters(
      Town town, Clearance who, @RequestParam(defaultValue = "") String look, Model model) {
    TownRules now = pages.rules(who);
    List<Ledger> in = Matters.ledgers(now);
    List<Found> found =
        rows
            .search(
                who,
                in.stream().map(Ledger::code).toList(),
                in.stream().flatMap(one -> RecordTitle.wordy(one).stream()).distinct().toList(),
                look.strip(),
                SHOWN)
            .stream()
            .map(row -> matter(now.ledger(row.ledger()), row))
            .toList();
    model.addAttribute("found", found);
    return "record/picks";
  }

  private static Found matter(Ledger ledger, RecordRow row) {
    return new Found(
        Long.toString(row.id()),
        Subject.of(ledger, row.image(), row.id()),
        ledger.title() + " 第 " + row.id() + " 号");
  }

  @GetMapping("/{town}/picks/indicators")
  String indicators(
      Town town, Clearance who, @RequestParam(defaultValue = "") String look, Model model) {
    String text = look.strip();
    List<Found> found =
        pages.rules(who).packs().packs().stream()
            .flatMap(pack -> pack.indicators().values().stream())
            .filter(i -> names(i).anyMatch(name -> name.contains(text)))
            .limit(SHOWN)
            .map(i -> new Found(i.code(), i.title(), i.unit()))
            .toList();
    model.addAttribute("found", found);
    return "record/picks";
  }

  private static Stream<String> names(Indicator indicator) {
    return Stream.concat(
        Stream.of(indicator.title(), indicator.code()), indicator.aliases().stream());
  }
}

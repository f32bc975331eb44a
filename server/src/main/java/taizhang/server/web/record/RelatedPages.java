package taizhang.server.web.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import taizhang.books.access.Clearance;
import taizhang.books.pack.Field;
import taizhang.books.pack.Ledger;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.RecordRows;
import taizhang.server.ledger.RecordView;
import taizhang.server.ledger.Records;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;
import taizhang.server.web.FieldText;
import taizhang.server.web.RecordTitle;

/** The records that refer to a record. */
@Controller
class RelatedPages {

  private static final int RELATED = 50;

  private final Records records;
  private final RecordRows rows;
  private final Rules rules;

  RelatedPages(Records records, RecordRows rows, Rules rules) {
    this.records = records;
    this.rows = rows;
    this.rules = rules;
  }

  /** The records that refer to this one; asked for once the page stands. */
  @GetMapping("/{town}/records/{id:\\d{1,15}}/related")
  String related(
      Town town,
      Clearance who,
      @PathVariable long id,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
      Model model) {
    RecordView view = records.find(who, id);
    TownRules now = rules.of(town);
    List<RecordRow> found = rows.referring(who, referring(view.ledger(), now), id, RELATED);
    List<Related> related =
        found.stream()
            .map(row -> {
              Ledger ledger = now.ledger(row.ledger());
              return new Related(
                  ledger.title(),
                  RecordTitle.of(ledger, row.image(), row.id()),
                  FieldText.area(now.areas(), row.area()),
                  FieldText.state(ledger, row.state()),
                  "/" + town.code() + "/records/" + row.id());
            })
            .toList();
    model.addAttribute("related", related);
    model.addAttribute("more", found.size() == RELATED);
    model.addAttribute("title", RecordTitle.of(view.ledger(), view.image(), id));
    model.addAttribute("back", "/" + town.code() + "/records/" + id);
    return part ? "record/related" : "record/related-page";
  }

  private static Map<String, List<String>> referring(Ledger target, TownRules now) {
    Map<String, List<String>> fields = new HashMap<>();
    now.packs()
        .packs()
        .forEach(pack ->
            pack.ledgers()
                .values()
                .forEach(ledger -> {
                  List<String> own =
                      ledger.fields().values().stream()
                          .filter(field -> target.code().equals(field.ledger()))
                          .map(Field::name)
                          .toList();
                  if (!own.isEmpty()) {
                    fields.put(ledger.code(), own);
                  }
                }));
    return fields;
  }
}

package taizhang.server.web.record;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.entry.Value;
import taizhang.books.pack.Classification;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Ledger;
import taizhang.server.access.Disclosures;
import taizhang.server.access.Traces;
import taizhang.server.ledger.Effects;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.RecordRows;
import taizhang.server.ledger.RecordView;
import taizhang.server.ledger.Records;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;
import taizhang.server.web.FieldText;
import taizhang.server.web.FileDoors;
import taizhang.server.web.RecordTitle;
import taizhang.server.web.Table;

/** A record: what it holds, what lies beside it, and who entered what, when and why. */
@Controller
class RecordPages {

  private static final int RELATED = 50;

  private final Records records;
  private final RecordRows rows;
  private final Rules rules;
  private final Effects effects;
  private final Disclosures disclosures;
  private final Traces traces;
  private final MatterParts matters;

  RecordPages(
      Records records,
      RecordRows rows,
      Rules rules,
      Effects effects,
      Disclosures disclosures,
      Traces traces,
      MatterParts matters) {
    this.records = records;
    this.rows = rows;
    this.rules = rules;
    this.effects = effects;
    this.disclosures = disclosures;
    this.traces = traces;
    this.matters = matters;
  }

  @GetMapping("/{town}/records/{id:\\d{1,15}}")
  String record(
      Town town,
      Clearance who,
      @PathVariable long id,
      @RequestParam(required = false) @Nullable Long done,
      Model model) {
    show(town, who, id, Map.of(), model);
    if (done != null) {
      TownRules now = rules.of(town);
      model.addAttribute("done", new Movings(now, town.code()).of(effects.of(who, id, done)));
    }
    return "record/record";
  }

  /** Personal fields in the clear, this once. */
  @PostMapping("/{town}/records/{id:\\d{1,15}}/reveal")
  String reveal(
      Town town,
      Clearance who,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String reason,
      HttpServletRequest request,
      Model model) {
    Map<String, String> clear = disclosures.open(who, id, reason, request.getRemoteAddr());
    show(town, who, id, clear, model);
    return "record/record";
  }

  @GetMapping("/{town}/records/{id:\\d{1,15}}/print")
  String print(
      Town town, Clearance who, @PathVariable long id, HttpServletRequest request, Model model) {
    show(town, who, id, Map.of(), model);
    traces.leave(town, who.login(), "print", "记录 " + id, "", request.getRemoteAddr());
    model.addAttribute("printing", true);
    return "record/record";
  }

  private void show(Town town, Clearance who, long id, Map<String, String> clear, Model model) {
    RecordView view = records.find(who, id);
    TownRules now = rules.of(town);
    model.addAttribute("page", page(who, view, now, clear));
    model.addAttribute("clear", !clear.isEmpty());
  }

  private RecordPage page(
      Clearance who, RecordView view, TownRules now, Map<String, String> clear) {
    Ledger ledger = view.ledger();
    Story story = new Story(now);
    boolean writes =
        !view.voided()
            && now.packs().ledger(ledger.code()) != null
            && who.may(Right.WRITE, ledger, view.area());
    return new RecordPage(
        who.town(),
        view.id(),
        ledger.code(),
        ledger.title(),
        RecordTitle.of(ledger, view.image(), view.id()),
        FieldText.area(now.areas(), view.area()),
        FieldText.state(ledger, view.state()),
        notes(view, now),
        fields(who, view, now, clear),
        matters.moves(who, view),
        matters.of(who, view),
        writes,
        opens(who, view),
        story.files(view),
        story.of(view));
  }

  private static List<String> notes(RecordView view, TownRules now) {
    List<String> notes = new ArrayList<>();
    if (now.packs().ledger(view.ledger().code()) == null) {
      notes.add("台账已停用");
    }
    if (view.voided()) {
      notes.add("已作废");
    }
    if (view.pending()) {
      boolean returned = view.entries().getLast().kind() == taizhang.books.entry.EntryKind.RETURN;
      notes.add(returned ? "已退回" : "待审");
    }
    return notes;
  }

  private static boolean opens(Clearance who, RecordView view) {
    return List.of(Classification.PERSONAL, Classification.SENSITIVE).stream()
        .anyMatch(c -> who.reveals(view.ledger(), view.area(), c));
  }

  private List<RecordPage.Shown> fields(
      Clearance who, RecordView view, TownRules now, Map<String, String> clear) {
    Map<Long, String> titles = titles(who, view, now);
    List<RecordPage.Shown> shown = new ArrayList<>();
    for (Field field : view.ledger().fields().values()) {
      Value value = view.image().fields().get(field.name());
      if (value == null || Story.timed(view.ledger(), field.name())) {
        continue;
      }
      String open = clear.get(field.name());
      boolean masked = field.classification().sealed() && open == null;
      List<Table.Door> doors = masked || open != null ? List.of() : doors(who, view, field, titles);
      String text = open == null ? text(field, value, now, titles, masked) : open;
      shown.add(new RecordPage.Shown(field.title(), text, masked, doors));
    }
    view.ledger()
        .retired()
        .forEach((name, field) -> {
          Value value = view.image().fields().get(name);
          if (value != null) {
            String text = FieldText.of(field, value, now.areas());
            boolean masked = field.classification().sealed();
            List<Table.Door> doors =
                masked
                    ? List.of()
                    : FileDoors.of("/" + who.town() + "/records/" + view.id(), value);
            shown.add(new RecordPage.Shown(field.title() + Story.RETIRED, text, masked, doors));
          }
        });
    return shown;
  }

  private static String text(
      Field field, Value value, TownRules now, Map<Long, String> titles, boolean masked) {
    return field.type() == FieldType.REF && !masked && FieldText.fits(field, value)
        ? titles.getOrDefault(Long.valueOf(value.asText()), "第 " + value.asText() + " 号")
        : FieldText.of(field, value, now.areas());
  }

  /** Where what a field holds leads: the record referred to, files. */
  private static List<Table.Door> doors(
      Clearance who, RecordView view, Field field, Map<Long, String> titles) {
    Value value = view.image().fields().get(field.name());
    String records = "/" + who.town() + "/records/";
    if (field.type() == FieldType.REF && value != null && FieldText.fits(field, value)) {
      Long to = Long.valueOf(value.asText());
      String title = titles.get(to);
      return title == null ? List.of() : List.of(new Table.Door(title, records + to, false));
    }
    return FileDoors.of(records + view.id(), value);
  }

  /** What the records it refers to are called, of those the person may read. */
  private Map<Long, String> titles(Clearance who, RecordView view, TownRules now) {
    List<Long> ids =
        view.ledger().fields().values().stream()
            .filter(field -> field.type() == FieldType.REF && !field.classification().sealed())
            .map(field -> view.image().text(field.name()))
            .filter(text -> text.matches("\\d{1,18}"))
            .map(Long::valueOf)
            .toList();
    return titles(who, ids, rows, now);
  }

  static Map<Long, String> titles(Clearance who, List<Long> ids, RecordRows rows, TownRules now) {
    Map<Long, String> titles = new HashMap<>();
    if (!ids.isEmpty()) {
      rows.find(who.town(), ids)
          .values()
          .forEach(row -> {
            Ledger ledger = now.ledger(row.ledger());
            if (who.may(Right.READ, ledger, row.area())) {
              titles.put(row.id(), RecordTitle.of(ledger, row.image(), row.id()));
            }
          });
    }
    return titles;
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

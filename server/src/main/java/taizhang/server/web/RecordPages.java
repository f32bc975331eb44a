package taizhang.server.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import taizhang.books.area.AreaTree;
import taizhang.books.entry.Entry;
import taizhang.books.entry.Value;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Ledger;
import taizhang.server.figure.Figures;
import taizhang.server.ledger.RecordView;
import taizhang.server.ledger.Records;
import taizhang.server.town.Town;
import taizhang.server.town.Towns;

/** A record: what it holds, and who entered what, when and why. */
@Controller
class RecordPages {

  private final Towns towns;
  private final Records records;
  private final Figures figures;

  RecordPages(Towns towns, Records records, Figures figures) {
    this.towns = towns;
    this.records = records;
    this.figures = figures;
  }

  @GetMapping("/{town}/records/{id:\\d{1,15}}")
  String record(@PathVariable String town, @PathVariable long id, Model model) {
    Town in = towns.find(town);
    RecordView view = records.find(town, id);
    AreaTree areas = figures.rules(town).areas();
    model.addAttribute("town", in);
    model.addAttribute("page", page(town, view, areas));
    return "record";
  }

  private static RecordPage page(String town, RecordView view, AreaTree areas) {
    List<String> notes = new ArrayList<>();
    if (view.voided()) {
      notes.add("已作废");
    }
    if (view.pending()) {
      notes.add("有登记待审");
    }
    String area = view.area();
    return new RecordPage(
        town,
        view.id(),
        view.ledger().title(),
        area == null ? "" : Panels.name(areas, area),
        FieldText.state(view.ledger(), view.state()),
        notes,
        fields(town, view, areas),
        thread(view, areas));
  }

  private static List<RecordPage.Shown> fields(String town, RecordView view, AreaTree areas) {
    List<RecordPage.Shown> shown = new ArrayList<>();
    for (Field field : view.ledger().fields().values()) {
      Value value = view.image().fields().get(field.name());
      if (value == null) {
        continue;
      }
      boolean masked = field.classification().sealed();
      boolean leads = field.type() == FieldType.REF && !masked;
      shown.add(
          new RecordPage.Shown(
              field.title(),
              FieldText.of(field, value, areas),
              masked,
              leads ? "/" + town + "/records/" + value.asText() : ""));
    }
    return shown;
  }

  private static List<RecordPage.Step> thread(RecordView view, AreaTree areas) {
    List<RecordPage.Step> steps = new ArrayList<>();
    Map<String, String> known = new HashMap<>();
    for (Entry entry : view.entries()) {
      steps.addFirst(step(entry, changes(entry, view.ledger(), known, areas)));
    }
    return steps;
  }

  private static RecordPage.Step step(Entry entry, List<RecordPage.Change> changes) {
    LocalDate on = entry.effectiveOn();
    return new RecordPage.Step(
        entry.seq(),
        Labels.kind(entry.kind()),
        entry.kind().code(),
        on == null ? "" : Labels.day(on),
        entry.by(),
        Labels.moment(entry.at()),
        entry.reason() == null ? "" : entry.reason(),
        changes);
  }

  /** What an entry set, beside what was set before it in the order of the books. */
  private static List<RecordPage.Change> changes(
      Entry entry, Ledger ledger, Map<String, String> known, AreaTree areas) {
    List<RecordPage.Change> changes = new ArrayList<>();
    String state = entry.state();
    if (state != null) {
      String now = FieldText.state(ledger, state);
      changes.add(new RecordPage.Change("状态", said(known.put("#state", now)), now));
    }
    String area = entry.area();
    if (area != null) {
      String now = Panels.name(areas, area);
      changes.add(new RecordPage.Change("区域", said(known.put("#area", now)), now));
    }
    for (Field field : ledger.fields().values()) {
      Value value = entry.patch().get(field.name());
      if (value != null) {
        String now = FieldText.of(field, value, areas);
        String was = said(known.put(field.name(), now));
        changes.add(new RecordPage.Change(field.title(), was, now));
      }
    }
    return changes;
  }

  private static String said(@Nullable String text) {
    return text == null ? "" : text;
  }
}

package taizhang.server.web.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.Attachment;
import taizhang.books.entry.Entry;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.FileRef;
import taizhang.books.entry.Value;
import taizhang.books.pack.Field;
import taizhang.books.pack.Ledger;
import taizhang.server.ledger.RecordView;
import taizhang.server.ledger.TownRules;
import taizhang.server.web.FieldText;
import taizhang.server.web.Labels;

/** What was entered about a record, each entry beside what was said before it. */
final class Story {

  /** What a list of records says of each anyhow. */
  private static final Set<String> PLACES = Set.of("状态", "区域");

  /** What stands after the title of a field that is declared no longer. */
  static final String RETIRED = "（已停用的字段）";

  private final TownRules rules;

  Story(TownRules rules) {
    this.rules = rules;
  }

  /** The newest first. */
  List<RecordPage.Step> of(RecordView view) {
    List<RecordPage.Step> steps = new ArrayList<>();
    Map<String, String> known = new HashMap<>();
    for (Entry entry : view.entries()) {
      steps.addFirst(step(entry, changes(entry, view.ledger(), known)));
    }
    return steps;
  }

  /** What a review would pass: each field that was entered since the last one, then and now. */
  List<RecordPage.Change> unreviewed(Ledger ledger, List<Entry> entries) {
    Map<String, String> known = new HashMap<>();
    Map<String, RecordPage.Change> open = new LinkedHashMap<>();
    for (Entry entry : entries) {
      for (RecordPage.Change change : changes(entry, ledger, known)) {
        RecordPage.Change first = open.get(change.title());
        String was = first == null ? change.was() : first.was();
        open.put(change.title(), new RecordPage.Change(change.title(), was, change.now()));
      }
      if (entry.kind() == EntryKind.REVIEW) {
        open.clear();
      }
    }
    return open.values().stream()
        .filter(change -> !change.was().equals(change.now()))
        .filter(change -> !change.was().isEmpty() || !PLACES.contains(change.title()))
        .toList();
  }

  List<RecordPage.Laid> files(RecordView view) {
    Map<Long, Entry> entries = new HashMap<>();
    view.entries().forEach(entry -> entries.put(entry.seq(), entry));
    return Attachment.standing(view.entries()).stream()
        .map(file -> {
          Entry entry = java.util.Objects.requireNonNull(entries.get(file.seq()));
          return new RecordPage.Laid(
              file.seq(),
              file.name(),
              size(file.size()),
              rules.nameOf(entry.by()),
              Labels.moment(entry.at()),
              field(view, file));
        })
        .toList();
  }

  /** The title of the field that names a file, empty where none does. */
  private static String field(RecordView view, Attachment file) {
    return view.ledger().fields().values().stream()
        .filter(field ->
            FileRef.of(view.image().fields().get(field.name())).stream()
                .anyMatch(ref -> ref.digest().equals(file.digest())))
        .map(Field::title)
        .findFirst()
        .orElse("");
  }

  private static String size(long bytes) {
    return bytes < 1 << 20
        ? Math.max(1, bytes >> 10) + " KB"
        : "%.1f MB".formatted(bytes / (double) (1 << 20));
  }

  private RecordPage.Step step(Entry entry, List<RecordPage.Change> changes) {
    LocalDate on = entry.effectiveOn();
    boolean taken = entry.kind() == EntryKind.ATTACH && entry.ofVersion() != null;
    return new RecordPage.Step(
        entry.seq(),
        taken ? "移除附件" : Labels.kind(entry.kind()),
        entry.kind().code(),
        on == null ? "" : Labels.day(on),
        rules.nameOf(entry.by()),
        Labels.moment(entry.at()),
        entry.reason() == null ? "" : entry.reason(),
        changes);
  }

  private List<RecordPage.Change> changes(Entry entry, Ledger ledger, Map<String, String> known) {
    List<RecordPage.Change> changes = new ArrayList<>();
    if (entry.kind() == EntryKind.ATTACH) {
      String name = entry.ofVersion() == null ? Attachment.of(entry).name() : "";
      String file = "#" + (entry.ofVersion() == null ? entry.seq() : entry.ofVersion());
      String was = said(known.put(file, name));
      changes.add(new RecordPage.Change("文件", was, name.isEmpty() ? "（移除）" : name));
      return changes;
    }
    String state = entry.state();
    if (state != null) {
      String now = FieldText.state(ledger, state);
      changes.add(new RecordPage.Change("状态", said(known.put("#state", now)), now));
    }
    String area = entry.area();
    if (area != null) {
      String now = FieldText.area(rules.areas(), area);
      changes.add(new RecordPage.Change("区域", said(known.put("#area", now)), now));
    }
    for (Field field : ledger.fields().values()) {
      Value value = entry.patch().get(field.name());
      boolean told = !timed(ledger, field.name()) || field.name().endsWith("_due");
      if (value != null && told) {
        String now = FieldText.of(field, value, rules);
        changes.add(new RecordPage.Change(field.title(), said(known.put(field.name(), now)), now));
      }
    }
    for (Field field : ledger.retired().values()) {
      Value value = entry.patch().get(field.name());
      if (value != null) {
        String now = FieldText.of(field, value, rules.areas());
        String title = field.title() + RETIRED;
        changes.add(new RecordPage.Change(title, said(known.put(field.name(), now)), now));
      }
    }
    return changes;
  }

  /** True for what a clock gives: the page tells it in words of its own. */
  static boolean timed(Ledger ledger, String field) {
    return ledger.lifecycle() != null && ledger.lifecycle().derives(field);
  }

  private static String said(@Nullable String text) {
    return text == null ? "" : text;
  }
}

package taizhang.server.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.EntryKind;
import taizhang.books.pack.Ledger;

/**
 * What is submitted of the records of a group in the course of time: they open, things happen to
 * some of them, a department reviews them.
 */
final class Life {

  /** Fields of this name only help to make others. */
  private static final String ASIDE = "_";

  private final Made records;
  private final Columns columns;
  private final Ledger ledger;
  private final int[] order;
  private final LocalDate[] last;
  private final Map<Integer, List<Draft>> drafts = new TreeMap<>();

  /** What a record said at first, where a later step changed or corrected it. */
  private final List<Map<String, Content>> before = new ArrayList<>();

  /** How many records have been wrong at first; they are taken from the end of the order. */
  private int wronged;

  Life(Made records, Columns columns, Ledger ledger, String town) {
    this.records = records;
    this.columns = columns;
    this.ledger = ledger;
    int count = records.rows().size();
    order = Dice.of(town, records.group().name(), "order").shuffled(count);
    last = new LocalDate[count];
    for (Row row : records.rows()) {
      last[row.n()] = Synthesizer.openedOn(records, ledger, row.n());
      before.add(new HashMap<>());
    }
  }

  /** Drafts by step: 0 opens, then one for each later step, then the review. */
  Map<Integer, List<Draft>> drafts() {
    Group group = records.group();
    LocalDate[] opened = last.clone();
    int step = 0;
    for (Group.Later later : group.later()) {
      happen(later, ++step);
    }
    drafts.put(0, records.rows().stream().map(row -> opening(row, opened[row.n()])).toList());
    if (group.reviewer() != null) {
      drafts.put(step + 1, records.rows().stream().map(this::review).toList());
    }
    return drafts;
  }

  private Draft opening(Row row, LocalDate day) {
    Map<String, Content> patch = new HashMap<>();
    records
        .columns()
        .forEach((field, column) -> {
          if (!field.startsWith(ASIDE)) {
            patch.put(field, column.get(row.n()));
          }
        });
    patch.putAll(before.get(row.n()));
    patch.values().removeIf(c -> c instanceof Content.Held && c.text().isEmpty());
    return draft(row, EntryKind.OPEN, row.area().code(), null, day, patch, null, null);
  }

  private void happen(Group.Later later, int step) {
    List<Row> rows = chosen(later);
    List<LocalDate> days = days(later, rows, step);
    Map<String, List<Content>> set = new HashMap<>();
    later.set().forEach((field, recipe) -> set.put(field, columns.fill(field, recipe, rows, days)));
    later
        .was()
        .forEach((field, recipe) -> {
          List<Content> wrong = columns.fill(field, recipe, rows, days);
          List<Content> right = new ArrayList<>();
          for (int i = 0; i < rows.size(); i++) {
            int n = rows.get(i).n();
            before.get(n).put(field, wrong.get(i));
            right.add(records.column(field).get(n));
          }
          set.put(field, right);
        });
    List<Draft> drawn = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      drawn.add(step(later, rows.get(i), i, days, set));
    }
    drafts.put(step, drawn);
  }

  private Draft step(
      Group.Later later, Row row, int i, List<LocalDate> days, Map<String, List<Content>> set) {
    Map<String, Content> patch = new HashMap<>();
    set.forEach((field, column) -> patch.put(field, column.get(i)));
    LocalDate day = later.on() == null ? null : days.get(i);
    LocalDate sorted = day == null ? last[row.n()] : day;
    last[row.n()] = sorted;
    return draft(row, later.kind(), null, day, sorted, patch, later.state(), later.reason());
  }

  /** Steps happen to the same records first, so that moves follow each other; slips to others. */
  private List<Row> chosen(Group.Later later) {
    int count = later.count() == null ? order.length : later.count();
    if (count > order.length) {
      throw new IllegalArgumentException(
          "a step for " + count + " of only " + order.length + " records");
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int at = later.was().isEmpty() ? i : order.length - 1 - wronged++;
      rows.add(records.rows().get(order[at]));
    }
    return rows;
  }

  private List<LocalDate> days(Group.Later later, List<Row> rows, int step) {
    Recipe on = later.on();
    if (on == null) {
      return rows.stream().map(row -> last[row.n()]).toList();
    }
    Dice dice = Dice.of(records.group().name(), "step", Integer.toString(step));
    return switch (on) {
      case Recipe.After after when after.field().equals("last") ->
          rows.stream().map(row -> Columns.later(after, last[row.n()], dice)).toList();
      case Recipe.Day day -> day.rhythm().days(day.period(), rows.size(), dice);
      default ->
          columns.fill("step" + step, on, rows, List.of()).stream()
              .map(content -> LocalDate.parse(content.text()))
              .toList();
    };
  }

  private Draft review(Row row) {
    return draft(row, EntryKind.REVIEW, null, null, last[row.n()], Map.of(), null, null);
  }

  private Draft draft(
      Row row,
      EntryKind kind,
      @Nullable String area,
      @Nullable LocalDate on,
      LocalDate day,
      Map<String, Content> patch,
      @Nullable String state,
      @Nullable String reason) {
    Handle handle = new Handle(records.group().name(), row.n());
    return new Draft(handle, kind, ledger.code(), area, on, day, patch, state, reason);
  }
}

package taizhang.server.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final List<Draft> drafts = new ArrayList<>();

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

  Made records() {
    return records;
  }

  /** All that is submitted of the records; what is said first counts as step 0. */
  List<Draft> drafts() {
    Group group = records.group();
    LocalDate[] opened = last.clone();
    int step = 0;
    for (Group.Later later : group.later()) {
      happen(later, ++step);
    }
    records.rows().forEach(row -> drafts.add(opening(row, opened[row.n()])));
    if (group.reviewer() != null) {
      int review = step + 1;
      records.rows().forEach(row -> drafts.add(review(row, review)));
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
    return draft(row, 0, EntryKind.OPEN, row.area().code(), null, day, patch, null, null);
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
    for (int i = 0; i < rows.size(); i++) {
      drafts.add(step(later, step, rows.get(i), i, days, set));
    }
  }

  private Draft step(
      Group.Later later,
      int step,
      Row row,
      int i,
      List<LocalDate> days,
      Map<String, List<Content>> set) {
    Map<String, Content> patch = new HashMap<>();
    set.forEach((field, column) -> patch.put(field, column.get(i)));
    LocalDate day = later.on() == null ? null : days.get(i);
    LocalDate sorted = day == null ? last[row.n()] : day;
    last[row.n()] = sorted;
    return draft(row, step, later.kind(), null, day, sorted, patch, later.state(), later.reason());
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

  private Draft review(Row row, int step) {
    return draft(row, step, EntryKind.REVIEW, null, null, last[row.n()], Map.of(), null, null);
  }

  private Draft draft(
      Row row,
      int step,
      EntryKind kind,
      @Nullable String area,
      @Nullable LocalDate on,
      LocalDate day,
      Map<String, Content> patch,
      @Nullable String state,
      @Nullable String reason) {
    Handle handle = new Handle(records.group().name(), row.n());
    return new Draft(handle, step, kind, ledger.code(), area, on, day, patch, state, reason);
  }
}

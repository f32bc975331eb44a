package taizhang.server.exchange;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.pack.Acceptance;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Ledger;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;
import taizhang.server.ledger.RecordRow;

/** Turns the rows of a table into submissions, with everything that is wrong on the way. */
final class Intake {

  /** A submission and the row it comes from. */
  record Line(int row, Submission submission) {}

  private static final int DIGITS_KEPT = 15;

  private final Ledger ledger;
  private final Columns columns;
  private final CellReading reading;
  private final Areas areas;
  private final Manner manner;
  private final Map<Long, RecordRow> records;
  private final List<RowProblem> problems;
  private final Map<String, Integer> seen = new HashMap<>();
  private final Map<String, Integer> things = new HashMap<>();
  private final List<Line> lines = new ArrayList<>();
  private int unchanged;

  Intake(
      Ledger ledger,
      Columns columns,
      Areas areas,
      Manner manner,
      Map<Long, RecordRow> records,
      List<RowProblem> problems) {
    this.ledger = ledger;
    this.columns = columns;
    this.areas = areas;
    this.reading = new CellReading(areas);
    this.manner = manner;
    this.records = records;
    this.problems = problems;
  }

  List<Line> lines() {
    return lines;
  }

  /** Rows that say of a record what the books say already. */
  int unchanged() {
    return unchanged;
  }

  /** The number of the record a row speaks of; null where it opens one, or names none rightly. */
  static @Nullable Long record(Columns columns, Row row) {
    String text = columns.special(row, Heading.RECORD).text().strip();
    return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
  }

  void take(Row row) {
    int before = problems.size();
    Map<String, Value> patch = patch(row);
    for (Problem problem : Acceptance.ofPatch(ledger, patch)) {
      found(row, column(problem.field()), problem);
    }
    LocalDate on = effectiveOn(row);
    String named = columns.special(row, Heading.RECORD).text().strip();
    if (named.isEmpty()) {
      open(row, on, patch, before);
    } else {
      change(row, named, on, patch, before);
    }
  }

  private void found(Row row, @Nullable String column, Problem problem) {
    problems.add(new RowProblem(row.number(), column, problem));
  }

  /** The heading that people know a field by. */
  @Nullable String column(@Nullable String field) {
    Field declared = field == null ? null : ledger.fields().get(field);
    if (declared != null) {
      return Heading.of(ledger, declared);
    }
    return Objects.equals(field, "area") ? Heading.AREA : null;
  }

  private Map<String, Value> patch(Row row) {
    Map<String, Value> patch = new TreeMap<>();
    columns
        .fields()
        .forEach((field, column) -> {
          Cell cell = row.cell(column);
          String remedy = cell.isEmpty() ? null : remedy(field, cell);
          if (remedy != null) {
            found(
                row,
                Heading.of(ledger, field),
                Problem.of(ProblemCode.WRONG_TYPE, field.title(), remedy, cell.text()));
          } else if (!cell.isEmpty()) {
            patch.put(field.name(), reading.read(field, cell));
          }
        });
    return patch;
  }

  /** What to put there instead, where the file itself has spoilt what was meant; else null. */
  private static @Nullable String remedy(Field field, Cell cell) {
    boolean exact = cell.number() && field.type().form() == FieldType.Form.TEXT;
    if (exact && cell.text().length() > DIGITS_KEPT) {
      return "文本格式的单元格，电子表格只保留 15 位数字 (a cell formatted as text: numbers keep 15 digits)";
    }
    return CellReading.grouped(field, cell) ? "不带千分位的数字 (digits without separators)" : null;
  }

  private @Nullable LocalDate effectiveOn(Row row) {
    Cell cell = columns.special(row, Heading.EFFECTIVE);
    if (cell.isEmpty()) {
      return manner.on();
    }
    try {
      return LocalDate.parse(CellReading.date(cell));
    } catch (DateTimeException e) {
      found(
          row,
          Heading.EFFECTIVE,
          Problem.of(ProblemCode.WRONG_TYPE, Heading.EFFECTIVE, "日期（如 2023-03-05）", cell.text()));
      return null;
    }
  }

  private void open(Row row, @Nullable LocalDate on, Map<String, Value> patch, int before) {
    String written = columns.special(row, Heading.AREA).text().strip();
    String area = written.isEmpty() ? home() : areas.code(written);
    if (area == null) {
      found(row, Heading.AREA, Problem.of(ProblemCode.AREA_REQUIRED).in("area"));
    }
    twin(row, patch);
    if (problems.size() > before || area == null) {
      return;
    }
    String state = state(row);
    Submission opening =
        new Submission(
            ledger.code(), EntryKind.OPEN, null, null, null, area, on, patch, state, null, null);
    String content = RowKey.of(opening);
    int again = seen.merge(content, 1, Integer::sum);
    lines.add(new Line(row.number(), opening.keyed(RowKey.numbered(content, again))));
  }

  /** Records that live at the town need not name it. */
  private @Nullable String home() {
    return ledger.livesAt().equals("town") ? areas.root() : null;
  }

  private void twin(Row row, Map<String, Value> patch) {
    if (ledger.key().isEmpty() || !patch.keySet().containsAll(ledger.key())) {
      return;
    }
    String thing = ledger.key().stream().map(f -> patch.get(f) + "").toList().toString();
    Integer other = things.putIfAbsent(thing, row.number());
    if (other != null) {
      found(
          row,
          null,
          Problem.of(
              ProblemCode.ALREADY, "与第 " + other + " 行是同一条 (the same thing as row " + other + ")"));
    }
  }

  private @Nullable String state(Row row) {
    String written = columns.special(row, Heading.STATE).text().strip();
    var lifecycle = ledger.lifecycle();
    if (written.isEmpty() || lifecycle == null) {
      return written.isEmpty() ? null : written;
    }
    return lifecycle.states().entrySet().stream()
        .filter(state -> state.getValue().title().equals(written))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(written);
  }

  private void change(
      Row row, String named, @Nullable LocalDate on, Map<String, Value> patch, int before) {
    Long id = record(columns, row);
    RecordRow record = id == null ? null : records.get(id);
    if (record == null || !record.ledger().equals(ledger.code())) {
      found(row, Heading.RECORD, Problem.of(ProblemCode.UNKNOWN_RECORD, named));
      return;
    }
    Map<String, Value> moved = difference(record, patch);
    String written = columns.special(row, Heading.AREA).text().strip();
    String area = written.isEmpty() ? null : areas.code(written);
    boolean elsewhere = area != null && !area.equals(record.area());
    String state = state(row);
    boolean onward = state != null && !state.equals(record.state());
    if (problems.size() > before) {
      return;
    }
    if (moved.isEmpty() && !elsewhere && !onward) {
      unchanged++;
      return;
    }
    EntryKind kind = onward ? EntryKind.MOVE : manner.kind();
    lines.add(
        new Line(
            row.number(),
            new Submission(
                ledger.code(),
                kind,
                record.id(),
                seenVersion(row),
                null,
                elsewhere ? area : null,
                kind == EntryKind.CORRECT ? null : on,
                moved,
                onward ? state : null,
                manner.reason(),
                null)));
  }

  private @Nullable Long seenVersion(Row row) {
    String text = columns.special(row, Heading.VERSION).text().strip();
    return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
  }

  /** What the row says otherwise than the books; an emptied cell clears its field. */
  private Map<String, Value> difference(RecordRow record, Map<String, Value> patch) {
    Map<String, Value> moved = new TreeMap<>();
    for (Field field : columns.fields().keySet()) {
      Value now = patch.get(field.name());
      Value was = record.image().fields().get(field.name());
      if (now == null ? was != null : !same(field, now, was)) {
        moved.put(field.name(), now == null ? Value.cleared() : now);
      }
    }
    return moved;
  }

  private static boolean same(Field field, Value now, @Nullable Value was) {
    FieldType.Form form = field.type().form();
    boolean number = form == FieldType.Form.DECIMAL || form == FieldType.Form.INTEGER;
    if (was == null || !number) {
      return now.equals(was);
    }
    try {
      return new BigDecimal(now.asText()).compareTo(new BigDecimal(was.asText())) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}

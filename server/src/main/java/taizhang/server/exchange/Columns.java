package taizhang.server.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Ledger;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;

/**
 * Which column holds what.
 *
 * @param special columns that are no fields, by their heading
 * @param fields column by field
 */
record Columns(Map<String, Integer> special, SequencedMap<Field, Integer> fields) {

  private static final Map<String, String> SPECIAL =
      Map.of(
          Heading.RECORD,
          Heading.RECORD,
          "record",
          Heading.RECORD,
          Heading.VERSION,
          Heading.VERSION,
          "version",
          Heading.VERSION,
          Heading.AREA,
          Heading.AREA,
          "area",
          Heading.AREA,
          Heading.AREA_NAME,
          Heading.AREA_NAME,
          Heading.STATE,
          Heading.STATE,
          "state",
          Heading.STATE,
          Heading.EFFECTIVE,
          Heading.EFFECTIVE);

  /** How many of a row's cells are headings of the ledger. */
  static long known(Row row, Ledger ledger) {
    return row.cells().stream()
        .map(cell -> cell.text().strip())
        .filter(text -> !text.isEmpty())
        .filter(text -> SPECIAL.containsKey(text) || field(ledger, text) != null)
        .count();
  }

  /** Reads the row of headings; what is wrong with it goes to the problems. */
  static Columns of(Row row, Ledger ledger, List<RowProblem> problems) {
    Columns columns = new Columns(new HashMap<>(), new LinkedHashMap<>());
    for (int n = 0; n < row.cells().size(); n++) {
      String heading = row.cell(n).text().strip();
      if (!heading.isEmpty()) {
        Problem problem = columns.add(heading, n, ledger);
        if (problem != null) {
          problems.add(new RowProblem(row.number(), heading, problem));
        }
      }
    }
    columns.missing(ledger).forEach(p -> problems.add(new RowProblem(row.number(), null, p)));
    return columns;
  }

  /**
   * A column that follows from others, names files or is declared no longer is passed over: no
   * table holds files.
   */
  private @Nullable Problem add(String heading, int n, Ledger ledger) {
    String special = ledger.fields().containsKey(heading) ? null : SPECIAL.get(heading);
    if (special != null) {
      special().put(special, n);
      return null;
    }
    if (Heading.retired(heading)) {
      return null;
    }
    Field field = field(ledger, heading);
    if (field == null) {
      return Problem.of(ProblemCode.UNKNOWN_FIELD, ledger.title(), heading, headings(ledger));
    }
    if (ledger.isDerived(field.name()) || field.type().form() == FieldType.Form.LISTING) {
      return null;
    }
    if (fields().putIfAbsent(field, n) != null) {
      return Problem.of(ProblemCode.ALREADY, "这一列有两次 (this column is there twice)");
    }
    String unit = Heading.unit(field, heading);
    return unit == null || unit.equals(field.unit())
        ? null
        : Problem.of(
            ProblemCode.WRONG_UNIT, field.title(), field.unit() == null ? "—" : field.unit(), unit);
  }

  private List<Problem> missing(Ledger ledger) {
    List<Problem> missing = new ArrayList<>();
    if (special().containsKey(Heading.RECORD)) {
      return missing;
    }
    for (Field field : ledger.fields().values()) {
      if (field.required() && !fields().containsKey(field)) {
        missing.add(
            Problem.of(ProblemCode.MISSING_FIELD, Heading.of(ledger, field)).in(field.name()));
      }
    }
    return missing;
  }

  private static @Nullable Field field(Ledger ledger, String heading) {
    return ledger.fields().values().stream()
        .filter(field -> Heading.names(field, heading))
        .findFirst()
        .orElse(null);
  }

  private static String headings(Ledger ledger) {
    return ledger.fields().values().stream()
            .map(field -> Heading.of(ledger, field))
            .collect(Collectors.joining("、"))
        + "；"
        + Heading.AREA
        + "、"
        + Heading.RECORD
        + "、"
        + Heading.EFFECTIVE;
  }

  /** The cell of a special column, empty where there is no such column. */
  Cell special(Row row, String heading) {
    Integer column = special.get(heading);
    return column == null ? Cell.EMPTY : row.cell(column);
  }

  boolean has(String heading) {
    return special.containsKey(heading);
  }
}

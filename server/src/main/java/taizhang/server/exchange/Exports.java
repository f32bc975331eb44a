package taizhang.server.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.entry.FileRef;
import taizhang.books.entry.Value;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Ledger;
import taizhang.server.browse.Browse;
import taizhang.server.browse.Selection;
import taizhang.server.figure.Figures;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.Sealing;
import taizhang.server.ledger.TownRules;

/**
 * Writes a ledger's records as a table that {@link Imports} reads back. Personal fields are left
 * out: who needs them looks at the record, which is written down.
 */
@Service
public class Exports {

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  /** What kind of file. */
  public enum Kind {
    CSV,
    XLSX
  }

  private final Figures figures;
  private final Browse browse;

  Exports(Figures figures, Browse browse) {
    this.figures = figures;
    this.browse = browse;
  }

  /**
   * Writes the live records of a ledger, for whoever runs the program on the machine itself.
   *
   * @param mark what stands above the table, empty for nothing
   * @return how many there are
   */
  public int write(String town, String code, Path file, Kind kind, Charset charset, String mark)
      throws IOException {
    Clearance operator = figures.rules(town).operator(town);
    return write(operator, Selection.all(code), file, kind, charset, mark, done -> {});
  }

  /**
   * Writes the records of a selection that a person may read.
   *
   * @param progress hears how many are written; what it throws ends the writing
   * @return how many there are
   */
  public int write(
      Clearance who,
      Selection selection,
      Path file,
      Kind kind,
      Charset charset,
      String mark,
      LongConsumer progress)
      throws IOException {
    TownRules rules = figures.rules(who.town());
    Ledger ledger = rules.ledger(selection.ledger());
    Areas areas = new Areas(rules.areas());
    List<Field> fields =
        Stream.concat(ledger.fields().values().stream(), ledger.retired().values().stream())
            .filter(f -> !f.classification().sealed())
            .toList();
    int[] count = {0};
    try (TableWriter out = writer(file, kind, charset, ledger)) {
      if (!mark.isEmpty()) {
        out.row(List.of(Cell.of(mark)));
      }
      out.row(headings(ledger, fields));
      browse.each(
          who,
          selection,
          record -> {
            write(out, line(record, ledger, fields, areas));
            progress.accept(++count[0]);
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return count[0];
  }

  /**
   * What the columns of a table to be entered are called, in the order of the form: the area, then
   * the fields that are neither copied in nor follow.
   */
  public static List<String> headings(Ledger ledger) {
    return Stream.concat(
            Stream.of(Heading.AREA),
            ledger.fields().values().stream()
                .filter(f -> !ledger.isCopied(f.name()) && !ledger.isDerived(f.name()))
                .filter(f -> f.type().form() != FieldType.Form.LISTING)
                .map(f -> Heading.of(ledger, f)))
        .toList();
  }

  private static TableWriter writer(Path file, Kind kind, Charset charset, Ledger ledger)
      throws IOException {
    return switch (kind) {
      case CSV -> new CsvWriter(file, charset);
      case XLSX -> new WorkbookWriter(file, ledger.title());
    };
  }

  private static void write(TableWriter out, List<Cell> cells) {
    try {
      out.row(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Cell> headings(Ledger ledger, List<Field> fields) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(Heading.RECORD));
    cells.add(Cell.of(Heading.VERSION));
    cells.add(Cell.of(Heading.AREA));
    cells.add(Cell.of(Heading.AREA_NAME));
    if (ledger.lifecycle() != null) {
      cells.add(Cell.of(Heading.STATE));
    }
    fields.forEach(field -> cells.add(Cell.of(Heading.of(ledger, field))));
    return cells;
  }

  private static List<Cell> line(RecordRow record, Ledger ledger, List<Field> fields, Areas areas) {
    List<Cell> cells = new ArrayList<>();
    cells.add(number(record.id() + ""));
    cells.add(number(record.version() + ""));
    cells.add(Cell.of(record.area() == null ? "" : record.area()));
    cells.add(Cell.of(areas.name(record.area())));
    var lifecycle = ledger.lifecycle();
    if (lifecycle != null) {
      var state = lifecycle.states().get(record.state());
      cells.add(Cell.of(state == null ? record.state() : state.title()));
    }
    fields.forEach(field -> cells.add(cell(field, record.image().fields().get(field.name()))));
    return cells;
  }

  private static Cell number(String text) {
    return text.isEmpty() ? Cell.EMPTY : new Cell(text, true, false);
  }

  private static Cell cell(Field field, @org.jspecify.annotations.Nullable Value value) {
    if (value == null) {
      return Cell.EMPTY;
    }
    if (Sealing.sealed(value.asText())) {
      return Cell.EMPTY;
    }
    String text = FileRef.of(value).isEmpty() ? value.asText() : FileRef.names(value);
    return switch (field.type().form()) {
      case INTEGER, DECIMAL -> NUMBER.matcher(text).matches() ? number(text) : Cell.of(text);
      case YES_NO -> Cell.of(value instanceof Value.YesNo(boolean yes) && yes ? "是" : "否");
      default -> Cell.of(field.type() == FieldType.CODE ? title(field.codes(), text) : text);
    };
  }

  /** The title of a code, where it leads back to that code alone. */
  private static String title(Map<String, String> codes, String code) {
    String title = codes.getOrDefault(code, code);
    boolean sole = codes.values().stream().filter(title::equals).count() == 1;
    return sole && !codes.containsKey(title) ? title : code;
  }
}

package taizhang.server.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Receipt;
import taizhang.books.entry.Submission;
import taizhang.books.figure.Posted;
import taizhang.books.pack.Ledger;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.figure.Figures;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.RecordRows;
import taizhang.server.ledger.Rehearsal;
import taizhang.server.ledger.TownRules;

/**
 * Enters tables. Everything that is wrong anywhere in a table is told at once, and then nothing of
 * it is entered; entering the same table twice enters nothing the second time.
 */
@Service
public class Imports {

  /** One scope for the keys of rows, whoever enters the table. */
  private static final String CLIENT = "import";

  private final Figures figures;
  private final Entries entries;
  private final RecordRows records;

  Imports(Figures figures, Entries entries, RecordRows records) {
    this.figures = figures;
    this.entries = entries;
    this.records = records;
  }

  /**
   * What entering a table would do, without entering it.
   *
   * @throws TableRefused with all that is wrong in its rows
   * @throws Refusal where it is no table, or there is no such ledger
   */
  public Imported rehearse(String town, String ledger, Path file, Manner manner) {
    return rehearse(town, read(town, ledger, file, manner), manner);
  }

  /**
   * Enters a table.
   *
   * @param progress hears how many rows are entered
   */
  public Imported enter(
      String town, String ledger, Path file, Manner manner, ImportProgress progress) {
    Sheet sheet = read(town, ledger, file, manner);
    Imported rehearsed = rehearse(town, sheet, manner);
    int again = 0;
    int opened = 0;
    List<Intake.Line> lines = sheet.intake().lines();
    for (int from = 0; from < lines.size(); from += Entries.PIECE) {
      List<Submission> piece = piece(lines, from).stream().map(Intake.Line::submission).toList();
      List<Receipt> receipts = entries.appendAll(town, manner.by().through(CLIENT), piece);
      for (int n = 0; n < piece.size(); n++) {
        boolean opens = piece.get(n).kind() == EntryKind.OPEN;
        again += receipts.get(n).again() ? 1 : 0;
        opened += opens && !receipts.get(n).again() ? 1 : 0;
      }
      progress.at(Math.min(from + Entries.PIECE, lines.size()), lines.size());
    }
    return new Imported(
        rehearsed.rows(),
        opened,
        rehearsed.changed(),
        rehearsed.unchanged(),
        again,
        rehearsed.moved());
  }

  /** A table read against its ledger. */
  private record Sheet(int rows, TownRules rules, Intake intake) {}

  private Sheet read(String town, String code, Path file, Manner manner) {
    TownRules rules = figures.rules(town);
    Ledger ledger = rules.ledger(code);
    List<Row> rows = new ArrayList<>();
    Tables.read(file, rows::add);
    int heading = heading(rows, ledger, file);
    List<RowProblem> problems = new ArrayList<>();
    Columns columns = Columns.of(rows.get(heading), ledger, problems);
    List<Row> below = rows.subList(heading + 1, rows.size());
    Intake intake =
        new Intake(
            ledger,
            columns,
            new Areas(rules.areas()),
            manner,
            named(town, rules, columns, below, manner),
            problems);
    if (problems.isEmpty()) {
      below.forEach(intake::take);
    }
    if (!problems.isEmpty()) {
      throw new TableRefused(problems);
    }
    return new Sheet(below.size(), rules, intake);
  }

  /** The records that rows name, as far as whoever enters them may read them. */
  private Map<Long, RecordRow> named(
      String town, TownRules rules, Columns columns, List<Row> rows, Manner manner) {
    Set<Long> ids = new HashSet<>();
    for (Row row : rows) {
      Long id = Intake.record(columns, row);
      if (id != null) {
        ids.add(id);
      }
    }
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<Long, RecordRow> found = records.find(town, ids);
    Clearance who = manner.by().who();
    if (who != null) {
      found.values().removeIf(row -> !who.may(Right.READ, rules.ledger(row.ledger()), row.area()));
    }
    return found;
  }

  /** The row of headings: the first, or one below a title, in which most cells are known. */
  private static int heading(List<Row> rows, Ledger ledger, Path file) {
    for (int n = 0; n < Math.min(rows.size(), 10); n++) {
      long filled = rows.get(n).cells().stream().filter(cell -> !cell.isEmpty()).count();
      if (Columns.known(rows.get(n), ledger) * 2 > filled) {
        return n;
      }
    }
    if (rows.isEmpty()) {
      throw Refusal.of(ProblemCode.NOT_READABLE, file, "没有内容 (it is empty)");
    }
    List<RowProblem> problems = new ArrayList<>();
    Columns.of(rows.getFirst(), ledger, problems);
    throw new TableRefused(problems);
  }

  private Imported rehearse(String town, Sheet sheet, Manner manner) {
    List<Intake.Line> lines = sheet.intake().lines();
    List<Posted> posted = new ArrayList<>();
    int again = 0;
    List<RowProblem> problems = new ArrayList<>();
    for (int from = 0; from < lines.size(); from += Entries.PIECE) {
      List<Intake.Line> piece = piece(lines, from);
      List<Submission> batch = piece.stream().map(Intake.Line::submission).toList();
      try {
        Rehearsal rehearsal = entries.rehearse(town, manner.by().through(CLIENT), batch);
        posted.addAll(rehearsal.posted());
        again += (int) rehearsal.receipts().stream().filter(Receipt::again).count();
      } catch (Refusal refusal) {
        refusal.problems().forEach(p -> problems.add(placed(sheet.intake(), piece, p)));
      }
    }
    if (!problems.isEmpty()) {
      throw new TableRefused(problems);
    }
    long opened = lines.stream().filter(line -> line.submission().kind() == EntryKind.OPEN).count();
    return new Imported(
        sheet.rows(),
        (int) opened - again,
        lines.size() - (int) opened,
        sheet.intake().unchanged(),
        again,
        Movement.of(posted, sheet.rules().packs()));
  }

  private static List<Intake.Line> piece(List<Intake.Line> lines, int from) {
    return lines.subList(from, Math.min(from + Entries.PIECE, lines.size()));
  }

  private static RowProblem placed(Intake intake, List<Intake.Line> piece, Problem problem) {
    return new RowProblem(piece.get(problem.item()).row(), intake.column(problem.field()), problem);
  }
}

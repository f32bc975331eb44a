package taizhang.server.command;

import java.io.IOException;
import java.nio.file.Path;
import taizhang.books.figure.Point;
import taizhang.server.ledger.Author;
import taizhang.server.report.Composition;
import taizhang.server.report.Outline;
import taizhang.server.report.OutlineReader;
import taizhang.server.report.Paper;
import taizhang.server.report.Reports;

/** Annual reports on their way to a file. */
final class Papers {

  private final Reports reports;

  Papers(Program program) {
    this.reports = program.get(Reports.class);
  }

  /** The report of a year, from the draft on the town's books. */
  Composition compose(String town, int year) {
    return reports.compose(town, year, Point.NOW);
  }

  /** The report of an outline that is not on the books. */
  Composition compose(Outline outline) {
    return reports.compose(outline, Point.NOW);
  }

  /** Puts the outline of a file on the books as the draft of its year. */
  Outline keep(Path file, String by) {
    Outline outline = outline(file);
    reports.save(outline, Author.operator(by));
    return outline;
  }

  static Outline outline(Path file) {
    try {
      return OutlineReader.read(file);
    } catch (IOException e) {
      throw Stop.refused("file.unreadable", file, String.valueOf(e.getMessage()));
    }
  }

  /** Writes a report, whole or not at all. */
  static void write(Composition report, Path out, boolean demo) {
    OutFile.write(out, Paper.docx(report, demo));
  }
}

package taizhang.server.command;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Point;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.Packs;
import taizhang.books.period.Period;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.figure.Figures;
import taizhang.server.ledger.Chronicle;
import taizhang.server.ledger.Entries;

/** Which figure a command asks for: the options that say so. */
final class Asked {

  @Option(names = "--area", paramLabel = "CODE")
  private @Nullable String area;

  @Option(names = "--as-of", paramLabel = "SEQ|INSTANT")
  private @Nullable String asOf;

  @Option(names = "--pending")
  private boolean pending;

  @Option(names = "--belongs")
  private boolean belongs;

  /** The question about an indicator, called by its code or by a name that reports use. */
  FigureQuery query(Program program, String town, String indicator, Period period) {
    String code = code(program.get(Figures.class).rules(town).packs(), indicator);
    return new FigureQuery(code, area, period, point(program, town), pending, belongs, "");
  }

  private static String code(Packs packs, String name) {
    Indicator known = packs.find(name);
    return known == null ? name : known.code();
  }

  private Point point(Program program, String town) {
    if (asOf == null) {
      return Point.NOW;
    }
    if (asOf.matches("\\d{1,18}")) {
      return new Point(Long.valueOf(asOf), null);
    }
    try {
      OffsetDateTime instant = OffsetDateTime.parse(asOf);
      long seq = program.get(Chronicle.class).newestAt(town, instant.toInstant());
      LocalDate day = LocalDate.ofInstant(instant.toInstant(), Entries.ZONE);
      return new Point(seq, day);
    } catch (DateTimeException e) {
      throw Stop.refused("as-of.unreadable", asOf);
    }
  }

  /** A period as written on the command line. */
  static Period period(String text) {
    try {
      return Period.parse(text);
    } catch (IllegalArgumentException e) {
      throw Refusal.of(ProblemCode.NOT_A_PERIOD, text);
    }
  }
}

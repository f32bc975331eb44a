package taizhang.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import taizhang.books.period.Period;

/** Reads a town's {@code facts.csv}. */
public final class PublishedFacts {

  private static final int COLUMNS = 13;

  private PublishedFacts() {}

  /**
   * The facts of a town, in the order of the file.
   *
   * @throws IllegalArgumentException naming the line that is none
   */
  public static List<PublishedFact> read(Path demo, String town) {
    Path file = demo.resolve(town).resolve("facts.csv");
    List<PublishedFact> facts = new ArrayList<>();
    try {
      List<String> lines = Files.readAllLines(file);
      for (int n = 1; n < lines.size(); n++) {
        facts.add(fact(lines.get(n), file + ":" + (n + 1)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return facts;
  }

  private static PublishedFact fact(String line, String place) {
    String[] c = line.split(",", -1);
    if (c.length != COLUMNS) {
      throw new IllegalArgumentException(
          place + ": " + c.length + " columns where " + COLUMNS + " belong");
    }
    return new PublishedFact(
        c[0],
        c[1],
        new BigDecimal(c[2]),
        c[3],
        c[4],
        c[5],
        c[6],
        c[7],
        c[8],
        Period.parse(c[9]),
        c[10],
        c[11].isEmpty() ? null : c[11],
        c[12]);
  }
}

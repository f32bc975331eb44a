package taizhang.prose.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a line between commas, semicolons, colons or ends of sentences.
 *
 * @param start index of its first character
 * @param end index of the mark that ends it, or the line's length
 * @param sentence where its sentence starts
 */
public record Clause(int start, int end, int sentence) {

  /**
   * The clauses of a line in order; empty ones are left out. A comma between digits parts thousands
   * and no clause.
   */
  public static List<Clause> of(String line) {
    List<Clause> clauses = new ArrayList<>();
    int start = 0;
    int sentence = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (Glyphs.endsClause(c) && !insideNumber(line, i)) {
        add(clauses, start, i, sentence);
        start = i + 1;
        sentence = Glyphs.endsSentence(c) ? start : sentence;
      }
    }
    add(clauses, start, line.length(), sentence);
    return clauses;
  }

  private static void add(List<Clause> clauses, int start, int end, int sentence) {
    if (end > start) {
      clauses.add(new Clause(start, end, sentence));
    }
  }

  private static boolean insideNumber(String line, int i) {
    char c = line.charAt(i);
    return (c == ',' || c == ':')
        && i > 0
        && i + 1 < line.length()
        && Glyphs.digit(line.charAt(i - 1))
        && Glyphs.digit(line.charAt(i + 1));
  }

  /** Whether a place of the line lies in this clause. */
  public boolean holds(int at) {
    return at >= start && at < end;
  }
}

package taizhang.books.pack;

import java.util.Comparator;

/**
 * Something in a pack that cannot be accepted.
 *
 * @param file the file as it was named when read
 * @param line line in it, from 1
 * @param column column in that line, from 1, in code points
 * @param path keys that lead there, {@code ledgers.project.post[0].to}; empty for the whole file
 * @param message what is wrong and what is allowed there
 */
public record PackProblem(String file, int line, int column, String path, String message)
    implements Comparable<PackProblem> {

  private static final Comparator<PackProblem> ORDER =
      Comparator.comparing(PackProblem::file)
          .thenComparing(PackProblem::line)
          .thenComparing(PackProblem::column)
          .thenComparing(PackProblem::path)
          .thenComparing(PackProblem::message);

  @Override
  public int compareTo(PackProblem other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line:column: path: message}, as editors and terminals link it. */
  @Override
  public String toString() {
    String where = file + ":" + line + ":" + column + ": ";
    return path.isEmpty() ? where + message : where + path + ": " + message;
  }
}

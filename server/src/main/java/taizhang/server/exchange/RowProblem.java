package taizhang.server.exchange;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;

/**
 * Something that is wrong in a table.
 *
 * @param row as the person counts the rows of the file, from 1
 * @param column heading of the column, null where it is about the whole row
 * @param problem what is wrong
 */
public record RowProblem(int row, @Nullable String column, Problem problem) {

  /** What the person is told: where, and what to do. */
  public String message(Locale locale) {
    String where =
        column == null
            ? ""
            : locale.getLanguage().equals("en") ? ", column " + column : "“" + column + "”列";
    return Problem.of(ProblemCode.BAD_TABLE, row, where, problem.message(locale)).message(locale);
  }
}

package taizhang.books.refusal;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with what was submitted.
 *
 * @param code which kind
 * @param item index of the submission in its batch, from 0
 * @param field name of the field, null where it is about the whole
 * @param args what the message names
 */
public record Problem(ProblemCode code, int item, @Nullable String field, List<Object> args) {

  public Problem {
    args = List.copyOf(args);
  }

  /** A problem of a single submission. */
  public static Problem of(ProblemCode code, Object... args) {
    return new Problem(code, 0, null, List.of(args));
  }

  /** The same problem of another submission of the batch. */
  public Problem at(int index) {
    return new Problem(code, index, field, args);
  }

  /** The same problem, naming its field. */
  public Problem in(String name) {
    return new Problem(code, item, name, args);
  }

  /** What the person is told. */
  public String message(Locale locale) {
    return code.message(locale, args);
  }
}

package taizhang.server.report;

import java.util.List;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;

/**
 * Something in an outline that cannot be read.
 *
 * @param line from 1
 */
record Mistake(String file, int line, String message) {

  /** Refuses an outline for all that is wrong in it. */
  static Refusal refusal(List<Mistake> mistakes) {
    return new Refusal(mistakes.stream().map(Mistake::problem).toList());
  }

  private Problem problem() {
    return Problem.of(ProblemCode.NOT_READABLE, file + ":" + line, message);
  }
}

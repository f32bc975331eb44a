package taizhang.server.web.setup;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Supplier;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.web.English;

/** Something done on a page of settings, which is shown again with what came of it. */
final class Attempt {

  private Attempt() {}

  /** The page again: what was done, or what stood against it line by line. */
  interface Shown {
    String with(String done, List<String> problems);
  }

  /**
   * Does the work and shows what it says; where it is refused, the reasons.
   *
   * @throws Refusal where the person may not do this at all
   */
  static String at(Supplier<String> work, HttpServletResponse response, Shown page) {
    try {
      return page.with(work.get(), List.of());
    } catch (Refusal refusal) {
      if (refusal.code() == ProblemCode.NOT_ALLOWED) {
        throw refusal;
      }
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      return page.with("", refusal.text(English.locale()).lines().toList());
    }
  }
}

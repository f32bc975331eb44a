package taizhang.server.browse;

import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;

/**
 * A place between two rows of a list, told by the row beside it. Rows entered meanwhile shift no
 * page.
 *
 * @param key what the row beside it is sorted by
 * @param id the number of the row beside it
 * @param back true to go on towards the beginning
 */
public record Cursor(String key, long id, boolean back) {

  private static final char MARK = '~';

  /** Reads {@link #text()}; refused where it is none. */
  public static Cursor parse(String text, boolean back) {
    int mark = text.lastIndexOf(MARK);
    String id = text.substring(mark + 1);
    if (mark < 0 || !id.matches("\\d{1,18}")) {
      throw Refusal.of(ProblemCode.NOT_READABLE, "页", text);
    }
    return new Cursor(text.substring(0, mark), Long.parseLong(id), back);
  }

  /** As an address has it. */
  public String text() {
    return key + MARK + id;
  }
}

package taizhang.server.report;

import java.time.LocalDate;

/**
 * A paragraph that a department was asked to write.
 *
 * @param record its record
 * @param year the report's
 * @param paragraph the paragraph's mark
 * @param words how the paragraph began when it was asked for
 * @param department who answers for it
 * @param due the last day for handing it in
 * @param state asked, drafted, confirmed
 */
public record Assignment(
    long record,
    int year,
    String paragraph,
    String words,
    String department,
    LocalDate due,
    String state) {

  /** True until the office has confirmed it: the department may still write. */
  public boolean open() {
    return !state.equals("confirmed");
  }

  /** True while the department owes it. */
  public boolean owed() {
    return state.equals("asked");
  }
}

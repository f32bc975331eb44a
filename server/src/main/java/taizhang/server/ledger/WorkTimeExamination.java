package taizhang.server.ledger;

import java.util.List;
import taizhang.books.calendar.OfficeHours;
import taizhang.books.calendar.YearNotice;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Image;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;

/** What is asked of entries that deadlines go by: holiday notices and office hours. */
final class WorkTimeExamination {

  private WorkTimeExamination() {}

  /** A notice that cannot be read would stop every deadline, so it is not taken. */
  static void calendar(Draft draft, List<Problem> problems) {
    Image image = Image.EMPTY.with(draft.patch);
    boolean silent = image.text("rest").isEmpty() && image.text("work").isEmpty();
    if (silent && draft.submission.kind() != EntryKind.OPEN) {
      return;
    }
    if (image.text("year").isEmpty()) {
      problems.add(Problem.of(ProblemCode.MISSING_FIELD, "年度").in("year"));
      return;
    }
    try {
      int year = Integer.parseInt(image.text("year"));
      YearNotice.read(year, image.text("rest"), image.text("work"));
    } catch (IllegalArgumentException e) {
      problems.add(unreadable("放假安排", e).in("rest"));
    }
  }

  static void officeHours(Draft draft, List<Problem> problems) {
    String hours = Image.EMPTY.with(draft.patch).text("hours");
    try {
      if (!hours.isEmpty()) {
        OfficeHours.parse(hours);
      }
    } catch (IllegalArgumentException e) {
      problems.add(unreadable("办公时段", e).in("hours"));
    }
  }

  private static Problem unreadable(String what, IllegalArgumentException why) {
    return Problem.of(ProblemCode.NOT_READABLE, what, String.valueOf(why.getMessage()));
  }
}

package taizhang.server.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import taizhang.books.calendar.OfficeHours;
import taizhang.books.calendar.Reckoner;
import taizhang.books.calendar.WorkCalendar;
import taizhang.books.calendar.YearNotice;
import taizhang.books.entry.Image;

/**
 * A town's working days and office hours: what was published when the program was built, and over
 * it what the town entered.
 */
final class WorkingTimes {

  private WorkCalendar calendar = WorkCalendar.published();
  private OfficeHours hours = OfficeHours.USUAL;
  private @Nullable LocalDate since;

  /** A year's notice on holidays. */
  void notice(Image image) {
    int year = Integer.parseInt(image.text("year"));
    calendar = calendar.with(year, YearNotice.read(year, image.text("rest"), image.text("work")));
  }

  /** Office hours; of several the newest hold. */
  void hours(Image image) {
    LocalDate from = image.date("valid_from");
    if (from != null && (since == null || !from.isBefore(since))) {
      since = from;
      hours = OfficeHours.parse(image.text("hours"));
    }
  }

  Reckoner reckoner() {
    return new Reckoner(calendar, hours);
  }
}

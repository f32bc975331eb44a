package taizhang.books.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When something falls due, and why then.
 *
 * @param start when its time began
 * @param limit how long it may take, extensions not counted in
 * @param due the last moment in time; null while its time is suspended
 * @param provisional true where days of a year counted whose notice on holidays is not out
 * @param explanation why, such as 5个工作日，自9月28日起；10月1—8日放假；10月11日补班计入
 */
public record Deadline(
    LocalDateTime start,
    Limit limit,
    @Nullable LocalDateTime due,
    boolean provisional,
    String explanation) {

  /** True where a moment is still in time; always while suspended. */
  public boolean keeps(LocalDateTime moment) {
    return due == null || !moment.isAfter(due);
  }

  /** First day on which it counts as late, null while suspended. */
  public @Nullable LocalDate lateFrom() {
    if (due == null) {
      return null;
    }
    boolean withinDay = limit instanceof Limit.Hours || limit instanceof Limit.WorkHours;
    return withinDay ? due.toLocalDate() : due.toLocalDate().plusDays(1);
  }
}

package taizhang.server.web.ledger;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import taizhang.books.calendar.Reckoner;
import taizhang.books.matter.Standing;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Lifecycle;
import taizhang.server.ledger.RecordRow;
import taizhang.server.web.Labels;
import taizhang.server.web.Table;

/**
 * The time limit of a record that runs out first, as a table shows it: its last day, its light, and
 * how many working days are left; where none runs any more, whether the last was kept.
 *
 * @param now when it is shown
 */
record DueCell(Ledger ledger, Reckoner reckoner, LocalDateTime now) {

  Table.Cell of(RecordRow record) {
    Lifecycle lifecycle = ledger.lifecycle();
    if (lifecycle == null) {
      return Table.Cell.of("");
    }
    Standing first = Standing.first(lifecycle, record.image());
    if (first == null) {
      return Table.Cell.of(ended(lifecycle, record));
    }
    LocalDateTime due = Objects.requireNonNull(first.due());
    String light = first.light(record.image(), record.state(), now, reckoner);
    return new Table.Cell(
        due.toLocalDate().toString(),
        "light " + Labels.light(light, first.late(now)),
        left(due, first.late(now)) + (first.provisional() ? "（暂定）" : ""),
        "");
  }

  private String left(LocalDateTime due, boolean late) {
    LocalDate today = now.toLocalDate();
    LocalDate day = due.toLocalDate();
    int days = reckoner.calendar().workdays(late ? day : today, late ? today : day);
    if (days == 0) {
      return late ? "刚逾期" : day.equals(today) ? "今日到期" : "不足 1 个工作日";
    }
    return (late ? "逾期 " : "剩 ") + days + " 个工作日";
  }

  private static String ended(Lifecycle lifecycle, RecordRow record) {
    @Nullable Standing last =
        Standing.of(lifecycle, record.image()).stream()
            .filter(clock -> clock.ended() != null)
            .max(Comparator.comparing(clock -> Objects.requireNonNull(clock.ended())))
            .orElse(null);
    return last == null ? "" : last.kept() ? "按期办结" : "逾期办结";
  }
}

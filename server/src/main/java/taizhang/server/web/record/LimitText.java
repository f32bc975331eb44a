package taizhang.server.web.record;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.books.access.Right;
import taizhang.books.calendar.Deadline;
import taizhang.books.entry.Image;
import taizhang.books.matter.Doer;
import taizhang.books.matter.Running;
import taizhang.books.pack.Clock;
import taizhang.server.ledger.RecordView;
import taizhang.server.web.Labels;

/**
 * A matter's time limits in the words of the screen.
 *
 * @param record the matter
 * @param doer the person before it
 * @param matter the matter as far as it says who deals with it
 * @param now the moment it is shown
 */
record LimitText(RecordView record, Doer doer, Doer.Matter matter, LocalDateTime now) {

  /** Those that have begun. */
  List<MatterShown.Limit> of(List<Running> clocks, String light) {
    return clocks.stream()
        .filter(clock -> clock.started() != null)
        .map(clock -> limit(clock, light))
        .toList();
  }

  private MatterShown.Limit limit(Running running, String light) {
    Deadline deadline = running.deadline();
    LocalDateTime due = deadline == null ? null : deadline.due();
    Clock.Allowed rule = running.rule();
    boolean open = running.runs() && due != null;
    boolean late = due != null && running.runs() && now.isAfter(due);
    return new MatterShown.Limit(
        running.clock().title(),
        running.ended() != null || running.paused() || due == null
            ? "waiting"
            : Labels.light(light, late),
        told(running, due),
        due != null && running.runs() ? Labels.left(now, due) : "",
        deadline == null ? "没有规定期限" : deadline.explanation(),
        rule == null ? "" : rule.source(),
        deadline != null && deadline.provisional(),
        longer(running.clock()),
        open && !late ? asks(running) : null,
        running.runs() ? grants(running) : null);
  }

  private static String told(Running running, @Nullable LocalDateTime due) {
    LocalDateTime ended = running.ended();
    Deadline deadline = running.deadline();
    if (ended != null) {
      boolean kept = deadline == null || deadline.keeps(ended);
      return Labels.day(ended.toLocalDate()) + "办结，" + (kept ? "按期" : "逾期");
    }
    if (running.paused()) {
      return "已暂停，恢复后顺延";
    }
    return due == null ? "不限期" : Labels.day(due.toLocalDate()) + " " + due.toLocalTime() + "前";
  }

  private String longer(Clock clock) {
    Clock.Extension extension = clock.extension();
    Image image = record.image();
    BigDecimal asked = extension == null ? null : image.decimal(extension.asks());
    if (extension == null || asked == null) {
      return "";
    }
    BigDecimal granted = image.decimal(extension.grants());
    return "申请延期 "
        + Labels.number(asked)
        + (granted == null ? "，待批准" : "，批准 " + Labels.number(granted));
  }

  private MatterShown.@Nullable Lengthening asks(Running running) {
    Clock.Extension extension = running.clock().extension();
    boolean theirs =
        doer.who().may(Right.WRITE, record.ledger(), record.area())
            || doer.addressed(
                java.util.Objects.requireNonNull(record.ledger().lifecycle()), matter);
    return extension == null || !theirs || record.image().decimal(extension.asks()) != null
        ? null
        : new MatterShown.Lengthening(extension.asks(), unit(running), 0);
  }

  private MatterShown.@Nullable Lengthening grants(Running running) {
    Clock.Extension extension = running.clock().extension();
    BigDecimal asked = extension == null ? null : record.image().decimal(extension.asks());
    if (extension == null
        || asked == null
        || record.image().decimal(extension.grants()) != null
        || !doer.amongst(extension.by(), matter)) {
      return null;
    }
    return new MatterShown.Lengthening(extension.grants(), unit(running), asked.intValue());
  }

  private static String unit(Running running) {
    Clock.Allowed rule = running.rule();
    return rule == null ? "" : rule.limit().unit();
  }
}

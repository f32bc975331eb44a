package taizhang.server.reading;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import taizhang.books.pack.Packs;
import taizhang.server.matter.Commitments;

/**
 * A commitment on its way to be a task, as typed in a form.
 *
 * @param fingerprint of the commitment
 * @param sentence the commitment as it stands
 * @param name the task
 * @param department the lead department
 * @param supporting the departments that support it, 、 between them; empty for none
 * @param due by when, as a day
 * @param indicator full code of the indicator that tells its progress, empty for none
 * @param target how much shall be reached in the indicator's unit, empty for none
 */
public record TaskDraft(
    String fingerprint,
    String sentence,
    String name,
    String department,
    String supporting,
    String due,
    String indicator,
    String target) {

  /** What is wrong in it, empty for nothing. */
  String problem(Packs packs) {
    if (name.isBlank()) {
      return "写明任务";
    }
    if (department.isBlank()) {
      return "选责任单位";
    }
    if (day() == null) {
      return "填完成时限";
    }
    if (!indicator.isEmpty() && packs.indicator(indicator) == null) {
      return "没有这个指标";
    }
    if (!target.isBlank() && amount() == null) {
      return "目标值应是数字";
    }
    return indicator.isEmpty() && !target.isBlank() ? "有目标值时选指标" : "";
  }

  /**
   * The task it becomes.
   *
   * @param source the report that promises it
   */
  Commitments.Task task(String source) {
    return new Commitments.Task(
        name.strip(),
        department,
        supporting,
        Objects.requireNonNull(day()),
        indicator,
        amount(),
        source,
        sentence);
  }

  private @Nullable LocalDate day() {
    try {
      return LocalDate.parse(due);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private @Nullable BigDecimal amount() {
    try {
      return target.isBlank() ? null : new BigDecimal(target.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }
}

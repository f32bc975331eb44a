package taizhang.books.pack;

import java.util.List;

/**
 * The fields a clock gives to its records. They follow from the record's history and the calendar,
 * are written beside each entry when it is appended, and are never typed.
 *
 * @param clock the clock's name
 */
public record ClockFields(String clock) {

  /** Number of the entry it began with: a clock that begins anew has another. */
  public String run() {
    return clock + "_run";
  }

  /** Last day in time. */
  public String due() {
    return clock + "_due";
  }

  /** Last minute of that day. */
  public String dueAt() {
    return clock + "_due_at";
  }

  /** First day on which it counts as late. */
  public String late() {
    return clock + "_late";
  }

  /** Day on which the clock ended. */
  public String ended() {
    return clock + "_ended";
  }

  /** Whether it ended in time. */
  public String kept() {
    return clock + "_kept";
  }

  /** Whether it reaches into a year whose holidays are not announced. */
  public String provisional() {
    return clock + "_provisional";
  }

  /** All of them by name. */
  public List<String> names() {
    return List.of(run(), due(), dueAt(), late(), ended(), kept(), provisional());
  }

  /** Their declarations, given what the clock is called. */
  List<Field> fields(String title) {
    return List.of(
        Field.of(run(), title + "起算登记号", FieldType.INTEGER),
        Field.of(due(), title + "期限", FieldType.DATE),
        Field.of(dueAt(), title + "期限时刻", FieldType.TIME),
        Field.of(late(), title + "逾期起始日", FieldType.DATE),
        Field.of(ended(), title + "完成日期", FieldType.DATE),
        Field.of(kept(), title + "按期", FieldType.YES_NO),
        Field.of(provisional(), title + "期限暂定", FieldType.YES_NO));
  }
}

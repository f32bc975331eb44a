package taizhang.books.calendar;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * When an office is open on a working day.
 *
 * @param spans in order, not overlapping
 */
public record OfficeHours(List<Span> spans) {

  /** What holds until a town says its own. */
  public static final OfficeHours USUAL = parse("08:30-12:00,14:00-18:00");

  /** All day. */
  static final OfficeHours ALWAYS = new OfficeHours(List.of(new Span(0, 24 * 60)));

  public OfficeHours {
    spans = List.copyOf(spans);
    int end = -1;
    for (Span span : spans) {
      if (span.from() <= end || span.to() <= span.from()) {
        throw new IllegalArgumentException("not in order: " + spans);
      }
      end = span.to();
    }
    if (spans.isEmpty()) {
      throw new IllegalArgumentException("an office that never opens");
    }
  }

  /**
   * A time the office is open.
   *
   * @param from minute of the day
   * @param to minute of the day, at most 1440
   */
  record Span(int from, int to) {}

  /**
   * Reads {@code 08:30-12:00,14:00-18:00}.
   *
   * @throws IllegalArgumentException where it is not written so, or not in order
   */
  public static OfficeHours parse(String text) {
    List<Span> spans = new ArrayList<>();
    for (String part : text.split("[,，]", -1)) {
      String[] ends = part.strip().split("[-—]", -1);
      if (ends.length != 2) {
        throw new IllegalArgumentException("not a time of opening: " + part);
      }
      spans.add(new Span(minute(ends[0]), minute(ends[1])));
    }
    return new OfficeHours(spans);
  }

  private static int minute(String text) {
    try {
      return LocalTime.parse(text.strip()).toSecondOfDay() / 60;
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("not a time of day: " + text, e);
    }
  }

  /** When the office opens. */
  public LocalTime opening() {
    return LocalTime.ofSecondOfDay(spans.getFirst().from() * 60L);
  }

  /** When the office closes for the day. */
  public LocalTime closing() {
    return LocalTime.ofSecondOfDay(spans.getLast().to() * 60L % 86_400);
  }
}

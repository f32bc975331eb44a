package taizhang.books.entry;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import taizhang.books.period.Period;

/**
 * The fields of a record as they stand at one version; fields never set or cleared are absent.
 *
 * @param fields by name, sorted
 */
public record Image(SortedMap<String, Value> fields) {

  public static final Image EMPTY = new Image(new TreeMap<>());

  public Image {
    fields = Collections.unmodifiableSortedMap(fields);
  }

  /** This image with a patch laid over it; a cleared field disappears. */
  public Image with(Map<String, Value> patch) {
    if (patch.isEmpty()) {
      return this;
    }
    TreeMap<String, Value> next = new TreeMap<>(fields);
    patch.forEach((name, value) -> {
      if (value instanceof Value.Cleared) {
        next.remove(name);
      } else {
        next.put(name, value);
      }
    });
    return new Image(next);
  }

  /** The field's text, empty where absent. */
  public String text(String field) {
    Value value = fields.get(field);
    return value == null ? "" : value.asText();
  }

  /** Yes only where the field holds yes. */
  public boolean yes(String field) {
    return fields.get(field) instanceof Value.YesNo(boolean yes) && yes;
  }

  /**
   * The field's number, null where absent or empty, or where it is none: entered while the field
   * was declared to hold something else.
   */
  public @Nullable BigDecimal decimal(String field) {
    String text = text(field);
    try {
      return text.isEmpty() ? null : new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The field's date, null where absent or empty, or where it is none. */
  public @Nullable LocalDate date(String field) {
    String text = text(field);
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** The field's period, null where absent or empty, or where it is none. */
  public @Nullable Period period(String field) {
    String text = text(field);
    try {
      return text.isEmpty() ? null : Period.parse(text);
    } catch (DateTimeException | IllegalArgumentException e) {
      return null;
    }
  }
}

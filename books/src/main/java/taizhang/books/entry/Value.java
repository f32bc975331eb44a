package taizhang.books.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a field holds in the books. Numbers, dates and codes are kept as their canonical text (a
 * decimal without exponent, an ISO date), so that what was hashed reads the same for ever; the
 * ledger's declaration says what the text means.
 */
public sealed interface Value {

  /** Text, or the canonical text of a number, date or code. */
  record Text(String text) implements Value {}

  /** Yes or no. */
  record YesNo(boolean yes) implements Value {}

  /** Several texts in their order, such as files or multiple codes. */
  record Listing(List<String> items) implements Value {
    public Listing {
      items = List.copyOf(items);
    }
  }

  /** The field was emptied on purpose. */
  record Cleared() implements Value {}

  static Value of(String text) {
    return new Text(text);
  }

  static Value of(boolean yes) {
    return new YesNo(yes);
  }

  static Value of(LocalDate day) {
    return new Text(day.toString());
  }

  /**
   * A number in plain notation; {@code 1.50} and {@code 1.5} stay different texts of equal amounts.
   */
  static Value of(BigDecimal number) {
    return new Text(number.toPlainString());
  }

  static Value of(long number) {
    return new Text(Long.toString(number));
  }

  static Value cleared() {
    return new Cleared();
  }

  /** The value as one line of text; empty where cleared. */
  default String asText() {
    return switch (this) {
      case Text(String text) -> text;
      case YesNo(boolean yes) -> Boolean.toString(yes);
      case Listing(List<String> items) -> String.join("、", items);
      case Cleared() -> "";
    };
  }
}

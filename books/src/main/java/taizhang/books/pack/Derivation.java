package taizhang.books.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a field follows from others. Such a field is never typed: what it comes to is written beside
 * each entry when that is appended, so that rules, filters, exports and figures read it as any
 * other field and the books say for ever what it was.
 */
public sealed interface Derivation {

  /**
   * Reckoned from other fields of the record.
   *
   * @param formula exact arithmetic over them
   * @param decimals kept after rounding half up
   */
  record Reckoned(Arithmetic formula, int decimals) implements Derivation {}

  /**
   * The band that a number of the record falls into (分档).
   *
   * @param of name of the number
   * @param on date field that says which table is in force; null for the day the version holds from
   * @param tables the newest first
   */
  record Banded(String of, @Nullable String on, List<Table> tables) implements Derivation {
    public Banded {
      tables = List.copyOf(tables);
    }
  }

  /**
   * Thresholds in force from a day.
   *
   * @param from first day; null for always
   * @param source where they are laid down
   * @param steps the highest first; the last has no threshold
   */
  record Table(@Nullable LocalDate from, String source, List<Step> steps) {
    public Table {
      steps = List.copyOf(steps);
    }
  }

  /**
   * A code and the least number that makes it, null for all below.
   *
   * @param atLeast least number, itself included
   */
  record Step(String code, @Nullable BigDecimal atLeast) {}

  /**
   * What the records of another ledger that refer to this one add up to.
   *
   * @param ledger full code of theirs
   * @param by their field that refers to this record
   * @param take what is taken of them
   * @param of their field that is added up or of which the latest is taken; null for a count
   * @param on their date field from whose day they count; null for the day a version holds from
   * @param when which of them count
   */
  record RolledUp(
      String ledger, String by, Take take, @Nullable String of, @Nullable String on, Condition when)
      implements Derivation {}

  /** What is taken of the records below. */
  enum Take {
    SUM,
    COUNT,
    LATEST
  }
}

package taizhang.server.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.EntryKind;
import taizhang.books.period.Period;

/**
 * Records of one ledger that are made alike.
 *
 * @param name what other groups call it
 * @param ledger full code of the ledger
 * @param by {@code clerk} for the clerk of the record's area, else a department's code
 * @param rows how many there are and where
 * @param fields recipes by field, in the order they are filled
 * @param later what happens to them afterwards, in order
 * @param reviewer department that reviews them, null where none does
 */
record Group(
    String name,
    String ledger,
    String by,
    Rows rows,
    SequencedMap<String, Recipe> fields,
    List<Later> later,
    @Nullable String reviewer) {

  Group {
    fields = new LinkedHashMap<>(fields);
    later = List.copyOf(later);
  }

  /**
   * How many records, and of what.
   *
   * @param count how many; where dimensions are given, null
   * @param areas where they live
   * @param about groups whose records they are about, each row about one; empty for none
   * @param distinct how many different records they are about, 0 for as many as there are
   * @param months one row for each month, null for none
   * @param days one row for each day, null for none
   * @param dimension name of a dimension with one row for each value, null for none
   * @param values its values
   */
  record Rows(
      @Nullable Integer count,
      Areas areas,
      List<String> about,
      int distinct,
      @Nullable Period months,
      @Nullable Period days,
      @Nullable String dimension,
      List<String> values) {
    Rows {
      about = List.copyOf(about);
      values = List.copyOf(values);
    }
  }

  /**
   * Which areas.
   *
   * @param kind {@code town}, {@code spread} by size, or {@code each}
   * @param named names of the areas, empty for all below the town
   * @param level only areas of this level, null for any
   */
  record Areas(String kind, List<String> named, @Nullable String level) {
    Areas {
      named = List.copyOf(named);
    }
  }

  /**
   * Something that happens to some of the records later.
   *
   * @param kind change, correct, move or void
   * @param count how many records, null for all
   * @param on recipe of its day, null for corrections
   * @param state the state a move enters
   * @param set recipes of what it sets
   * @param was what the records said before, by field; the final value is set by this step
   * @param reason why
   * @param by key of the department whose reviewer does it, null for who entered the record
   */
  record Later(
      EntryKind kind,
      @Nullable Integer count,
      @Nullable Recipe on,
      @Nullable String state,
      SequencedMap<String, Recipe> set,
      SequencedMap<String, Recipe> was,
      @Nullable String reason,
      @Nullable String by) {
    Later {
      set = new LinkedHashMap<>(set);
      was = new LinkedHashMap<>(was);
    }
  }
}

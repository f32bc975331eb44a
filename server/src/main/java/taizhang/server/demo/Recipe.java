package taizhang.server.demo;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.Value;
import taizhang.books.period.Period;

/** How one field of a group of records is filled. */
sealed interface Recipe {

  /** The same for all. */
  record Constant(Value value) implements Recipe {}

  /** One of several, by weight. */
  record Choice(List<Value> options, List<Double> weights) implements Recipe {
    public Choice {
      options = List.copyOf(options);
      weights = List.copyOf(weights);
    }
  }

  /** Each of several exactly so often, in a drawn order. */
  record Quota(List<Value> options, List<Integer> counts) implements Recipe {
    public Quota {
      options = List.copyOf(options);
      counts = List.copyOf(counts);
    }
  }

  /**
   * Parts of a total that add up to it exactly.
   *
   * @param step each part is a multiple of it
   * @param spread how far parts differ; 0 for alike
   * @param rhythm weighs parts by their month, null where they have none
   */
  record Split(
      BigDecimal total,
      BigDecimal step,
      BigDecimal least,
      @Nullable BigDecimal most,
      double spread,
      @Nullable Rhythm rhythm)
      implements Recipe {}

  /** A number between two, a multiple of a step. */
  record Between(BigDecimal low, BigDecimal high, BigDecimal step) implements Recipe {}

  /** A day inside a period. */
  record Day(Period period, Rhythm rhythm) implements Recipe {}

  /** A day inside the row's month. */
  record DayOfMonth(int first, int last) implements Recipe {}

  /** Some days after another date field, at the latest on a day. */
  record After(String field, int least, int most, @Nullable Period within) implements Recipe {}

  /** The day of the later step that sets it. */
  record StepDay() implements Recipe {}

  /** The last day of the row's month. */
  record MonthEnd() implements Recipe {}

  /** What the row stands for in a dimension: its month, area or one of the values. */
  record Each(String dimension) implements Recipe {}

  /** Text with {@code {n}}, {@code {n:4}}, {@code {area}} (name), {@code {code}} in it. */
  record Pattern(String text) implements Recipe {}

  /** A household of the row's area that the ledger does not have yet. */
  record Household() implements Recipe {}

  /** Something of the row's household's head: name, id, age_band. */
  record Head(String part) implements Recipe {}

  /** Something of a person of the row's own: name, id, age_band. */
  record Person(String part, int youngest, int oldest) implements Recipe {}

  /** An invented firm of a trade, with its credit code. */
  record Firm(String trade) implements Recipe {}

  /** Copied from the record the row is about. */
  record Copy(String field) implements Recipe {}

  /** The record the row is about. */
  record Base() implements Recipe {}

  /**
   * Another record of a group.
   *
   * @param since its date field that must not lie after {@code before}, null for any record
   * @param before own date field
   */
  record Ref(String group, @Nullable String since, @Nullable String before) implements Recipe {}

  /** The final number shifted, for what a record said before it was changed or corrected. */
  record Shift(List<BigDecimal> by) implements Recipe {
    public Shift {
      by = List.copyOf(by);
    }
  }
}

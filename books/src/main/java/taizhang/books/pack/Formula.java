package taizhang.books.pack;

import java.util.List;

/**
 * A computed indicator: one of a fixed set of functions over other indicators, named by full code.
 */
public sealed interface Formula {

  /** a ÷ b, in the unit of a per unit of b. */
  record Ratio(String over, String under) implements Formula {}

  /** a ÷ b in percent. */
  record Share(String part, String whole) implements Formula {}

  /** x ÷ its target in percent: the exact period's target, else the enclosing year's. */
  record Completion(String of) implements Formula {}

  /** How far x exceeds its target, in percent of the target (超出预算). */
  record Excess(String of) implements Formula {}

  /** Completion minus the share of the year elapsed, in percentage points (序时进度). */
  record Pace(String of) implements Formula {}

  /** Growth over the same months of the year before, in percent. */
  record Yoy(String of) implements Formula {}

  /** a − b. */
  record Diff(String from, String less) implements Formula {}

  /** The sum of several. */
  record Sum(List<String> parts) implements Formula {
    public Sum {
      parts = List.copyOf(parts);
    }
  }

  /** Number of areas directly below with a figure other than zero. */
  record AreasWith(String of) implements Formula {}

  /** Least figure over the areas directly below. */
  record MinOverAreas(String of) implements Formula {}

  /** Greatest figure over the areas directly below. */
  record MaxOverAreas(String of) implements Formula {}

  /** A flow divided by the days of the period. */
  record MeanPerDay(String of) implements Formula {}

  /** The indicators it is computed from, in the order written. */
  default List<String> parts() {
    return switch (this) {
      case Ratio(String over, String under) -> List.of(over, under);
      case Share(String part, String whole) -> List.of(part, whole);
      case Diff(String from, String less) -> List.of(from, less);
      case Sum(List<String> parts) -> parts;
      case Completion(String of) -> List.of(of);
      case Excess(String of) -> List.of(of);
      case Pace(String of) -> List.of(of);
      case Yoy(String of) -> List.of(of);
      case AreasWith(String of) -> List.of(of);
      case MinOverAreas(String of) -> List.of(of);
      case MaxOverAreas(String of) -> List.of(of);
      case MeanPerDay(String of) -> List.of(of);
    };
  }

  /**
   * Reads {@code completion(funds_arrived)}; bare names belong to the pack given.
   *
   * @throws IllegalArgumentException naming the functions there are
   */
  static Formula parse(String text, String pack) {
    return FormulaText.parse(text, pack);
  }
}

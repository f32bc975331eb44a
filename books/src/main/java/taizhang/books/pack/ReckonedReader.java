package taizhang.books.pack;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads fields reckoned by a formula, and checks that what it reads goes together. */
final class ReckonedReader {

  private final Problems problems;

  ReckonedReader(Problems problems) {
    this.problems = problems;
  }

  @Nullable Derivation read(Fields own, Field field, Tree.Mapping tree) {
    Tree.Scalar text = Objects.requireNonNull(tree.scalar("formula"));
    if (!FieldType.NUMBERS.contains(field.type())) {
      problems.add(text.place(), "a formula gives a number, not " + field.type().code());
      return null;
    }
    try {
      Arithmetic formula = Arithmetic.parse(text.text());
      boolean sound = check(formula, own, text);
      String unit = sound ? unit(formula, own, text) : null;
      if (unit != null && field.unit() != null && !unit.equals(field.unit())) {
        problems.add(text.place(), "comes to " + unit + ", but the field is in " + field.unit());
      }
      return sound ? new Derivation.Reckoned(formula, decimals(field, tree)) : null;
    } catch (IllegalArgumentException e) {
      problems.add(text.place(), "formula " + e.getMessage());
      return null;
    }
  }

  private static int decimals(Field field, Tree.Mapping tree) {
    BigDecimal said = tree.number("decimals");
    if (said != null) {
      return said.intValue();
    }
    return switch (field.type()) {
      case INTEGER -> 0;
      case MONEY, PERCENT -> 2;
      default -> 4;
    };
  }

  private boolean check(Arithmetic formula, Fields own, Tree.Scalar text) {
    return switch (formula) {
      case Arithmetic.Number ignored -> true;
      case Arithmetic.Named(String name) ->
          own.holds(name, text, FieldType.NUMBERS, "a number", problems);
      case Arithmetic.Days(String from, String to) ->
          own.holds(from, text, Set.of(FieldType.DATE), "a date", problems)
              & own.holds(to, text, Set.of(FieldType.DATE), "a date", problems);
      case Arithmetic.Both(String ignored, Arithmetic left, Arithmetic right) ->
          check(left, own, text) & check(right, own, text);
    };
  }

  /** The unit of a sum or a single field; null where it is of none or cannot be said. */
  private @Nullable String unit(Arithmetic formula, Fields own, Tree.Scalar text) {
    return switch (formula) {
      case Arithmetic.Number ignored -> null;
      case Arithmetic.Days ignored -> null;
      case Arithmetic.Named(String name) -> Objects.requireNonNull(own.sound().get(name)).unit();
      case Arithmetic.Both(String does, Arithmetic left, Arithmetic right) -> {
        String a = unit(left, own, text);
        String b = unit(right, own, text);
        if (does.equals("*") || does.equals("/")) {
          yield null;
        }
        if (a != null && b != null && !a.equals(b)) {
          problems.add(text.place(), a + " and " + b + " do not go together with " + does);
        }
        yield a == null ? b : a;
      }
    };
  }
}

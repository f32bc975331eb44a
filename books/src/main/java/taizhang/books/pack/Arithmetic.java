package taizhang.books.pack;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.Image;

/**
 * Exact arithmetic over the fields of a record: {@code + - * /}, brackets, numbers, fields, {@code
 * min(a, b)}, {@code max(a, b)}, {@code or(a, b)} for a where there is one and else b, and {@code
 * days(from, to)} between two dates. Where a field is absent, or something is divided by nothing,
 * there is no result.
 */
public sealed interface Arithmetic {

  /** The result for a record as it stands in one version; null for none. */
  @Nullable BigDecimal of(Image image);

  /** The fields it speaks of. */
  Stream<String> fields();

  /** A number. */
  record Number(BigDecimal value) implements Arithmetic {
    @Override
    public BigDecimal of(Image image) {
      return value;
    }

    @Override
    public Stream<String> fields() {
      return Stream.empty();
    }
  }

  /** A field that holds a number. */
  record Named(String field) implements Arithmetic {
    @Override
    public @Nullable BigDecimal of(Image image) {
      return image.decimal(field);
    }

    @Override
    public Stream<String> fields() {
      return Stream.of(field);
    }
  }

  /**
   * Two parts and what is done with them.
   *
   * @param does {@code + - * /}, {@code min}, {@code max} or {@code or}
   */
  record Both(String does, Arithmetic left, Arithmetic right) implements Arithmetic {
    @Override
    public @Nullable BigDecimal of(Image image) {
      BigDecimal a = left.of(image);
      BigDecimal b = right.of(image);
      if (does.equals("or")) {
        return a == null ? b : a;
      }
      if (a == null || b == null || (does.equals("/") && b.signum() == 0)) {
        return null;
      }
      return switch (does) {
        case "+" -> a.add(b);
        case "-" -> a.subtract(b);
        case "*" -> a.multiply(b);
        case "/" -> a.divide(b, MathContext.DECIMAL128);
        case "min" -> a.min(b);
        default -> a.max(b);
      };
    }

    @Override
    public Stream<String> fields() {
      return Stream.concat(left.fields(), right.fields());
    }
  }

  /** Calendar days from one date field to another. */
  record Days(String from, String to) implements Arithmetic {
    @Override
    public @Nullable BigDecimal of(Image image) {
      LocalDate first = image.date(from);
      LocalDate last = image.date(to);
      return first == null || last == null
          ? null
          : BigDecimal.valueOf(ChronoUnit.DAYS.between(first, last));
    }

    @Override
    public Stream<String> fields() {
      return Stream.of(from, to);
    }
  }

  /**
   * Reads a formula.
   *
   * @throws IllegalArgumentException where it cannot be read, with what was expected
   */
  static Arithmetic parse(String text) {
    return new ArithmeticReader(text).whole();
  }
}

package taizhang.books.pack;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    return new Reader(text).whole();
  }

  /** Reads from left to right; multiplication binds more closely. */
  final class Reader {
    private static final Pattern TOKEN =
        Pattern.compile("\\s*(\\d+(?:\\.\\d+)?|[a-z][a-z0-9_]*|[-+*/(),])\\s*");
    private static final List<String> FUNCTIONS = List.of("min", "max", "or", "days");

    private final List<String> tokens = new ArrayList<>();
    private int next;

    Reader(String text) {
      Matcher matcher = TOKEN.matcher(text);
      int at = 0;
      while (at < text.length()) {
        if (!matcher.region(at, text.length()).lookingAt()) {
          throw new IllegalArgumentException("cannot be read from '" + text.substring(at) + "'");
        }
        tokens.add(matcher.group(1));
        at = matcher.end();
      }
    }

    Arithmetic whole() {
      Arithmetic sum = sum();
      if (next < tokens.size()) {
        throw new IllegalArgumentException("'" + tokens.get(next) + "' is one too many");
      }
      return sum;
    }

    private Arithmetic sum() {
      Arithmetic left = product();
      while (here("+") || here("-")) {
        String does = take();
        left = new Both(does, left, product());
      }
      return left;
    }

    private Arithmetic product() {
      Arithmetic left = part();
      while (here("*") || here("/")) {
        String does = take();
        left = new Both(does, left, part());
      }
      return left;
    }

    private Arithmetic part() {
      String token = take();
      if (token.equals("(")) {
        Arithmetic inner = sum();
        expect(")");
        return inner;
      }
      if (Character.isDigit(token.charAt(0))) {
        return new Number(new BigDecimal(token));
      }
      if (!Character.isLetter(token.charAt(0))) {
        throw new IllegalArgumentException("a number or a field is missing before '" + token + "'");
      }
      return here("(") ? function(token) : new Named(token);
    }

    private Arithmetic function(String name) {
      if (!FUNCTIONS.contains(name)) {
        throw new IllegalArgumentException(
            "there is no function '" + name + "'" + Suggestion.among(FUNCTIONS, name));
      }
      expect("(");
      Arithmetic left = sum();
      expect(",");
      Arithmetic right = sum();
      expect(")");
      if (!name.equals("days")) {
        return new Both(name, left, right);
      }
      if (left instanceof Named(String from) && right instanceof Named(String to)) {
        return new Days(from, to);
      }
      throw new IllegalArgumentException("days(from, to) takes two date fields");
    }

    private boolean here(String token) {
      return next < tokens.size() && tokens.get(next).equals(token);
    }

    private String take() {
      if (next == tokens.size()) {
        throw new IllegalArgumentException("it ends too early");
      }
      return tokens.get(next++);
    }

    private void expect(String token) {
      if (!here(token)) {
        throw new IllegalArgumentException("'" + token + "' is missing");
      }
      next++;
    }
  }
}

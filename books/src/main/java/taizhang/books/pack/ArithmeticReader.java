package taizhang.books.pack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads arithmetic from left to right; multiplication binds more closely. */
final class ArithmeticReader {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(\\d+(?:\\.\\d+)?|[a-z][a-z0-9_]*|[-+*/(),])\\s*");
  private static final List<String> FUNCTIONS = List.of("min", "max", "or", "days");

  private final List<String> tokens = new ArrayList<>();
  private int next;

  ArithmeticReader(String text) {
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
      left = new Arithmetic.Both(does, left, product());
    }
    return left;
  }

  private Arithmetic product() {
    Arithmetic left = part();
    while (here("*") || here("/")) {
      String does = take();
      left = new Arithmetic.Both(does, left, part());
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
      return new Arithmetic.Number(new BigDecimal(token));
    }
    if (!Character.isLetter(token.charAt(0))) {
      throw new IllegalArgumentException("a number or a field is missing before '" + token + "'");
    }
    return here("(") ? function(token) : new Arithmetic.Named(token);
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
      return new Arithmetic.Both(name, left, right);
    }
    if (left instanceof Arithmetic.Named(String from)
        && right instanceof Arithmetic.Named(String to)) {
      return new Arithmetic.Days(from, to);
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

package taizhang.server.web.record;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.Image;
import taizhang.books.entry.Value;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Ledger;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;

/**
 * What stands in a form: fields as {@code f.NAME}, the rest by its name.
 *
 * @param values by name of the input
 */
record Typed(Map<String, String> values) {

  /** What a form says beside the fields of the ledger. */
  private static final Set<String> BESIDE =
      Set.of("area", "on", "reason", "key", "seen", "of", "as", "sure");

  private static final int MOST_FIELDS = 400;
  private static final int LONGEST = 40_000;

  Typed {
    values = new LinkedHashMap<>(values);
  }

  static Typed of(HttpServletRequest request) {
    Map<String, String> values = new LinkedHashMap<>();
    request
        .getParameterMap()
        .forEach((name, given) -> {
          boolean wanted = name.startsWith("f.") || BESIDE.contains(name);
          String said = given.length == 1 ? given[0] : lines(given);
          if (wanted && values.size() < MOST_FIELDS && said.length() <= LONGEST) {
            values.put(name, said);
          }
        });
    return new Typed(values);
  }

  /** What was said several times, as the files of a field are. */
  private static String lines(String[] given) {
    return Stream.of(given).filter(one -> !one.isBlank()).collect(Collectors.joining("\n"));
  }

  /** What a form holds before anybody touches it: the record as it stands. */
  static Typed of(Ledger ledger, Image image) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Field field : entered(ledger)) {
      if (!field.classification().sealed()) {
        values.put("f." + field.name(), text(image.fields().get(field.name())));
      }
    }
    return new Typed(values);
  }

  /** The fields a person enters: not those copied in or reckoned. */
  static List<Field> entered(Ledger ledger) {
    return ledger.fields().values().stream()
        .filter(field -> !ledger.isCopied(field.name()) && !ledger.isDerived(field.name()))
        .toList();
  }

  String get(String name) {
    return values.getOrDefault(name, "").strip();
  }

  Typed with(String name, String value) {
    Map<String, String> next = new LinkedHashMap<>(values);
    next.put(name, value);
    return new Typed(next);
  }

  /** True where a field holds something that was not there before. */
  boolean touched() {
    return values.entrySet().stream()
        .anyMatch(v -> v.getKey().startsWith("f.") && !v.getValue().isBlank());
  }

  @Nullable String orNull(String name) {
    String text = get(name);
    return text.isEmpty() ? null : text;
  }

  @Nullable Long number(String name) {
    String text = get(name);
    return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
  }

  /** A date beside the fields; refused where it is none. */
  @Nullable LocalDate date(String name, String title) {
    String text = get(name);
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new Refusal(
          List.of(
              taizhang.books.refusal.Problem.of(
                      ProblemCode.WRONG_TYPE, title, "日期（如 2023-03-05）", text)
                  .in(name)));
    }
  }

  /** What the form says otherwise than the record did; sealed fields left empty stay. */
  Map<String, Value> patch(Ledger ledger, Image base) {
    Map<String, Value> patch = new TreeMap<>();
    for (Field field : entered(ledger)) {
      String text = values.get("f." + field.name());
      if (text == null) {
        continue;
      }
      Value before = base.fields().get(field.name());
      if (text.isBlank()) {
        if (before != null && !field.classification().sealed()) {
          patch.put(field.name(), Value.cleared());
        }
      } else {
        Value now = read(field, text);
        if (!Objects.equals(now, before)) {
          patch.put(field.name(), now);
        }
      }
    }
    return patch;
  }

  private static String text(@Nullable Value value) {
    return switch (value) {
      case null -> "";
      case Value.Listing(List<String> items) -> String.join("\n", items);
      case Value other -> other.asText();
    };
  }

  /** What cannot be read is left as it is written, for the ledger to refuse in its own words. */
  static Value read(Field field, String text) {
    FieldType.Form form = field.type().form();
    return switch (form) {
      case YES_NO ->
          text.equals("true") || text.equals("false")
              ? Value.of(text.equals("true"))
              : Value.of(text);
      case INTEGER, DECIMAL ->
          Value.of(Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replace(",", ""));
      case LISTING ->
          new Value.Listing(
              Stream.of(text.split("\n")).map(String::strip).filter(s -> !s.isEmpty()).toList());
      case TEXT ->
          Value.of(
              field.type() == FieldType.PHONE
                  ? Normalizer.normalize(text, Normalizer.Form.NFKC).strip()
                  : text.strip());
      case DATE, TIME, PERIOD -> Value.of(text.strip());
    };
  }
}

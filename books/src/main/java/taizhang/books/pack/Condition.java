package taizhang.books.pack;

import dev.cel.common.CelValidationException;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.Image;

/**
 * A yes-or-no question about a record's own fields, in CEL. {@code state} is its lifecycle state
 * and {@code today} the day it is asked; dates compare as ISO text. An absent text reads as {@code
 * ''}, an absent number as 0, an absent yes/no as no. Fields classified personal or sensitive do
 * not exist here.
 */
public final class Condition {

  /** Always yes. */
  public static final Condition ALWAYS = new Condition("", null, Map.of());

  private final String text;
  private final CelRuntime.@Nullable Program program;
  private final Map<String, FieldType> fields;

  Condition(String text, CelRuntime.@Nullable Program program, Map<String, FieldType> fields) {
    this.text = text;
    this.program = program;
    this.fields = Map.copyOf(fields);
  }

  /**
   * Compiles a condition over declared fields.
   *
   * @throws IllegalArgumentException where it does not parse, names an unknown field or does not
   *     yield yes or no; the message is CEL's own, with the place
   */
  public static Condition compile(String text, Collection<Field> fields) {
    try {
      return new ConditionScope(fields).compile(text);
    } catch (CelValidationException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** The answer for a record as it stands in one version. */
  public boolean holds(Image image, String state) {
    return holds(image, state, "");
  }

  /** The answer on a day, for checks that compare with today. */
  public boolean holds(Image image, String state, String today) {
    if (program == null) {
      return true;
    }
    Map<String, Object> scope = new HashMap<>();
    scope.put("state", state);
    scope.put("today", today);
    fields.forEach((name, type) -> scope.put(name, value(image, name, type)));
    try {
      return (Boolean) program.eval(scope);
    } catch (CelEvaluationException e) {
      throw new IllegalStateException("condition '" + text + "' failed: " + e.getMessage(), e);
    }
  }

  private static Object value(Image image, String name, FieldType type) {
    return switch (type.form()) {
      case YES_NO -> image.yes(name);
      case INTEGER -> number(image, name).longValue();
      case DECIMAL -> number(image, name).doubleValue();
      case TEXT, DATE, TIME, PERIOD, LISTING -> image.text(name);
    };
  }

  private static BigDecimal number(Image image, String name) {
    BigDecimal number = image.decimal(name);
    return number == null ? BigDecimal.ZERO : number;
  }

  /** The condition as written; empty for {@link #ALWAYS}. */
  public String text() {
    return text;
  }

  /** Equal where the same is asked of fields of the same types. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Condition that && text.equals(that.text) && fields.equals(that.fields);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}

package taizhang.books.pack;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.Image;

/**
 * How records of a ledger post to one indicator.
 *
 * @param to full code of the indicator; {@code {field}} inside it is replaced by the field's text,
 *     {@code #target} at its end posts a target of that indicator
 * @param kind kind of the indicator posted to
 * @param amount how much
 * @param on field holding the day, for flows, distinct counts and stocks that begin or end on a day
 *     of their own
 * @param after how many days after that day it posts
 * @param onEnter lifecycle state: one posting per transition into it, at its date
 * @param when condition on the record's own fields
 * @param key field whose different values a distinct indicator counts
 * @param slices breakdown name to the field it is broken down by
 * @param period for stated values, the field holding the period
 * @param comparator for stated values, the field holding {@code = ≥ ≤ ≈ ×}; null for {@code =}
 * @param status for stated values, the field holding actual, estimate, target, bulletin or final;
 *     null for actual
 */
public record PostingRule(
    String to,
    IndicatorKind kind,
    Amount amount,
    @Nullable String on,
    Delay after,
    @Nullable String onEnter,
    Condition when,
    @Nullable String key,
    Map<String, String> slices,
    @Nullable String period,
    @Nullable String comparator,
    @Nullable String status) {

  private static final Pattern PLACE = Pattern.compile("\\{([a-z][a-z0-9_]*)}");

  /** What a target's indicator is called: the indicator's code with this behind it. */
  public static final String TARGET = "#target";

  public PostingRule {
    slices = new LinkedHashMap<>(slices);
  }

  /**
   * The day a rule with a date field of its own posts at; null without one, or where it is empty.
   */
  public @Nullable LocalDate day(Image image) {
    LocalDate day = on == null ? null : image.date(on);
    return day == null ? null : after.from(day, image);
  }

  /** The indicator a record posts to; where the rule names fields, by their text. */
  public String destination(Image image) {
    if (to.indexOf('{') < 0) {
      return to;
    }
    Matcher m = PLACE.matcher(to);
    return m.replaceAll(r -> Matcher.quoteReplacement(image.text(r.group(1))));
  }
}

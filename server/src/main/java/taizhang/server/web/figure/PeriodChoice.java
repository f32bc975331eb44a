package taizhang.server.web.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import taizhang.books.period.Period;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.figure.BooksSpan;

/**
 * The choice of a period: a year and a part of it.
 *
 * @param period what is shown
 * @param years to choose from, newest first; one that is no whole year stands before them
 * @param parts of the year to choose from
 */
public record PeriodChoice(Period period, List<Option> years, List<Option> parts) {

  public PeriodChoice {
    years = List.copyOf(years);
    parts = List.copyOf(parts);
  }

  /** One thing to choose. */
  public record Option(String value, String title, boolean chosen) {}

  /** The newest year under way, where nobody chose. */
  static Period usual(BooksSpan.Span span) {
    return Period.year(span.year());
  }

  /**
   * The period of an address: {@code period=2023-H1}, or {@code year=2023&part=-H1} as the form
   * sends it.
   */
  static Period read(
      @Nullable String period, @Nullable String year, @Nullable String part, BooksSpan.Span span) {
    String text =
        period == null || period.isEmpty()
            ? Objects.requireNonNullElse(year, "") + Objects.requireNonNullElse(part, "")
            : period;
    if (text.isEmpty()) {
      return usual(span);
    }
    try {
      return Period.parse(text);
    } catch (IllegalArgumentException e) {
      throw Refusal.of(ProblemCode.NOT_A_PERIOD, text);
    }
  }

  static PeriodChoice of(Period period, BooksSpan.Span span) {
    String text = period.toString();
    String year = Integer.toString(period.to().getYear());
    String chosen = text.startsWith(year) ? text.substring(year.length()) : "";
    List<Option> years = new ArrayList<>();
    int last = Math.max(span.last().getYear(), period.to().getYear());
    int first = Math.min(span.first().getYear(), period.from().getYear());
    for (int y = last; y >= Math.max(first, last - 30); y--) {
      String value = Integer.toString(y);
      years.add(new Option(value, value + "年", value.equals(year)));
    }
    return new PeriodChoice(period, years, parts(chosen));
  }

  private static List<Option> parts(String chosen) {
    List<Option> parts = new ArrayList<>();
    add(parts, "", "全年", chosen);
    add(parts, "-H1", "上半年", chosen);
    add(parts, "-H2", "下半年", chosen);
    for (int quarter = 1; quarter <= 4; quarter++) {
      add(parts, "-Q" + quarter, "第" + "一二三四".charAt(quarter - 1) + "季度", chosen);
    }
    for (int month = 1; month <= 12; month++) {
      add(parts, "-%02d".formatted(month), month + "月", chosen);
    }
    return parts;
  }

  private static void add(List<Option> parts, String value, String title, String chosen) {
    parts.add(new Option(value, title, value.equals(chosen)));
  }
}

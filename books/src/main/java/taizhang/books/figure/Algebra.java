package taizhang.books.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import taizhang.books.pack.Formula;
import taizhang.books.pack.PostingRule;
import taizhang.books.period.Period;

/**
 * Computes formulas over figures. A missing figure or a zero base yields no figure, never 0.
 * Quotients carry 34 digits; the printing rounds.
 */
public final class Algebra {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Reader reader;

  /** Where the parts come from. */
  public interface Reader {
    /** The value of an indicator, null where there is none. */
    @Nullable BigDecimal value(FigureQuery query);

    /** The codes of the areas directly below the one asked for. */
    List<String> areasBelow(FigureQuery query);

    /** Today, or the day read. */
    LocalDate day(FigureQuery query);
  }

  public Algebra(Reader reader) {
    this.reader = reader;
  }

  /**
   * The value of a formula for the area, period and point of the query; null where there is none.
   */
  public @Nullable BigDecimal value(Formula formula, FigureQuery query) {
    return switch (formula) {
      case Formula.Ratio(String over, String under) ->
          quotient(read(over, query), read(under, query));
      case Formula.Share(String part, String whole) ->
          percent(quotient(read(part, query), read(whole, query)));
      case Formula.Completion(String of) -> completion(of, query);
      case Formula.Excess(String of) -> minus(completion(of, query), HUNDRED);
      case Formula.Pace(String of) -> minus(completion(of, query), elapsed(query));
      case Formula.Yoy(String of) -> growth(of, query);
      case Formula.Diff(String from, String less) -> minus(read(from, query), read(less, query));
      case Formula.Sum(List<String> parts) -> sum(parts, query);
      case Formula.AreasWith(String of) ->
          BigDecimal.valueOf(below(of, query).filter(v -> v.signum() != 0).count());
      case Formula.MinOverAreas(String of) ->
          below(of, query).min(BigDecimal::compareTo).orElse(null);
      case Formula.MaxOverAreas(String of) ->
          below(of, query).max(BigDecimal::compareTo).orElse(null);
      case Formula.MeanPerDay(String of) -> meanPerDay(of, query);
    };
  }

  /**
   * The target an indicator is measured against: the exact period's, else the enclosing year's;
   * null where none is set.
   */
  public @Nullable BigDecimal target(String indicator, FigureQuery query) {
    FigureQuery target = query.of(indicator + PostingRule.TARGET);
    BigDecimal exact = reader.value(target);
    return exact == null ? reader.value(target.during(query.period().enclosingYear())) : exact;
  }

  private @Nullable BigDecimal read(String indicator, FigureQuery query) {
    return reader.value(query.of(indicator));
  }

  private @Nullable BigDecimal completion(String of, FigureQuery query) {
    return percent(quotient(read(of, query), target(of, query)));
  }

  private BigDecimal elapsed(FigureQuery query) {
    Period year = query.period().enclosingYear();
    LocalDate day = reader.day(query);
    LocalDate last = query.period().to().isBefore(day) ? query.period().to() : day;
    Period run = year.until(last);
    long days = run == null ? 0 : run.days();
    return Objects.requireNonNull(
        percent(quotient(BigDecimal.valueOf(days), BigDecimal.valueOf(year.days()))));
  }

  private @Nullable BigDecimal growth(String of, FigureQuery query) {
    BigDecimal base = read(of, query.during(query.period().yearBefore()));
    return minus(percent(quotient(read(of, query), base)), HUNDRED);
  }

  private @Nullable BigDecimal sum(List<String> parts, FigureQuery query) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String part : parts) {
      BigDecimal value = read(part, query);
      if (value == null) {
        return null;
      }
      sum = sum.add(value);
    }
    return sum;
  }

  private Stream<BigDecimal> below(String of, FigureQuery query) {
    return reader.areasBelow(query).stream()
        .map(area -> read(of, query.in(area)))
        .flatMap(Stream::ofNullable);
  }

  private @Nullable BigDecimal meanPerDay(String of, FigureQuery query) {
    Period run = query.period().until(reader.day(query));
    return run == null ? null : quotient(read(of, query), BigDecimal.valueOf(run.days()));
  }

  private static @Nullable BigDecimal quotient(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return a == null || b == null || b.signum() == 0 ? null : a.divide(b, MathContext.DECIMAL128);
  }

  private static @Nullable BigDecimal percent(@Nullable BigDecimal a) {
    return a == null ? null : a.multiply(HUNDRED);
  }

  private static @Nullable BigDecimal minus(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return a == null || b == null ? null : a.subtract(b);
  }
}

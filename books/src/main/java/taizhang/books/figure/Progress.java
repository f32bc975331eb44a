package taizhang.books.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import taizhang.books.pack.Indicator;
import taizhang.books.period.Period;

/**
 * How far a figure has come towards its target, beside how much of the target's time has passed
 * (序时进度).
 *
 * <p>The rule of the light: what grows with the year ({@link Indicator#pace()}) must have come as
 * far as time has; what does not must be there when its time is over, and waits until then. Up to
 * ten percentage points behind is near. Where less is better the target is a limit: within it is on
 * time, up to a tenth above is near.
 *
 * @param light how it stands
 * @param completion value ÷ target in percent; null without a value, a target, or with a target of
 *     0
 * @param elapsed share of the target's time that has passed, in percent
 */
public record Progress(Light light, @Nullable BigDecimal completion, BigDecimal elapsed) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal BEHIND = BigDecimal.TEN;

  /** How a figure stands; shown with a shape as well as a colour. */
  public enum Light {
    /** ● as far as it should be. */
    ON_TIME,
    /** ▲ a little behind. */
    NEAR,
    /** ■ behind. */
    LATE,
    /** ○ no target, or nothing to be said before its time is over. */
    WAITING
  }

  /**
   * The progress of a figure.
   *
   * @param target the target's figure; its value is null where none is set
   * @param through last day read
   */
  public static Progress of(
      Indicator indicator, @Nullable BigDecimal value, Figure target, LocalDate through) {
    BigDecimal elapsed = elapsed(target.period(), through);
    BigDecimal goal = target.value();
    if (value == null || goal == null || goal.signum() == 0) {
      return new Progress(Light.WAITING, null, elapsed);
    }
    BigDecimal completion = percent(value, goal);
    boolean limit = "down".equals(indicator.better()) || target.comparator().equals("≤");
    BigDecimal missing =
        limit ? completion.subtract(HUNDRED) : behind(indicator, completion, elapsed);
    if (missing == null) {
      return new Progress(Light.WAITING, completion, elapsed);
    }
    Light light =
        missing.signum() <= 0
            ? Light.ON_TIME
            : missing.compareTo(BEHIND) <= 0 ? Light.NEAR : Light.LATE;
    return new Progress(light, completion, elapsed);
  }

  /** Percentage points missing; null where it cannot be said yet. */
  private static @Nullable BigDecimal behind(
      Indicator indicator, BigDecimal completion, BigDecimal elapsed) {
    boolean over = elapsed.compareTo(HUNDRED) >= 0;
    if (!over && !indicator.pace() && completion.compareTo(HUNDRED) < 0) {
      return null;
    }
    return (over ? HUNDRED : elapsed).min(HUNDRED).subtract(completion);
  }

  private static BigDecimal elapsed(Period span, LocalDate through) {
    Period run = span.until(through);
    long days = run == null ? 0 : run.days();
    return percent(BigDecimal.valueOf(days), BigDecimal.valueOf(span.days()));
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return part.multiply(HUNDRED).divide(whole, MathContext.DECIMAL64);
  }
}

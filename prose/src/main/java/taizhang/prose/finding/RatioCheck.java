package taizhang.prose.finding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import taizhang.prose.claim.Claim;
import taizhang.prose.claim.Role;
import taizhang.prose.number.Approx;
import taizhang.prose.number.Interval;

/**
 * Ratios against the levels they are made of: a completion against its target, a multiple against
 * its base.
 */
final class RatioCheck implements Check {
  private static final Interval LESS_ONE =
      new Interval(BigDecimal.ONE.negate(), BigDecimal.ONE.negate());
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Pattern TARGET =
      Pattern.compile("(?:任务|目标|计划|预算)(?:数|量|总量)?(?:为|是|的)?[（(]?$");
  private static final int REACH = 24;

  @Override
  public void run(Checked checked, Findings findings) {
    List<Claim> claims = checked.claims();
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      if (i >= 2 && claim.role() == Role.COMPLETION) {
        completion(checked, claims.get(i - 2), claims.get(i - 1), claim, findings);
      }
      if (i >= 2 && claim.unit().name().equals("倍")) {
        multiple(checked, claims.get(i - 2), claims.get(i - 1), claim, findings);
      }
    }
  }

  /** 完成5772套，为目标任务5000套的115.4%. */
  private static void completion(
      Checked checked, Claim done, Claim target, Claim told, Findings findings) {
    String text = checked.line(told).text();
    boolean chain =
        levels(done, target, told)
            && told.start() - target.end() <= 4
            && TARGET
                .matcher(text.substring(Math.max(0, target.start() - REACH), target.start()))
                .find();
    if (!chain) {
      return;
    }
    Interval reckoned = quotient(done, target).times(HUNDRED);
    if (!reckoned.meets(Interval.of(told.value()))) {
      findings.add(
          "number.completion",
          checked,
          told,
          done.text() + " ÷ " + target.text() + " = " + reckoned.shown() + "，文中为 " + told.text(),
          "核对完成比例");
    }
  }

  /** 由5家增加到16家，是五年前的3.2倍; 由5家增加到16家，增长2.2倍. */
  private static void multiple(
      Checked checked, Claim from, Claim to, Claim told, Findings findings) {
    String text = checked.line(told).text();
    boolean chain =
        levels(from, to, told)
            && told.start() - to.end() <= REACH / 2
            && moves(text, from, to)
            && !text.substring(to.end(), told.start()).matches(".*(?:比|全[省市国县]|同期|均|高于).*");
    if (!chain || Interval.of(from.value()).low().signum() <= 0) {
      return;
    }
    boolean grows = told.role() == Role.GROWTH;
    Interval times = grows ? quotient(to, from).plus(LESS_ONE) : quotient(to, from);
    if (!times.meets(Interval.of(told.value()))) {
      String evidence =
          String.format(
              Locale.ROOT,
              "%s ÷ %s%s = %.2f—%.2f，文中为 %s",
              to.text(),
              from.text(),
              grows ? " − 1" : "",
              times.low().doubleValue(),
              times.high().doubleValue(),
              told.text());
      findings.add("number.multiple", checked, told, evidence, "核对倍数与前后数值");
    }
  }

  private static boolean moves(String text, Claim from, Claim to) {
    String before = text.substring(Math.max(0, from.start() - REACH / 2), from.start());
    String between = text.substring(from.end(), to.start());
    return (before.contains("由") || before.contains("从"))
        && between.length() <= 14
        && (between.contains("到") || between.contains("至") || between.contains("为"));
  }

  /** Two exact levels of one unit, and an exact ratio after them in the line. */
  private static boolean levels(Claim one, Claim other, Claim ratio) {
    return exact(one, other, ratio)
        && one.line() == ratio.line()
        && one.unit().name().equals(other.unit().name())
        && one.role() == Role.LEVEL
        && other.role() == Role.LEVEL
        && one.value().signum() > 0
        && other.value().signum() > 0;
  }

  private static boolean exact(Claim one, Claim two, Claim three) {
    return one.approx() == Approx.EXACT
        && two.approx() == Approx.EXACT
        && three.approx() == Approx.EXACT
        && one.high() == null
        && two.high() == null
        && three.high() == null;
  }

  private static Interval quotient(Claim one, Claim other) {
    Interval above = Interval.of(one.value());
    Interval below = Interval.of(other.value());
    return new Interval(
        above.low().divide(below.high(), MathContext.DECIMAL64),
        above.high().divide(below.low().max(below.high().ulp()), MathContext.DECIMAL64));
  }
}

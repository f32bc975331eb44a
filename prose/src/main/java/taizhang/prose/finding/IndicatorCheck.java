package taizhang.prose.finding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import taizhang.prose.claim.Claim;
import taizhang.prose.claim.Kind;
import taizhang.prose.claim.Role;
import taizhang.prose.number.Approx;
import taizhang.prose.number.Interval;

/** The same indicator told twice: a target below what is already done, two values for one year. */
final class IndicatorCheck implements Check {

  /** A target a little below a good year is prudence. */
  private static final BigDecimal SLIGHT = new BigDecimal("0.97");

  /** Promised jobs are always fewer than those brought about; half as many want a word. */
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private static final String[] INDICATORS = {
    "收入", "产值", "增加值", "投资", "总额", "产量", "余额", "总值", "销售额", "到位资金"
  };
  private static final String[] DROPPED = {
    "岗位", "人数", "城镇", "全社会", "完成", "实现", "预计", "总", "地方", "“", "”", "力争", "达到", "累计"
  };

  @Override
  public void run(Checked checked, Findings findings) {
    Map<String, Claim> actuals = new HashMap<>();
    for (Claim claim : checked.claims()) {
      String key = key(claim);
      if (key.isEmpty()) {
        continue;
      }
      Claim known = actuals.get(key);
      if (claim.kind() == Kind.ACTUAL) {
        if (known != null) {
          conflict(checked, known, claim, findings);
        }
        actuals.putIfAbsent(key, claim);
      } else if (claim.kind() == Kind.TARGET && known != null) {
        target(checked, known, claim, findings);
      }
    }
  }

  /**
   * What an indicator goes by, hedges and 总 left out; empty for a claim that is no plain level of
   * one.
   */
  static String key(Claim claim) {
    boolean plain = claim.role() == Role.LEVEL && claim.parent() == null && claim.high() == null;
    if (!plain || !measured(claim) || !indicator(claim.subject())) {
      return "";
    }
    String key = bare(claim.subject());
    return key.length() < 4 ? "" : key + claim.unit().dimension();
  }

  /** A name less what is said of an indicator now and then. */
  static String bare(String words) {
    String bare = words;
    for (String word : DROPPED) {
      bare = bare.replace(word, "");
    }
    return bare;
  }

  private static boolean measured(Claim claim) {
    String dimension = claim.unit().dimension();
    return claim.unit().money()
        || dimension.equals("mass")
        || claim.subject().contains("新增就业") && !dimension.equals("ratio");
  }

  private static boolean indicator(String subject) {
    if (subject.contains("新增就业")) {
      return true;
    }
    for (String suffix : INDICATORS) {
      if (subject.endsWith(suffix)) {
        return true;
      }
    }
    return false;
  }

  private static void target(Checked checked, Claim actual, Claim target, Findings findings) {
    BigDecimal done = actual.value().multiply(actual.unit().factor());
    BigDecimal aim = target.value().multiply(target.unit().factor());
    boolean later =
        target.period().isEmpty()
            || actual.period().isEmpty()
            || year(target).compareTo(year(actual)) >= 0;
    BigDecimal prudent = actual.subject().contains("新增就业") ? HALF : SLIGHT;
    if (later && aim.compareTo(done.multiply(prudent)) < 0 && aim.signum() > 0 && full(actual)) {
      BigDecimal drop =
          aim.divide(done, MathContext.DECIMAL32)
              .subtract(BigDecimal.ONE)
              .multiply(BigDecimal.valueOf(100));
      String evidence =
          String.format(
              java.util.Locale.ROOT,
              "%s < %s（第%d行），%.1f%%",
              target.text(),
              actual.text(),
              actual.line(),
              drop.doubleValue());
      findings.add("number.target", checked, target, evidence, "说明目标下调的原因或核对数值");
    }
  }

  private static boolean full(Claim actual) {
    return actual.period().length() <= 4;
  }

  private static String year(Claim claim) {
    return claim.period().substring(0, Math.min(4, claim.period().length()));
  }

  /**
   * Two values near each other but not within rounding; values far apart speak of different places
   * or times.
   */
  private static void conflict(Checked checked, Claim known, Claim claim, Findings findings) {
    boolean exact = known.approx() == Approx.EXACT && claim.approx() == Approx.EXACT;
    boolean same =
        known.period().equals(claim.period())
            && known.scope().equals(claim.scope())
            && known.unit().name().equals(claim.unit().name());
    if (!exact
        || !same
        || known.value().signum() <= 0
        || Interval.of(known.value()).meets(Interval.of(claim.value()))) {
      return;
    }
    double ratio = claim.value().doubleValue() / known.value().doubleValue();
    if (ratio > 0.8 && ratio < 1.25) {
      String evidence =
          claim.text() + " ≠ " + known.text() + "（第" + known.line() + "行 " + known.subject() + "）";
      findings.add("number.conflict", checked, claim, evidence, "统一数值或写明口径");
    }
  }
}

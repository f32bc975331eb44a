package taizhang.prose.finding;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import taizhang.prose.claim.Claim;
import taizhang.prose.claim.Kind;
import taizhang.prose.claim.Role;
import taizhang.prose.text.Glyphs;
import taizhang.prose.text.Years;

/** A doubling in so many years against the first year's targets: 五年翻一番 wants 14.9% a year. */
final class PathCheck implements Check {

  /** No report promises more doublings than this. */
  private static final int MOST = 6;

  private static final int REACH = 120;

  /** A first year a little slower than the average is no contradiction. */
  private static final double SLOW = 0.8;

  @Override
  public void run(Checked checked, Findings findings) {
    Map<String, Claim> actuals = new HashMap<>();
    Map<String, Claim> targets = new HashMap<>();
    for (Claim claim : checked.claims()) {
      String key = IndicatorCheck.key(claim);
      if (!key.isEmpty()) {
        (claim.kind() == Kind.ACTUAL ? actuals : targets).putIfAbsent(key, claim);
      }
    }
    int told = 0;
    for (Claim claim : checked.claims()) {
      if (told < MOST
          && claim.role() == Role.FACTOR
          && claim.kind() == Kind.TARGET
          && claim.text().startsWith("翻")) {
        told++;
        path(checked, claim, actuals, targets, findings);
      }
    }
  }

  private static void path(
      Checked checked,
      Claim factor,
      Map<String, Claim> actuals,
      Map<String, Claim> targets,
      Findings findings) {
    String sentence = sentence(checked.line(factor).text(), factor.start());
    int years = years(sentence, checked.report().years());
    if (years < 2) {
      return;
    }
    double wanted = (Math.pow(factor.value().doubleValue(), 1.0 / years) - 1) * 100;
    String named = IndicatorCheck.bare(sentence);
    StringBuilder slow = new StringBuilder();
    targets.forEach((key, target) -> slow.append(slow(named, actuals.get(key), target, wanted)));
    if (!slow.isEmpty()) {
      String evidence =
          String.format(Locale.ROOT, "%d年%s需年均 %.1f%%%s", years, factor.text(), wanted, slow);
      findings.add("number.path", checked, factor, evidence, "核对长期目标与年度目标是否衔接");
    }
  }

  /** The first year's growth of an indicator that is to be doubled, when it is too little. */
  private static String slow(String named, @Nullable Claim actual, Claim target, double wanted) {
    if (actual == null
        || actual.value().signum() <= 0
        || !named.contains(IndicatorCheck.bare(actual.subject()))) {
      return "";
    }
    double growth = (target.value().doubleValue() / actual.value().doubleValue() - 1) * 100;
    return growth >= wanted * SLOW
        ? ""
        : String.format(
            Locale.ROOT,
            "；%s %s ÷ %s − 1 = %.1f%%",
            target.subject(),
            target.text(),
            actual.text(),
            growth);
  }

  private static String sentence(String text, int end) {
    int from = end;
    while (from > 0 && end - from < REACH && !Glyphs.endsSentence(text.charAt(from - 1))) {
      from--;
    }
    return text.substring(from, end);
  }

  private static int years(String sentence, Years years) {
    if (sentence.contains("五年")) {
      return 5;
    }
    if (sentence.contains("三年")) {
      return 3;
    }
    int at = sentence.indexOf("到20");
    if (at < 0 || at + 6 > sentence.length() || years.review() == 0) {
      return 0;
    }
    int year = 0;
    for (int i = at + 1; i < at + 5; i++) {
      if (!Glyphs.digit(sentence.charAt(i))) {
        return 0;
      }
      year = year * 10 + Glyphs.digitValue(sentence.charAt(i));
    }
    return year - years.review();
  }
}

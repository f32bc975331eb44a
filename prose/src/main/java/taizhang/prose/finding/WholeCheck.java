package taizhang.prose.finding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import taizhang.prose.claim.Claim;
import taizhang.prose.claim.Kind;
import taizhang.prose.claim.Role;
import taizhang.prose.text.Glyphs;

/** A share of money whose whole is told nowhere in the report. */
final class WholeCheck implements Check {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Pattern SHARE =
      Pattern.compile(
          "占(?:全[镇乡县市区省州旗])?([\\u4e00-\\u9fff“”]{4,14}?)的?(?:比重|比例|份额)?(?:达到?|为|超过?|近|约)*$");
  private static final String[] TOTALS = {"支出", "收入", "投资", "总值", "产值", "增加值", "总额", "余额"};
  private static final int REACH = 24;

  @Override
  public void run(Checked checked, Findings findings) {
    Set<String> levels = new HashSet<>();
    for (Claim claim : checked.claims()) {
      if (claim.role() == Role.LEVEL) {
        levels.add(claim.subject());
      }
    }
    for (Claim claim : checked.claims()) {
      if (claim.role() == Role.SHARE && claim.kind() == Kind.ACTUAL) {
        whole(checked, claim, levels, findings);
      }
    }
  }

  /** 民生投入5.67亿元，占一般公共预算支出的48.7%, and no figure for 一般公共预算支出 anywhere. */
  private static void whole(Checked checked, Claim share, Set<String> levels, Findings findings) {
    Claim part = share.parent() == null ? null : checked.byId().get(share.parent());
    if (part == null || part.role() != Role.LEVEL || !part.unit().money()) {
      return;
    }
    Matcher match = SHARE.matcher(before(checked.line(share).text(), share.start()));
    if (!match.find() || !total(match.group(1)) || known(match.group(1), levels)) {
      return;
    }
    BigDecimal implied =
        part.value()
            .multiply(HUNDRED)
            .divide(share.value().max(BigDecimal.ONE), MathContext.DECIMAL32);
    String evidence =
        part.text()
            + " ÷ "
            + share.text()
            + " ≈ "
            + amount(implied)
            + "，全文没有"
            + match.group(1)
            + "的数值";
    findings.add("number.whole", checked, share, evidence, "写明" + match.group(1));
  }

  private static String before(String text, int at) {
    int from = at;
    while (from > 0 && at - from < REACH && !Glyphs.endsClause(text.charAt(from - 1))) {
      from--;
    }
    return text.substring(from, at);
  }

  /** A sum of money by name: 支出, 收入, 总值. 规上工业 is none. */
  private static boolean total(String whole) {
    for (String total : TOTALS) {
      if (whole.endsWith(total)) {
        return true;
      }
    }
    return false;
  }

  private static String amount(BigDecimal yuan) {
    double value = yuan.doubleValue();
    return value >= 1e8
        ? String.format(Locale.ROOT, "%.2f亿元", value / 1e8)
        : String.format(Locale.ROOT, "%.1f万元", value / 1e4);
  }

  private static boolean known(String whole, Set<String> levels) {
    for (String level : levels) {
      if (level.contains(whole) || level.length() >= 4 && whole.contains(level)) {
        return true;
      }
    }
    return false;
  }
}

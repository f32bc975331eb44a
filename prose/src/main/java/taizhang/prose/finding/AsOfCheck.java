package taizhang.prose.finding;

import taizhang.prose.claim.Claim;
import taizhang.prose.claim.Kind;
import taizhang.prose.claim.Role;
import taizhang.prose.text.Part;

/**
 * Figures of one passage that stop at different days: 截至9月底 beside 1—10月 in a paragraph, or a part
 * of the year beside 全年 in a sentence.
 */
final class AsOfCheck implements Check {

  private static final int REACH = 20;
  private static final int NEAR = 12;

  @Override
  public void run(Checked checked, Findings findings) {
    Claim first = null;
    int told = 0;
    for (int i = 0; i < checked.claims().size(); i++) {
      Claim claim = checked.claims().get(i);
      if (claim.line() == told || !stops(checked, claim)) {
        continue;
      }
      boolean opens = first == null || first.line() != claim.line();
      if (opens && wholeYear(checked, i, findings)
          || first != null && !opens && other(checked, first, claim, findings)) {
        told = claim.line();
      }
      first = opens ? claim : first;
    }
  }

  /** Whether a claim of the review stops at a day within the year. */
  private static boolean stops(Checked checked, Claim claim) {
    return claim.kind() == Kind.ACTUAL
        && claim.role() != Role.GROWTH
        && !part(claim).isEmpty()
        && checked.report().partAt(claim.line(), claim.start()) == Part.REVIEW;
  }

  private static boolean other(Checked checked, Claim first, Claim claim, Findings findings) {
    boolean mixed = !part(first).equals(part(claim)) && sameYear(first, claim);
    if (mixed) {
      add(checked, claim, part(first), part(claim), findings);
    }
    return mixed;
  }

  /** The part of a year a period from its first day ends with, or empty. */
  private static String part(Claim claim) {
    String period = claim.period();
    if (period.length() == 15 && period.startsWith("-01/", 4)) {
      return period.substring(8);
    }
    return period.endsWith("-H1")
        ? period.substring(0, 4) + "-06"
        : period.endsWith("-Q1") ? period.substring(0, 4) + "-03" : "";
  }

  private static boolean sameYear(Claim one, Claim other) {
    return one.period().startsWith(other.period().substring(0, 4));
  }

  private static boolean wholeYear(Checked checked, int index, Findings findings) {
    Claim claim = checked.claims().get(index);
    int last = Math.min(checked.claims().size(), index + NEAR);
    for (int i = Math.max(0, index - NEAR); i < last; i++) {
      Claim other = checked.claims().get(i);
      if (other.line() == claim.line() && ofYear(checked.line(claim).text(), claim, other)) {
        add(checked, claim, other.period() + " 全年", part(claim), findings);
        return true;
      }
    }
    return false;
  }

  private static boolean ofYear(String text, Claim claim, Claim other) {
    int from = Math.min(claim.start(), other.start());
    int to = Math.max(claim.start(), other.start());
    return other.kind() == Kind.ACTUAL
        && other.role() == Role.LEVEL
        && other.period().equals(claim.period().substring(0, 4))
        && sameSentence(text, from, to)
        && saysYear(text, other.start());
  }

  private static boolean saysYear(String text, int at) {
    int word = text.lastIndexOf("全年", at);
    return word >= Math.max(0, at - REACH) && sameSentence(text, word, at);
  }

  private static boolean sameSentence(String text, int from, int to) {
    return text.substring(from, to).indexOf('。') < 0;
  }

  private static void add(
      Checked checked, Claim claim, String one, String other, Findings findings) {
    findings.add(
        "time.mixed", checked, claim, "同一段落的数据截止时点不一：" + one + "、" + other, "统一截止时点，或逐项写明");
  }
}

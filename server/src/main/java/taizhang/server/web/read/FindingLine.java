package taizhang.server.web.read;

import org.jspecify.annotations.Nullable;
import taizhang.prose.finding.Finding;
import taizhang.prose.finding.Rule;
import taizhang.prose.finding.Severity;
import taizhang.prose.review.Decided;
import taizhang.prose.review.Verdict;
import taizhang.server.reading.Ruling;

/**
 * A finding in its list.
 *
 * @param ruling the decision with who gave it, null while there is none
 * @param fresh not found in the version before
 */
public record FindingLine(Decided decided, @Nullable Ruling ruling, String by, boolean fresh) {

  public Finding finding() {
    return decided.finding();
  }

  public Rule rule() {
    return Rule.of(finding().rule());
  }

  /** Why it is a defect, where the rule's source alone does not say so. */
  public String evidence() {
    String evidence = finding().evidence();
    return evidence.equals(rule().source()) ? "" : evidence;
  }

  /** The class of its light. */
  public String light() {
    return ruling != null ? "on-time" : MarkedLine.light(finding().severity());
  }

  /** How grave it is, in a word. */
  public String grave() {
    return finding().severity() == Severity.E
        ? "错误"
        : finding().severity() == Severity.W ? "提醒" : "提示";
  }

  public boolean dismissed() {
    return ruling != null && ruling.decision().verdict() == Verdict.DISMISS;
  }
}

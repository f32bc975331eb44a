package taizhang.prose.review;

import taizhang.prose.finding.Finding;

/**
 * A decision on a finding, kept by the one who calls the reader. Who decided and when is the
 * caller's to keep beside it.
 *
 * @param fingerprint the finding's
 * @param rule its rule
 * @param text the words found
 * @param context the words around them
 * @param figures the digits of text and evidence, so that a decision about numbers holds for no
 *     others
 * @param verdict accepted or dismissed
 * @param reason why; never blank for a dismissal
 */
public record Decision(
    String fingerprint,
    String rule,
    String text,
    String context,
    String figures,
    Verdict verdict,
    String reason) {

  /**
   * Checks that a dismissal says why.
   *
   * @throws IllegalArgumentException when it does not
   */
  public Decision {
    if (verdict == Verdict.DISMISS && reason.isBlank()) {
      throw new IllegalArgumentException("a dismissal needs a reason");
    }
  }

  /** The finding is a defect. */
  public static Decision accept(Finding finding, String reason) {
    return of(finding, Verdict.ACCEPT, reason);
  }

  /**
   * The finding is no defect.
   *
   * @throws IllegalArgumentException when the reason is blank
   */
  public static Decision dismiss(Finding finding, String reason) {
    return of(finding, Verdict.DISMISS, reason);
  }

  private static Decision of(Finding finding, Verdict verdict, String reason) {
    return new Decision(
        finding.fingerprint(),
        finding.rule(),
        finding.text(),
        finding.context(),
        figures(finding),
        verdict,
        reason);
  }

  /**
   * The digits of a finding's words and evidence, less the numbers of lines: 第12行 moves with edits.
   */
  static String figures(Finding finding) {
    String words = finding.text() + '|' + finding.evidence().replaceAll("第 ?\\d+ ?行|共 \\d+ 处", "");
    StringBuilder figures = new StringBuilder();
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (Character.isDigit(c) || c == '.' || c == '|') {
        figures.append(c);
      }
    }
    return figures.toString();
  }
}

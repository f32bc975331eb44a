package taizhang.prose.finding;

import java.util.regex.Matcher;
import taizhang.prose.text.Glyphs;
import taizhang.prose.text.Line;

/**
 * Placeholders, remnants, doubled approximations, unit slips and confusions: all that a pattern of
 * words tells.
 */
final class PatternCheck implements Check {

  private static final int LONGEST_REPEATED = 6;

  @Override
  public void run(Checked checked, Findings findings) {
    for (Line line : checked.report().lines()) {
      TextPattern.all().find(line.text(), (at, pattern) -> match(line, at, pattern, findings));
      repeated(line, findings);
    }
  }

  private static void match(Line line, int at, TextPattern pattern, Findings findings) {
    Matcher match = pattern.at(line.text(), at);
    if (match != null) {
      findings.add(pattern.rule(), line, match.start(), match.end(), "", pattern.suggestion(match));
    }
  }

  /** A word written twice in a row: 推进推进. 一步一步 and the like are meant. */
  private static void repeated(Line line, Findings findings) {
    String text = line.text();
    for (int i = 0; i + 3 < text.length(); i++) {
      for (int n = 2; n <= LONGEST_REPEATED && i + 2 * n <= text.length(); n++) {
        if (text.charAt(i) == text.charAt(i + n)
            && text.regionMatches(i, text, i + n, n)
            && words(text, i, n)) {
          findings.add("wording.doubled", line, i, i + 2 * n, "", text.substring(i, i + n));
          i += n;
          break;
        }
      }
    }
  }

  private static boolean words(String text, int at, int length) {
    if ("一二两三十百千每又再越几多边".indexOf(text.charAt(at)) >= 0 || text.charAt(at) == text.charAt(at + 1)) {
      return false;
    }
    for (int i = at; i < at + length; i++) {
      if (!Glyphs.han(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}

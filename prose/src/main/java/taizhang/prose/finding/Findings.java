package taizhang.prose.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import taizhang.prose.text.Glyphs;
import taizhang.prose.text.Line;

/** The findings of one report as they come in; put in the order of the text at the end. */
final class Findings {

  private static final int CONTEXT = 16;

  private final List<Finding> found = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  void add(String rule, Line line, int start, int end, String evidence, String suggestion) {
    Rule of = Rule.of(rule);
    int count = counts.merge(rule, 1, Integer::sum);
    String place = rule + '@' + line.number() + ':' + start;
    if (of.once() && count > 1 || seen.putIfAbsent(place, 1) != null) {
      return;
    }
    String text = line.text().substring(start, end);
    found.add(
        new Finding(
            "",
            rule,
            of.severity(),
            line.number(),
            start,
            end,
            text,
            of.message(),
            evidence.isEmpty() ? of.source() : evidence,
            suggestion,
            fingerprint(of, line.text(), start, end)));
  }

  /**
   * Named by the rule and the words around the place, never by the line's number, so that edits
   * elsewhere change nothing.
   */
  private String fingerprint(Rule rule, String text, int start, int end) {
    String context = rule.once() ? "" : context(text, start, end);
    String key = rule.id() + '\u0000' + context;
    int nth = counts.merge(key, 1, Integer::sum);
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ nth) * 0x100000001b3L;
    hash ^= hash >>> 29;
    return HexFormat.of().toHexDigits(hash);
  }

  private static String context(String text, int start, int end) {
    int from = start;
    while (from > 0 && start - from < CONTEXT && !Glyphs.endsClause(text.charAt(from - 1))) {
      from--;
    }
    int to = end;
    while (to < text.length() && to - end < CONTEXT && !Glyphs.endsClause(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to);
  }

  /** All of them, numbered in the order of the text. */
  List<Finding> inOrder(int first) {
    found.sort(
        Comparator.comparingInt(Finding::line)
            .thenComparingInt(Finding::start)
            .thenComparing(Finding::rule));
    List<Finding> numbered = new ArrayList<>(found.size());
    for (Finding finding : found) {
      numbered.add(
          new Finding(
              "f" + (first + numbered.size()),
              finding.rule(),
              finding.severity(),
              finding.line(),
              finding.start(),
              finding.end(),
              finding.text(),
              finding.message(),
              evidence(finding),
              finding.suggestion(),
              finding.fingerprint()));
    }
    return numbered;
  }

  private String evidence(Finding finding) {
    int count = counts.getOrDefault(finding.rule(), 1);
    return Rule.of(finding.rule()).once() && count > 1
        ? finding.evidence() + "（全文共 " + count + " 处）"
        : finding.evidence();
  }
}

package taizhang.prose.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import taizhang.prose.claim.Claim;
import taizhang.prose.text.Fingerprint;
import taizhang.prose.text.Line;

/** The findings of one report as they come in; put in the order of the text at the end. */
final class Findings {

  private final List<Finding> found = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Fingerprint fingerprint = new Fingerprint();

  /** A finding on a claim. */
  void add(String rule, Checked checked, Claim claim, String evidence, String suggestion) {
    add(rule, checked.line(claim), claim.start(), claim.end(), evidence, suggestion);
  }

  void add(String rule, Line line, int start, int end, String evidence, String suggestion) {
    Rule of = Rule.of(rule);
    int count = counts.merge(rule, 1, Integer::sum);
    String place = rule + '@' + line.number() + ':' + start;
    if (of.once() && count > 1 || seen.putIfAbsent(place, 1) != null) {
      return;
    }
    String text = line.text().substring(start, end);
    String context = of.once() ? "" : Fingerprint.context(line.text(), start, end);
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
            context,
            fingerprint.of(rule, context)));
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
              finding.context(),
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

package taizhang.prose.claim;

import taizhang.prose.text.Line;
import taizhang.prose.text.Report;

/**
 * The place a claim speaks of: the nearest 全市, 我县 before it in the sentence, else the one the
 * report names most.
 */
final class ScopeFinder {

  private static final String KINDS = "镇乡县市区省州旗村国";
  private static final int FIRST_LINES = 60;

  private final String usual;

  ScopeFinder(Report report) {
    usual = usual(report);
  }

  String scope(String text, Draft draft) {
    int start = draft.quantity.start();
    for (int at = start - 2; at >= draft.clause.sentence() && start - at < Search.REACH; at--) {
      if (text.charAt(at) == '全' && KINDS.indexOf(text.charAt(at + 1)) >= 0) {
        return text.substring(at, at + 2);
      }
    }
    return usual;
  }

  private static String usual(Report report) {
    int[] counts = new int[KINDS.length()];
    for (Line line : report.lines().subList(0, Math.min(FIRST_LINES, report.lines().size()))) {
      String text = line.text();
      int end = Math.min(text.length(), 20_000);
      for (int i = 0; i + 1 < end; i++) {
        char c = text.charAt(i);
        if (c == '全' || c == '我') {
          int kind = KINDS.indexOf(text.charAt(i + 1));
          if (kind >= 0 && kind < KINDS.length() - 1) {
            counts[kind]++;
          }
        }
      }
    }
    int best = 0;
    for (int k = 1; k < counts.length; k++) {
      best = counts[k] > counts[best] ? k : best;
    }
    return counts[best] == 0 ? "" : "全" + KINDS.charAt(best);
  }
}

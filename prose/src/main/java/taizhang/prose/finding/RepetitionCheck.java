package taizhang.prose.finding;

import java.util.HashMap;
import java.util.Map;
import taizhang.prose.text.Glyphs;
import taizhang.prose.text.Line;

/** A sentence that stands in the report twice, word for word. */
final class RepetitionCheck implements Check {

  private static final int SHORTEST = 24;

  @Override
  public void run(Checked checked, Findings findings) {
    Map<String, Integer> lines = new HashMap<>();
    for (Line line : checked.report().lines()) {
      String text = line.text();
      int start = 0;
      for (int i = 0; i < text.length(); i++) {
        if (Glyphs.endsSentence(text.charAt(i))) {
          sentence(line, start, i, lines, findings);
          start = i + 1;
        }
      }
    }
  }

  private static void sentence(
      Line line, int start, int end, Map<String, Integer> lines, Findings findings) {
    if (end - start < SHORTEST) {
      return;
    }
    Integer earlier = lines.putIfAbsent(line.text().substring(start, end), line.number());
    if (earlier != null) {
      findings.add("wording.repeated", line, start, end, "与第 " + earlier + " 行相同", "删去或改写");
    }
  }
}

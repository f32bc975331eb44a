package taizhang.prose.finding;

import java.util.ArrayList;
import java.util.List;
import taizhang.prose.text.Enumeration;
import taizhang.prose.text.Line;

/** Headings: their numbers follow each other, and those of one level end alike. */
final class HeadingCheck implements Check {

  @Override
  public void run(Checked checked, Findings findings) {
    List<Line> first = new ArrayList<>();
    int last = 0;
    int lastSecond = 0;
    for (Line line : checked.report().lines()) {
      Enumeration mark = Enumeration.of(line.text());
      int number = Enumeration.ordinalOf(line.text());
      if (mark == Enumeration.FIRST && line.heading()) {
        first.add(line);
        sequence(line, last, number, findings);
        last = number;
        lastSecond = 0;
      } else if (mark == Enumeration.SECOND) {
        sequence(line, lastSecond, number, findings);
        lastSecond = number;
      }
    }
    stops(first, findings);
  }

  private static void sequence(Line line, int last, int number, Findings findings) {
    if (number != last + 1 && number != 1 && last > 0) {
      int end = Math.min(line.text().length(), line.text().indexOf(line.text().strip()) + 3);
      findings.add(
          "heading.sequence",
          line,
          0,
          end,
          "上一序号 " + last + "，本序号 " + number,
          "应为第 " + (last + 1) + " 项");
    }
  }

  private static void stops(List<Line> headings, Findings findings) {
    long stopped = headings.stream().filter(HeadingCheck::stopped).count();
    if (stopped == 0 || stopped * 2 >= headings.size()) {
      return;
    }
    for (Line line : headings) {
      if (stopped(line)) {
        int end = line.text().stripTrailing().length();
        findings.add(
            "heading.stop",
            line,
            end - 1,
            end,
            "同级标题 " + headings.size() + " 个，句末有句号的 " + stopped + " 个",
            "删去句号");
      }
    }
  }

  private static boolean stopped(Line line) {
    return line.text().stripTrailing().endsWith("。");
  }
}

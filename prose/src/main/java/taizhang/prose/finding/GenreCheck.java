package taizhang.prose.finding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.prose.text.Line;
import taizhang.prose.text.Report;

/**
 * The parts a work report has: the salutation, the words of reporting, the plan. Only what has a
 * title is held to it. A file holds one report.
 */
final class GenreCheck implements Check {

  private static final int OPENING = 12;

  @Override
  public void run(Checked checked, Findings findings) {
    Report report = checked.report();
    several(report, checked.before(), findings);
    if (report.title().isEmpty() || report.lines().size() < OPENING) {
      return;
    }
    List<String> missing = new ArrayList<>();
    if (!opens(report, "代表")) {
      missing.add("称谓");
    }
    if (!opens(report, "报告工作")
        && !opens(report, "作工作报告")
        && !opens(report, "予审议")
        && !opens(report, "审议")) {
      missing.add("报告用语");
    }
    if (!report.plans()) {
      missing.add("下一年安排");
    }
    if (!missing.isEmpty()) {
      Line title = title(report);
      findings.add(
          "genre.parts", title, 0, title.text().length(), "缺少：" + String.join("、", missing), "补写");
    }
  }

  /** A file is one report: a second title in it is another's, pasted along. */
  private static void several(Report report, @Nullable Report before, Findings findings) {
    if (before != null) {
      Line title = title(report);
      findings.add(
          "genre.several",
          title,
          0,
          title.text().length(),
          "前一篇到第 "
              + before.toLine()
              + " 行为止："
              + (before.title().isEmpty() ? "无标题" : before.title()),
          "一个文件只放一篇报告");
    }
  }

  private static Line title(Report report) {
    for (Line line : report.lines()) {
      if (line.text().strip().equals(report.title())) {
        return line;
      }
    }
    return report.lines().getFirst();
  }

  private static boolean opens(Report report, String words) {
    for (Line line : report.lines().subList(0, Math.min(OPENING, report.lines().size()))) {
      if (line.text().contains(words)) {
        return true;
      }
    }
    return false;
  }
}

package taizhang.prose.text;

import java.util.ArrayList;
import java.util.List;

/** Parts a text into the reports it holds: a title that comes after a body begins the next one. */
public final class Reports {

  private static final int TITLE_LONGEST = 48;
  private static final int BODY_SHORTEST = 60;

  private Reports() {}

  /**
   * The reports of a text, covering all its lines; one report when no title is found.
   *
   * @param year the reviewed year when the caller knows it, else 0
   */
  public static List<Report> of(SourceText source, int year) {
    List<Report> reports = new ArrayList<>();
    List<Line> current = new ArrayList<>();
    boolean body = false;
    for (Line line : source.lines()) {
      if (body && title(line)) {
        reports.add(report(current, year));
        current = new ArrayList<>();
        body = false;
      }
      current.add(line);
      body |= line.text().length() >= BODY_SHORTEST || line.text().contains("各位代表");
    }
    reports.add(report(current, year));
    return reports;
  }

  /**
   * Whether the line is the title of a report: 政府工作报告, with a date or a bracket after it at most.
   */
  static boolean title(Line line) {
    String bare = line.text().strip();
    if (bare.length() > TITLE_LONGEST || bare.isEmpty()) {
      return false;
    }
    int at = bare.indexOf("工作报告");
    if (at < 0 || bare.indexOf('。') >= 0 || bare.indexOf('，') >= 0 || bare.indexOf('《') >= 0) {
      return false;
    }
    String rest = bare.substring(at + 4).strip();
    return rest.isEmpty() || rest.charAt(0) == '（' || rest.charAt(0) == '(' || rest.startsWith("—");
  }

  private static Report report(List<Line> lines, int year) {
    String title = "";
    for (Line line : lines.subList(0, Math.min(lines.size(), 8))) {
      if (title(line)) {
        title = line.text().strip();
        break;
      }
    }
    PartFinder parts = new PartFinder(lines);
    return new Report(
        List.copyOf(lines),
        title,
        YearFinder.of(lines, parts, year),
        parts.plan(),
        parts.appendix());
  }
}

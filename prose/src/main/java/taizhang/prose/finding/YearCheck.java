package taizhang.prose.finding;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import taizhang.prose.claim.Claim;
import taizhang.prose.text.Line;
import taizhang.prose.text.Part;
import taizhang.prose.text.Report;
import taizhang.prose.text.Years;

/**
 * The report's own years against each other: plan and review, parts of a year and the year, the
 * title.
 */
final class YearCheck implements Check {

  private static final Pattern TITLE = Pattern.compile("(?:19|20)\\d\\d(?=(?:政府)?工作报告)");
  private static final int OPENING = 8;
  private static final Pattern DELIVERED = Pattern.compile("\\d{4}年\\d{1,2}月\\d{1,2}日在");
  private static final Pattern BEYOND = Pattern.compile("(?:超过|超|高于|多于|突破)了?((?:19|20)\\d\\d)年全年");

  @Override
  public void run(Checked checked, Findings findings) {
    Report report = checked.report();
    Years years = report.years();
    if (report.plans() && years.review() > 0 && years.review() == years.plan()) {
      same(report, years, findings);
    }
    for (Line line : report.lines()) {
      if (line.text().length() < 60) {
        title(line, findings);
      }
    }
    for (Claim claim : checked.claims()) {
      partial(checked, claim, findings);
    }
    relative(report, years, findings);
  }

  private static void same(Report report, Years years, Findings findings) {
    String year = years.plan() + "年";
    for (Line line : report.lines()) {
      int from = line.number() == report.planFrom().line() ? report.planFrom().offset() : 0;
      int at = line.number() < report.planFrom().line() ? -1 : line.text().indexOf(year, from);
      if (at >= 0) {
        String evidence = "回顾年度 " + years.review() + " = 计划年度 " + years.plan();
        findings.add(
            "year.same",
            line,
            at,
            at + year.length(),
            evidence,
            "计划年度应为 " + (years.review() + 1) + " 年");
        return;
      }
    }
  }

  /**
   * A report given in the planned year that calls it 明年, or one of the reviewed year that calls
   * that 去年.
   */
  private static void relative(Report report, Years years, Findings findings) {
    Line given =
        report.lines().stream()
            .limit(OPENING)
            .filter(YearCheck::delivered)
            .findFirst()
            .orElse(null);
    if (given == null || years.review() == 0 || years.review() == years.plan()) {
      return;
    }
    String word = years.late() ? "去年全" : "明年预期目标";
    String evidence = "计划年度 " + years.plan() + "，" + given.text().strip();
    for (Line line : report.lines()) {
      int at = line.text().indexOf(word);
      if (at >= 0 && report.partAt(line.number(), at) == Part.PLAN) {
        findings.add("time.relative", line, at, at + 2, evidence, "改为具体年份");
        return;
      }
    }
  }

  private static boolean delivered(Line line) {
    return line.text().length() < 60 && DELIVERED.matcher(line.text()).find();
  }

  private static void title(Line line, Findings findings) {
    Matcher match = TITLE.matcher(line.text());
    if (match.find()) {
      findings.add("title.year", line, match.start(), match.end(), "", match.group() + "年");
    }
  }

  /** 1-10月…，超过2023年全年: a part of 2023 cannot exceed 2023. */
  private static void partial(Checked checked, Claim claim, Findings findings) {
    int slash = claim.period().indexOf('/');
    if (slash < 0 || claim.period().indexOf('-') < 0) {
      return;
    }
    Line line = checked.line(claim);
    Matcher match = BEYOND.matcher(line.text());
    match.region(claim.end(), Math.min(line.text().length(), claim.end() + 24));
    if (match.find() && match.group(1).equals(claim.period().substring(0, 4))) {
      findings.add(
          "year.partial",
          line,
          match.start(),
          match.end(),
          claim.period() + " 是 " + match.group(1) + " 年的一部分",
          "核对比较的年份");
    }
  }
}

package taizhang.prose.text;

import java.util.List;
import taizhang.prose.text.Report.Place;

/**
 * Finds where the plan of a report begins, by its headings; without headings, by the sentence that
 * names its targets.
 */
final class PartFinder {

  private static final String[] REVIEWS = {"回顾", "总结", "成就", "成绩", "完成情况", "过去", "历程"};
  private static final String[] PLANS = {
    "工作安排", "工作计划", "工作设想", "工作意见", "总体思路", "总体目标", "下步工作", "下一阶段", "主要任务", "目标任务", "重点工作", "工作重点",
    "工作打算", "工作部署", "总体要求", "今后五年", "未来五年", "下一步", "预期目标", "奋斗目标", "工作思路", "发展目标", "工作建议", "工作任务",
    "主要目标", "政府工作", "主要工作", "工作总体", "总体安排", "总体部署", "工作目标"
  };
  private static final String[] APPENDICES = {
    "名词解释", "名词注释", "名词说明", "用语说明", "用语解释", "相关名词", "有关名词"
  };
  private static final String[] AIMS = {
    "预期目标", "主要目标", "工作目标", "总体目标", "奋斗目标", "总体要求", "总体思路", "工作思路"
  };
  private static final int HEADING = 40;

  private Place plan = Place.NOWHERE;
  private Place appendix = Place.NOWHERE;
  private String planHeading = "";
  private String reviewHeading = "";

  PartFinder(List<Line> lines) {
    for (Line line : lines) {
      heading(line);
    }
    if (plan == Place.NOWHERE) {
      byTargets(lines);
    }
  }

  Place plan() {
    return plan;
  }

  Place appendix() {
    return appendix;
  }

  String planHeading() {
    return planHeading;
  }

  String reviewHeading() {
    return reviewHeading;
  }

  private void heading(Line line) {
    String text = line.text();
    if (text.length() > 400) {
      runIn(line);
    }
    if (text.length() > HEADING + 8 || text.isBlank() || Reports.title(line)) {
      return;
    }
    boolean numbered = Enumeration.of(text) == Enumeration.FIRST;
    if (contains(text, APPENDICES) && plan != Place.NOWHERE && appendix == Place.NOWHERE) {
      appendix = new Place(line.number(), 0);
    } else if (line.heading()) {
      take(text, line.number(), 0, numbered || text.strip().startsWith("第") && text.contains("部分"));
    }
  }

  private void take(String heading, int line, int offset, boolean numbered) {
    boolean looksBack = contains(heading, REVIEWS);
    if (looksBack && numbered) {
      reviewHeading = reviewHeading.isEmpty() ? heading : reviewHeading;
      return;
    }
    boolean told = contains(heading, PLANS) && (numbered || unnumbered(heading));
    boolean plans = !looksBack && (told || numbered && later(heading));
    if (plans && plan == Place.NOWHERE) {
      plan = new Place(line, offset);
      planHeading = heading;
    }
  }

  /** A numbered heading that names a year after the reviewed one: 二、奋力谱写2024年发展新篇章 */
  private boolean later(String heading) {
    int reviewed = YearFinder.yearIn(reviewHeading);
    return reviewed > 0 && YearFinder.yearIn(heading) > reviewed;
  }

  /** An unnumbered heading must name a year or a time to come to count as the plan's. */
  private static boolean unnumbered(String heading) {
    String bare = heading.strip();
    boolean bracketed = Enumeration.of(bare) != Enumeration.NONE;
    char last = bare.charAt(bare.length() - 1);
    boolean open = Glyphs.endsClause(last) || last == '）' || last == ')';
    return !bracketed
        && !open
        && (YearFinder.yearIn(bare) > 0
            || bare.startsWith("今后")
            || bare.startsWith("未来")
            || bare.startsWith("下一步"));
  }

  /** Headings run into one long line: 。二、2024年工作安排 */
  private void runIn(Line line) {
    String text = line.text();
    for (int i = text.indexOf('、'); i > 0; i = text.indexOf('、', i + 1)) {
      boolean mark =
          "一二三四五六".indexOf(text.charAt(i - 1)) >= 0
              && (i == 1 || " 　。！：".indexOf(text.charAt(i - 2)) >= 0);
      if (mark) {
        String head = text.substring(i - 1, Math.min(text.length(), i + HEADING));
        int stop = firstStop(head);
        take(head.substring(0, stop), line.number(), i - 1, true);
      }
    }
  }

  private static int firstStop(String head) {
    for (int i = 2; i < head.length(); i++) {
      if (Glyphs.endsClause(head.charAt(i)) || Glyphs.space(head.charAt(i))) {
        return i;
      }
    }
    return head.length();
  }

  private void byTargets(List<Line> lines) {
    for (int i = lines.size() / 4; i < lines.size(); i++) {
      Line line = lines.get(i);
      int at = aim(line.text());
      if (at >= 0) {
        plan = new Place(line.number(), sentenceStart(line.text(), at));
        return;
      }
    }
  }

  /** Where a sentence says what is aimed at: 预期目标是, 总体思路为. */
  private static int aim(String text) {
    for (String aim : AIMS) {
      int at = text.indexOf(aim);
      int next = at + aim.length();
      if (at >= 0 && next < text.length() && "是为：".indexOf(text.charAt(next)) >= 0) {
        return at;
      }
    }
    return -1;
  }

  private static int sentenceStart(String text, int at) {
    int i = at;
    while (i > 0 && !Glyphs.endsSentence(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  private static boolean contains(String text, String[] words) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }
}

package taizhang.prose.finding;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import taizhang.prose.text.Line;

/** How many villages the place has, said twice and differently: 全镇31个村, 全镇22个村. */
final class InventoryCheck implements Check {

  private static final Pattern WHOLE =
      Pattern.compile(
          "(?:全[镇乡县区市]|辖|我[镇乡县区市])(?:共有|现有|所有|有|的)?(\\d{1,4})个(行政村|村级集体经济组织|村(?=[（(、，。实全均都居社和])|社区|乡镇|镇街|网格)");

  @Override
  public void run(Checked checked, Findings findings) {
    Map<String, Told> told = new HashMap<>();
    for (Line line : checked.report().lines()) {
      if (line.text().indexOf('个') >= 0) {
        counts(line, told, findings);
      }
    }
  }

  private record Told(String count, String words, int line) {}

  private static void counts(Line line, Map<String, Told> told, Findings findings) {
    Matcher match = WHOLE.matcher(line.text());
    while (match.find()) {
      String kind = match.group(2).startsWith("行政") ? "村" : match.group(2);
      Told first = told.putIfAbsent(kind, new Told(match.group(1), match.group(), line.number()));
      if (first != null && !first.count().equals(match.group(1))) {
        String evidence = match.group() + " ≠ " + first.words() + "（第" + first.line() + "行）";
        findings.add(
            "number.inventory", line, match.start(), match.end(), evidence, "统一个数，或写明各自的范围");
      }
    }
  }
}

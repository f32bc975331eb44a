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
    Map<String, Matcher> told = new HashMap<>();
    Map<String, Integer> at = new HashMap<>();
    for (Line line : checked.report().lines()) {
      if (line.text().indexOf('个') < 0) {
        continue;
      }
      Matcher match = WHOLE.matcher(line.text());
      while (match.find()) {
        String kind = match.group(2).startsWith("行政") ? "村" : match.group(2);
        Matcher first = told.get(kind);
        if (first == null) {
          Matcher kept = WHOLE.matcher(line.text());
          kept.find(match.start());
          told.put(kind, kept);
          at.put(kind, line.number());
        } else if (!first.group(1).equals(match.group(1))) {
          findings.add(
              "number.inventory",
              line,
              match.start(),
              match.end(),
              match.group() + " ≠ " + first.group() + "（第" + at.getOrDefault(kind, 0) + "行）",
              "统一个数，或写明各自的范围");
          return;
        }
      }
    }
  }
}

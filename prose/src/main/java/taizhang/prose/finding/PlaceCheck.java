package taizhang.prose.finding;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import taizhang.prose.text.Line;

/**
 * Places against each other as the text itself has them: a village under two towns, another city
 * among the levels above.
 */
final class PlaceCheck implements Check {

  private static final Pattern VILLAGE =
      Pattern.compile("([\\u4e00-\\u9fff]{2})([镇乡])([\\u4e00-\\u9fff]{2})村(?![民级庄镇集企委支干口容])");
  private static final Pattern LEVELS =
      Pattern.compile("(?:国家|中央|国)、省(?:级)?[、和]([\\u4e00-\\u9fff]{2,3})市(?=[的、级和]|出台|下达|支持|有关)");
  private static final Pattern CITY =
      Pattern.compile("([\\u4e00-\\u9fff]{2})市(?=[委政第人市级]|[\\u4e00-\\u9fff]{2}[区县])");
  private static final String NO_TOWN =
      "乡镇 全镇 我镇 各镇 集镇 城镇 小镇 重镇 强镇 本镇 县镇 街镇 制镇 村镇 下乡 城乡 老乡 返乡 全乡 我乡 各乡 家乡 故乡 水乡 回乡";

  @Override
  public void run(Checked checked, Findings findings) {
    Map<String, String> towns = new HashMap<>();
    Map<String, Integer> cities = new HashMap<>();
    for (Line line : checked.report().lines()) {
      if (line.text().indexOf('村') >= 0) {
        villages(line, towns, findings);
      }
      if (line.text().indexOf('市') >= 0) {
        Matcher city = CITY.matcher(line.text());
        while (city.find()) {
          cities.merge(city.group(1), 1, Integer::sum);
        }
      }
    }
    if (!cities.isEmpty()) {
      String own = own(cities);
      for (Line line : checked.report().lines()) {
        if (line.text().indexOf('省') >= 0) {
          levels(line, own, cities, findings);
        }
      }
    }
  }

  private static void villages(Line line, Map<String, String> towns, Findings findings) {
    Matcher match = VILLAGE.matcher(line.text());
    while (match.find()) {
      String town = match.group(1) + match.group(2);
      String village = match.group(3);
      if (NO_TOWN.contains(town.substring(1)) || common(village)) {
        continue;
      }
      String other = towns.putIfAbsent(village, town);
      if (other != null && !other.equals(town)) {
        findings.add(
            "place.parent",
            line,
            match.start(),
            match.end(),
            village + "村：前文属" + other + "，此处属" + town,
            "核对村所属的乡镇");
      }
    }
  }

  private static boolean common(String village) {
    return "行政 乡村 农村 全村 各村 个村 示范 美丽 中心 重点 贫困 等村 建制 试点".contains(village);
  }

  /** The city named most. */
  private static String own(Map<String, Integer> cities) {
    String own = "";
    int most = 0;
    for (Map.Entry<String, Integer> city : cities.entrySet()) {
      if (city.getValue() > most) {
        most = city.getValue();
        own = city.getKey();
      }
    }
    return own;
  }

  private static void levels(
      Line line, String own, Map<String, Integer> cities, Findings findings) {
    Matcher match = LEVELS.matcher(line.text());
    while (match.find()) {
      String named = match.group(1);
      String bare = named.substring(named.length() - 2);
      if (!own.equals(bare) && !cities.containsKey(bare)) {
        findings.add(
            "place.other",
            line,
            match.start(1),
            match.end(1) + 1,
            "此处上级为" + named + "市，他处为" + own + "市",
            "核对上级地名");
      }
    }
  }
}

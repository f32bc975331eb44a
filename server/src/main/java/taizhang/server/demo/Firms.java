package taizhang.server.demo;

import java.util.List;
import java.util.Map;

/** Names of firms that do not exist: every one begins with 演示, as no registered firm does. */
final class Firms {

  private static final String FIRST = "禾云岚澄沐朗旭泽茂沃瑾骁尧颂弘皓岱淳熠晟";
  private static final String SECOND = "嘉远川和衡朴岳原林舟桥野宁谷汀畴陌渚圃坤";

  private static final Map<String, List<String>> TRADES =
      Map.ofEntries(
          Map.entry("machinery", List.of("机械有限公司", "金属制品有限公司", "机电设备有限公司")),
          Map.entry("building", List.of("建材有限公司", "装配式建筑有限公司", "新型材料有限公司")),
          Map.entry("food", List.of("农业开发有限公司", "食品有限公司", "农产品加工有限公司")),
          Map.entry("trade", List.of("贸易有限公司", "商贸有限公司", "进出口有限公司")),
          Map.entry("service", List.of("信息科技有限公司", "企业服务有限公司", "文化传媒有限公司", "供应链管理有限公司")),
          Map.entry("emerging", List.of("智能科技有限公司", "生物科技有限公司", "集成电路有限公司", "新能源科技有限公司")),
          Map.entry("foreign", List.of("(中国)有限公司", "(上海)咨询有限公司")),
          Map.entry("catering", List.of("餐饮有限公司", "酒店管理有限公司")),
          Map.entry("farm", List.of("养殖有限公司", "牧业有限公司")),
          Map.entry("cooperative", List.of("种植专业合作社", "水产养殖专业合作社", "果蔬专业合作社")),
          Map.entry("machinery_cooperative", List.of("农机服务专业合作社")),
          Map.entry("family_farm", List.of("家庭农场")),
          Map.entry("agency", List.of("招商服务有限公司", "投资咨询有限公司")),
          Map.entry("garment", List.of("服饰有限公司", "纺织有限公司")),
          Map.entry("tenant", List.of("仓储有限公司", "物流有限公司", "五金加工有限公司", "包装有限公司")));

  private Firms() {}

  /** A firm's name and credit code, as a field of type enterprise holds them. */
  static String of(String trade, String town, String county, String group, int n) {
    List<String> kinds = TRADES.get(trade);
    if (kinds == null) {
      throw new IllegalArgumentException("no trade '" + trade + "'; there are " + TRADES.keySet());
    }
    long mark = Dice.hash(town, group) >>> 1;
    int brand = (int) ((mark + 7L * n) % (FIRST.length() * SECOND.length()));
    int round = n / (FIRST.length() * SECOND.length());
    String name =
        "演示"
            + FIRST.charAt(brand / SECOND.length())
            + SECOND.charAt(brand % SECOND.length())
            + kinds.get((n + round) % kinds.size());
    return name
        + " "
        + CreditCode.of(county, Long.toString(10_000_000L + mark % 8000 * 10_000L + n));
  }
}

package taizhang.server.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import taizhang.books.figure.Figure;
import taizhang.books.figure.FigureQuery;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.IndicatorKind;
import taizhang.books.pack.Print;

/** Small books of a test: indicators and what they stand at. */
final class Books {

  static final LocalDate TODAY = LocalDate.of(2024, 1, 15);

  private final Map<String, Indicator> indicators = new LinkedHashMap<>();
  private final Map<String, BigDecimal> values = new HashMap<>();
  long seq = 1200;

  Books with(String code, String unit, Print print, String value) {
    indicators.put(
        code,
        new Indicator(
            code,
            code.substring(code.indexOf('.') + 1),
            unit,
            IndicatorKind.FLOW,
            null,
            "own",
            List.of(),
            null,
            null,
            false,
            null,
            print));
    if (!value.isEmpty()) {
      values.put(code, new BigDecimal(value));
    }
    return this;
  }

  Books set(String code, String value) {
    values.put(code, new BigDecimal(value));
    seq += 2;
    return this;
  }

  Composer composer() {
    return new Composer(
        (town, queries) -> queries.stream().map(q -> read(town, q)).toList(),
        town -> indicators::get);
  }

  Figure read(String town, FigureQuery q) {
    Long asked = q.at().seq();
    LocalDate day = q.at().day();
    return new Figure(
        q.indicator(),
        q.area() == null ? town : q.area(),
        q.period(),
        values.get(q.indicator()),
        "=",
        "actual",
        asked == null ? seq : asked,
        day == null ? TODAY : day);
  }

  /** The books the sample outline cites. */
  static Books sample() {
    return new Books()
        .with("economy.revenue", "元", new Print("万元", 0, null, "exact", false), "47170000")
        .with("economy.growth", "%", new Print(null, 1, null, "exact", false), "-3.24")
        .with("food.patrols", "次", new Print(null, 0, BigDecimal.TEN, "over", false), "23")
        .with("forest.villages", "个", Print.PLAIN, "5")
        .with("forest.area", "亩", Print.PLAIN, "");
  }

  static final String OUTLINE =
      """
      title: 政府工作报告
      town: liuzhuang
      year: 2023
      session: 2024年1月在镇人民代表大会会议上
      presenter: 镇长
      salutation: 各位代表：
      opening:
        - 现在，报告工作。
      chapters:
        - title: 工作回顾
          sections:
            - title: 经济
              paragraphs:
                - |
                  2023年，收入{{economy.revenue}}，
                  {{economy.growth as=growth}}。
                - lead: 农业。
                  text: |
                    巡查{{food.patrols}}，建成
                    {{forest.villages numerals=chinese}}示范村，造林{{forest.area}}，
                    另有 37 处。
      closing:
        - 谢谢大家！
      """;
}

package taizhang.books.wording;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Set;

/**
 * A unit as it is written: what is counted, and 万 or 亿 of it.
 *
 * @param scale how many of the base unit one is
 * @param word the scale as written, empty for one
 * @param base what is counted: 元, 亩, 公里, 人次
 */
public record Unit(BigDecimal scale, String word, String base) {

  private static final Map<String, BigDecimal> SCALES =
      Map.of("万", new BigDecimal(10_000), "亿", new BigDecimal(100_000_000));

  private static final BigDecimal TRILLION = new BigDecimal("1000000000000");

  /** Measures of one kind, each with its size in the kind's own unit. */
  private static final Map<String, Measure> MEASURES =
      Map.ofEntries(
          measure("公里", "length", "1000"),
          measure("千米", "length", "1000"),
          measure("km", "length", "1000"),
          measure("米", "length", "1"),
          measure("亩", "land", "1"),
          measure("公顷", "land", "15"),
          measure("平方公里", "land", "1500"),
          measure("平方米", "land", "0.0015"),
          measure("平米", "land", "0.0015"),
          measure("平方", "land", "0.0015"),
          measure("㎡", "land", "0.0015"),
          measure("吨", "mass", "1000"),
          measure("公斤", "mass", "1"),
          measure("千克", "mass", "1"),
          measure("斤", "mass", "0.5"),
          measure("立方米", "volume", "1"),
          measure("立方", "volume", "1"),
          measure("方", "volume", "1"),
          measure("%", "percent", "1"),
          measure("百分点", "percent", "1"),
          measure("个百分点", "percent", "1"),
          measure("‰", "percent", "0.1"),
          measure("小时", "time", "60"),
          measure("分钟", "time", "1"));

  /** Measure words of single things, which prose exchanges freely (家 and 户 of firms). */
  private static final Set<String> CLASSIFIERS =
      Set.of(
          "个", "家", "户", "处", "座", "栋", "幢", "所", "条", "件", "项", "名", "人", "位", "份", "艘", "台", "部",
          "套", "期", "场", "次", "样", "个样", "株", "棵", "张", "宗", "起", "支", "大", "批", "辆", "篇", "本",
          "座次", "周岁", "岁", "村");

  private record Measure(String kind, BigDecimal size) {}

  private static Map.Entry<String, Measure> measure(String name, String kind, String size) {
    return Map.entry(name, new Measure(kind, new BigDecimal(size)));
  }

  /** Reads 元, 万元, 亿元, 万亿元, 万亩. */
  public static Unit of(String text) {
    if (text.startsWith("万亿")) {
      return new Unit(TRILLION, "万亿", text.substring(2));
    }
    for (Map.Entry<String, BigDecimal> scale : SCALES.entrySet()) {
      if (text.startsWith(scale.getKey())) {
        return new Unit(scale.getValue(), scale.getKey(), text.substring(1));
      }
    }
    return new Unit(BigDecimal.ONE, "", text);
  }

  /**
   * How many of another unit one of this is: 万元 is 10,000 元, 平方米 is 0.0015 亩.
   *
   * @throws IllegalArgumentException where the two measure different things
   */
  public BigDecimal in(String other) {
    Unit unit = Unit.of(other);
    return scale
        .multiply(baseIn(unit.base))
        .divide(unit.scale, MathContext.DECIMAL128)
        .stripTrailingZeros();
  }

  private BigDecimal baseIn(String other) {
    if (base.equals(other) || base.isEmpty()) {
      return BigDecimal.ONE;
    }
    Measure from = MEASURES.get(base);
    Measure to = MEASURES.get(other);
    if (from != null && to != null && from.kind.equals(to.kind)) {
      return from.size.divide(to.size, MathContext.DECIMAL128);
    }
    if (CLASSIFIERS.contains(base) && CLASSIFIERS.contains(other)) {
      return BigDecimal.ONE;
    }
    throw new IllegalArgumentException(other + " cannot be written in " + this);
  }

  @Override
  public String toString() {
    return word + base;
  }
}

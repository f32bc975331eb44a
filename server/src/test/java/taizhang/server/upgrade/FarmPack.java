package taizhang.server.upgrade;

/** A pack of plots and harvests, and what is changed in its later versions. */
final class FarmPack {

  static final String FIRST =
      """
      pack: farm
      title: 农业生产
      owner: 农业农村办公室
      ledgers:
        plot:
          title: 地块
          lives_at: village
          opens_on: since
          fields:
            name: {title: 名称, type: text, required: true}
            since: {title: 起用日期, type: date}
            area: {title: 面积, type: quantity, unit: 亩}
            crop: {title: 作物, type: code, codes: {wheat: 小麦, corn: 玉米}}
            note: {title: 备注, type: text}
            keeper: {title: 联系人, type: person}
          post:
            - {to: sown, amount: area}
            - {to: corn, amount: area, when: "crop == 'corn'"}
        harvest:
          title: 收成
          lives_at: village
          opens_on: day
          fields:
            plot: {title: 地块, type: ref, ledger: plot, required: true}
            day: {title: 日期, type: date, required: true}
            weight: {title: 重量, type: quantity, unit: 公斤, required: true}
          post:
            - {to: yield, amount: weight, on: day}
        tool:
          title: 农机
          lives_at: village
          review: department
          fields:
            name: {title: 名称, type: text, required: true}
            price: {title: 价格, type: money}
      indicators:
        sown: {title: 播种面积, unit: 亩, kind: stock}
        corn: {title: 玉米面积, unit: 亩, kind: stock}
        yield: {title: 产量, unit: 公斤, kind: flow}
      """;

  private FarmPack() {}

  /** The first version with one text replaced. */
  static String with(String once, String now) {
    return with(FIRST, once, now);
  }

  static String with(String yaml, String once, String now) {
    if (!yaml.contains(once)) {
      throw new IllegalArgumentException("not in the pack: " + once);
    }
    return yaml.replace(once, now);
  }

  /** A roll-up, a formula and a band of its plots, and a formula of its reviewed tools. */
  static String deriving() {
    String plots =
        with(
            "      keeper: {title: 联系人, type: person}\n",
            """
                  keeper: {title: 联系人, type: person}
                  got: {title: 累计产量, type: quantity, unit: 公斤, rolls_up: {ledger: harvest, by: plot, of: weight, on: day}}
                  per: {title: 亩产, type: decimal, unit: 公斤/亩, formula: "got / area", decimals: 1}
            """
                .indent(0)
                .replaceAll("(?m)^ {0,}", "      "));
    return with(
        plots,
        "      price: {title: 价格, type: money}\n",
        "      price: {title: 价格, type: money}\n"
            + "      aid: {title: 购机补贴, type: money, formula: \"price * 0.3\"}\n");
  }
}

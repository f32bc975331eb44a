package taizhang.server;

/** Packs of a small office that lines channels, for tests that need some books but no others. */
public final class ChannelPack {

  /** Channels known by their names, built by own people or others, with a foreman's name. */
  public static final String NAMED =
      """
      pack: works
      title: 工程
      owner: 规划办
      ledgers:
        channel:
          title: 渠道
          lives_at: village
          key: [name]
          opens_on: done_on
          fields:
            name: {title: 名称, type: text, required: true}
            km: {title: 长度, type: quantity, unit: 公里, min: 0, max: 50}
            done_on: {title: 完工日期, type: date}
            crew: {title: 施工队, type: code, codes: {own: 自建, hired: 外包}}
            lined: {title: 已衬砌, type: yes_no}
            rate: {title: 完好率, type: percent}
            note: {title: 备注, type: text}
            foreman: {title: 负责人, type: person, classification: personal}
          post:
            - {to: lined, amount: km, on: done_on}
      indicators:
        lined: {title: 衬砌渠道, unit: 公里, kind: flow, aliases: [渠道衬砌]}
        lined_share: {title: 衬砌率, unit: "%", formula: "share(lined, lined)"}
      """;

  /** Channels and wells that are only counted: a figure of every kind. */
  public static final String COUNTED =
      """
      pack: works
      title: 工程
      owner: 规划办
      ledgers:
        channel:
          title: 渠道
          lives_at: village
          fields:
            km: {title: 长度, type: quantity, unit: 公里}
            crew: {title: 施工队, type: text}
            done_on: {title: 完工日期, type: date}
          post:
            - {to: lined, amount: km, on: done_on, slices: {crew: crew}}
            - {to: channels}
            - {to: crews, key: crew, on: done_on}
        well:
          title: 机井
          lives_at: village
          fields: {name: {title: 名称, type: text}}
          post: [{to: wells}]
      indicators:
        budget: {title: 渠道预算, unit: 元, kind: stated}
        lined: {title: 衬砌渠道, unit: 公里, kind: flow}
        channels: {title: 渠道条数, unit: 条, kind: stock}
        wells: {title: 机井数, unit: 眼, kind: stock}
        crews: {title: 施工队数, unit: 支, kind: distinct}
        spread: {title: 施工队最多的村, formula: "max_over_areas(crews)", unit: 支}
        mean: {title: 平均长度, formula: "ratio(lined, channels)"}
        villages: {title: 有渠道的村, unit: 个, formula: "areas_with(channels)"}
        growth: {title: 衬砌渠道增长, formula: "yoy(lined)"}
        done: {title: 完成率, formula: "completion(lined)"}
      """;

  /** The same, where a channel counts once a department has reviewed it. */
  public static final String REVIEWED =
      COUNTED.replaceFirst("lives_at: village", "lives_at: village\n    review: department");

  private ChannelPack() {}
}

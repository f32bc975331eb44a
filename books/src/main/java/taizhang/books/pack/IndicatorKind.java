package taizhang.books.pack;

import java.util.Locale;

/** What postings to an indicator mean and how a figure is read from them. */
public enum IndicatorKind {
  /** 发生额: what happened inside a period. */
  FLOW,
  /** 存量: what stands on a day. */
  STOCK,
  /** 户数、人数: how many different keys occur inside a period. */
  DISTINCT,
  /** 填报、下达、反馈、目标: a value said for exactly one period and area. */
  STATED,
  /** A formula over other figures; has no postings. */
  COMPUTED;

  /** The word in packs and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the screen calls it. */
  public String title() {
    return switch (this) {
      case FLOW -> "发生额";
      case STOCK -> "存量";
      case DISTINCT -> "不重复计数";
      case STATED -> "填报反馈";
      case COMPUTED -> "计算";
    };
  }

  /** Reads {@link #code()}. */
  public static IndicatorKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

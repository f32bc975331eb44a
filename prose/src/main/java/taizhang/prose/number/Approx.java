package taizhang.prose.number;

/** How firmly a number is said. */
public enum Approx {
  EXACT,
  /** 约, 近, 左右: near it, on either side. */
  ABOUT,
  /** 余, 超过, 以上: no less. */
  OVER,
  /** 不足, 以内: no more. */
  UNDER;

  /** The name in results. */
  public String label() {
    return switch (this) {
      case EXACT -> "exact";
      case ABOUT -> "about";
      case OVER -> "over";
      case UNDER -> "under";
    };
  }
}

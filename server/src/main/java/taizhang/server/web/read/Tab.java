package taizhang.server.web.read;

/** The lists beside a text. */
public enum Tab {
  FINDINGS("findings", "问题"),
  CLAIMS("claims", "数字"),
  COMMITMENTS("commitments", "承诺");

  private final String code;
  private final String title;

  Tab(String code, String title) {
    this.code = code;
    this.title = title;
  }

  public String code() {
    return code;
  }

  public String title() {
    return title;
  }

  /** The list a mark stands in: f12, c3, p7; failing that the one named, else the first. */
  static Tab of(String at, String named) {
    return switch (at.isEmpty() ? named.isEmpty() ? 'f' : named.charAt(0) : at.charAt(0)) {
      case 'c' -> at.isEmpty() && named.startsWith("com") ? COMMITMENTS : CLAIMS;
      case 'p' -> COMMITMENTS;
      default -> FINDINGS;
    };
  }
}

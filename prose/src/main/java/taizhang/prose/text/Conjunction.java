package taizhang.prose.text;

/** The characters that join two members of a list, told from words they are part of. */
public final class Conjunction {

  private static final String NOT_BEFORE_AND = "谐美睦解平气缓约";
  private static final String NOT_AFTER_AND = "饱温共缓调柔平祥";

  private Conjunction() {}

  /** Whether 和, 及, 与 or 并 at a place joins: not in 普及率, 参与, 和谐, 合并, 并网. */
  public static boolean at(String text, int i) {
    char before = i > 0 ? text.charAt(i - 1) : ' ';
    char after = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
    return switch (text.charAt(i)) {
      case '和' -> NOT_AFTER_AND.indexOf(before) < 0 && NOT_BEFORE_AND.indexOf(after) < 0;
      case '及' -> "普涉波触遍顾推惠危".indexOf(before) < 0 && "率格时早物".indexOf(after) < 0;
      case '与' -> "参给赋授".indexOf(before) < 0 && "会".indexOf(after) < 0;
      case '并' -> "合兼一吞".indexOf(before) < 0 && "网轨购联行举列".indexOf(after) < 0;
      default -> false;
    };
  }
}

package taizhang.prose.text;

/**
 * The mark a heading or a paragraph starts with, by its level (GB/T 9704-2012 §7.3.3: 一、 （一） 1.
 * （1）).
 */
public enum Enumeration {
  NONE,
  /** 一、 */
  FIRST,
  /** （一） */
  SECOND,
  /** 1. or 1、 */
  THIRD,
  /** （1） */
  FOURTH,
  /** 一是, 第一， */
  SPOKEN;

  /** The mark at the start of a line, leading spaces passed over. */
  public static Enumeration of(String line) {
    int at = start(line);
    int end = numeralEnd(line, at);
    if (end >= line.length()) {
      return NONE;
    }
    if (at < line.length() && (line.charAt(at) == '（' || line.charAt(at) == '(')) {
      return bracketed(line, at);
    }
    return end == at ? ordinal(line, at) : plain(line, at, end);
  }

  /** The number of the mark, or 0. */
  public static int ordinalOf(String line) {
    int at = start(line);
    if (at < line.length() && "（(第".indexOf(line.charAt(at)) >= 0) {
      at++;
    }
    int end = numeralEnd(line, at);
    int value = 0;
    for (int i = at; i < end; i++) {
      char c = line.charAt(i);
      if (Glyphs.digit(c)) {
        value = value * 10 + Glyphs.digitValue(c);
      } else if (c == '十') {
        value = value == 0 ? 10 : value * 10;
      } else {
        value = value % 10 == 0 ? value + Glyphs.hanDigit(c) : 0;
      }
    }
    return value;
  }

  private static Enumeration bracketed(String line, int at) {
    int end = numeralEnd(line, at + 1);
    if (end == at + 1 || end >= line.length() || "）)".indexOf(line.charAt(end)) < 0) {
      return NONE;
    }
    return Glyphs.digit(line.charAt(at + 1)) ? FOURTH : SECOND;
  }

  private static Enumeration ordinal(String line, int at) {
    int end = at < line.length() && line.charAt(at) == '第' ? numeralEnd(line, at + 1) : at;
    boolean spoken = end > at + 1 && end < line.length() && "，,、".indexOf(line.charAt(end)) >= 0;
    return spoken ? SPOKEN : NONE;
  }

  private static Enumeration plain(String line, int at, int end) {
    char mark = line.charAt(end);
    if (Glyphs.digit(line.charAt(at))) {
      boolean decimal =
          mark == '.' && end + 1 < line.length() && Glyphs.digit(line.charAt(end + 1));
      return ".．、".indexOf(mark) >= 0 && !decimal && end - at <= 2 ? THIRD : NONE;
    }
    if (mark == '、') {
      return FIRST;
    }
    return mark == '是' ? SPOKEN : NONE;
  }

  private static int start(String line) {
    int at = 0;
    while (at < line.length() && Glyphs.space(line.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int numeralEnd(String line, int from) {
    int i = from;
    boolean arabic = from < line.length() && Glyphs.digit(line.charAt(from));
    while (i < line.length()
        && i < from + 4
        && (arabic ? Glyphs.digit(line.charAt(i)) : "一二三四五六七八九十".indexOf(line.charAt(i)) >= 0)) {
      i++;
    }
    return i;
  }
}

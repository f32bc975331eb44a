package taizhang.prose.text;

/** Kinds of characters, told apart by tables so that a scan asks one array per character. */
public final class Glyphs {

  // characters at which a scan of claims must stop and look
  private static final byte DIGIT = 1;

  private static final byte HAN_NUMERAL = 2;

  private static final byte[] KIND = kinds();

  private static final String HAN_DIGITS = "零一二三四五六七八九";

  private Glyphs() {}

  private static byte[] kinds() {
    byte[] kinds = new byte[0x10000];
    for (char c = '0'; c <= '9'; c++) {
      kinds[c] = DIGIT;
      kinds[c - '0' + '０'] = DIGIT;
    }
    for (char c : "〇零一二三四五六七八九十百千万亿两半".toCharArray()) {
      kinds[c] = HAN_NUMERAL;
    }
    return kinds;
  }

  /** Whether this is a decimal digit, half or full width. */
  public static boolean digit(char c) {
    return KIND[c] == DIGIT;
  }

  /** Whether this character can be part of a Chinese numeral. */
  public static boolean hanNumeral(char c) {
    return KIND[c] == HAN_NUMERAL;
  }

  /** The value of a decimal digit of either width. */
  public static int digitValue(char c) {
    return c <= '9' ? c - '0' : c - '０';
  }

  /** The value of a Chinese digit 〇…九 and 两, or -1. */
  public static int hanDigit(char c) {
    if (c == '两') {
      return 2;
    }
    return c == '〇' ? 0 : HAN_DIGITS.indexOf(c);
  }

  /** Whether this is a Chinese character. */
  public static boolean han(char c) {
    return c >= '\u4e00' && c <= '\u9fff' || c >= '\u3400' && c <= '\u4dbf';
  }

  /** Whether this is a letter of the Latin alphabet, half or full width. */
  public static boolean latin(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= 'Ａ' && c <= 'Ｚ'
        || c >= 'ａ' && c <= 'ｚ';
  }

  /** Whether this is a Latin letter or a decimal digit. */
  public static boolean latinOrDigit(char c) {
    return latin(c) || digit(c);
  }

  /** Whether this is a space of any width. */
  public static boolean space(char c) {
    return c == ' '
        || c == '\u00a0'
        || c == '\u3000'
        || c == '\t'
        || c == '\u2002'
        || c == '\u2003';
  }

  /** Whether a sentence ends here. */
  public static boolean endsSentence(char c) {
    return c == '。' || c == '！' || c == '？' || c == '!' || c == '?' || c == '\n';
  }

  /** Whether a clause ends here: commas, semicolons, colons and ends of sentences. */
  public static boolean endsClause(char c) {
    return switch (c) {
      case ',', '，', ';', '；', ':', '：' -> true;
      default -> endsSentence(c);
    };
  }

  /** Whether this joins two ends of a range. */
  public static boolean rangeDash(char c) {
    return switch (c) {
      case '-', '—', '–', '~', '～', '－', '―', '─', '﹣' -> true;
      default -> false;
    };
  }
}

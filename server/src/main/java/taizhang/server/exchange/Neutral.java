package taizhang.server.exchange;

import java.util.regex.Pattern;

/**
 * Keeps text that spreadsheets would take for a formula from being one: an apostrophe stands before
 * it in the file, and is taken away again when the file is read.
 */
final class Neutral {

  private static final String BEGINS = "[=+\\-@\\t\\r\\n\\x00＝＋－＠]";
  private static final Pattern FORMULA = Pattern.compile("(?s)'*" + BEGINS + ".*");
  private static final Pattern NEUTRAL = Pattern.compile("(?s)'+" + BEGINS + ".*");

  private Neutral() {}

  static String write(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }

  static String read(String text) {
    return NEUTRAL.matcher(text).matches() ? text.substring(1) : text;
  }
}

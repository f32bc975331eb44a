package taizhang.prose.text;

/**
 * Whether the review part being read looks back on one year or on the five of a term: told by the
 * headings and the openings of paragraphs, line after line.
 */
public final class Stretch {

  private static final String[] TERM = {"过去五年", "五年来", "过去的五年", "这五年", "本届政府", "五年工作", "五年回顾"};
  private static final String[] YEAR = {"一年来", "过去一年", "过去的一年", "这一年", "今年以来"};
  private static final int OPENING = 24;
  private static final int HEADING = 40;

  private boolean term;

  /** Takes the next line in; whether it speaks of five years. */
  public boolean spansTerm(Line line) {
    String text = line.text().strip();
    String opening = text.substring(0, Math.min(OPENING, text.length()));
    boolean five = says(opening, TERM);
    boolean heads = text.length() <= HEADING || lead(text);
    if (says(opening, YEAR) || heads && dated(opening)) {
      term = false;
    } else if (five && heads) {
      term = true;
    }
    return term || five && !says(opening, YEAR) && !dated(opening);
  }

  /** A paragraph of one sentence that only says what follows. */
  private static boolean lead(String text) {
    return text.length() < 3 * HEADING && !number(text) || text.endsWith("：");
  }

  private static boolean number(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Glyphs.digit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean dated(String opening) {
    return YearFinder.yearIn(opening) > 0;
  }

  private static boolean says(String text, String[] words) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }
}

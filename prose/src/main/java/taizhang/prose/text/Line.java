package taizhang.prose.text;

/**
 * A line of the file as given.
 *
 * @param number counted from 1
 * @param text without its line end; offsets everywhere are UTF-16 indexes into it
 */
public record Line(int number, String text) {

  /** Whether the line is a heading of its own: short, and no full sentence. */
  public boolean heading() {
    String bare = text.strip();
    return !bare.isEmpty()
        && bare.length() <= 48
        && (Enumeration.of(bare) != Enumeration.NONE || bare.charAt(bare.length() - 1) != '。')
        && sentences(bare) <= 1;
  }

  private static int sentences(String bare) {
    int count = 0;
    for (int i = 0; i < bare.length() - 1; i++) {
      count += Glyphs.endsSentence(bare.charAt(i)) ? 1 : 0;
    }
    return count + 1;
  }
}

package taizhang.prose.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A text to be read.
 *
 * @param name what the caller calls it: a file's name, or {@code -}
 * @param text the characters, line ends as given
 */
public record SourceText(String name, String text) {

  /** The lines, parted at {@code \n}; a {@code \r} before it belongs to the line end. */
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    int start = 0;
    int number = 1;
    while (start <= text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      int trimmed = end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
      if (newline >= 0 || end > start || number == 1) {
        lines.add(new Line(number++, text.substring(start, trimmed)));
      }
      start = end + 1;
    }
    return lines;
  }
}

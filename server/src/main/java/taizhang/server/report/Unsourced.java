package taizhang.server.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number typed in the prose with no figure behind it (无来源数字): allowed, but listed.
 *
 * @param line where it stands in the file
 * @param paragraph mark of its paragraph
 * @param number as typed
 * @param context the words around it
 */
public record Unsourced(int line, String paragraph, String number, String context) {

  private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,]*[%％‰]?");
  private static final Pattern CALENDAR =
      Pattern.compile("(?:\\d{4}年)?(?:\\d{1,2}(?:[—–~至-]\\d{1,2})?月(?:\\d{1,2}日)?)|\\d{4}年");

  private static final int AROUND = 10;

  /** Those of an outline; years, months and days are no such numbers. */
  static List<Unsourced> in(Outline outline) {
    List<Unsourced> found = new ArrayList<>();
    for (Outline.Paragraph paragraph : outline.paragraphs()) {
      for (Outline.Piece piece : paragraph.pieces()) {
        if (piece instanceof Outline.Words words) {
          found.addAll(in(paragraph.id(), words.line(), words.text()));
        }
      }
    }
    return List.copyOf(found);
  }

  /** The numbers typed in a text. */
  static List<String> numbers(String text) {
    return in("", 0, text).stream().map(Unsourced::number).toList();
  }

  private static List<Unsourced> in(String paragraph, int line, String text) {
    List<Unsourced> found = new ArrayList<>();
    String dated = CALENDAR.matcher(text).replaceAll(m -> "　".repeat(m.group().length()));
    Matcher m = NUMBER.matcher(dated);
    while (m.find()) {
      int from = Math.max(0, m.start() - AROUND);
      int to = Math.min(text.length(), m.end() + AROUND);
      found.add(new Unsourced(line, paragraph, m.group(), text.substring(from, to)));
    }
    return found;
  }
}

package taizhang.prose.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import taizhang.prose.text.Line;
import taizhang.prose.text.SourceText;

/**
 * The mechanical corrections of a text: widths of punctuation and the confusions that allow no
 * doubt. Nothing that tells a fact is touched.
 *
 * @param text the corrected text, line ends as given
 * @param made what was done, in order
 */
public record Corrections(String text, List<Correction> made) {

  /** Corrects a text. */
  public static Corrections of(SourceText source) {
    StringBuilder text = new StringBuilder(source.text().length() + 64);
    List<Correction> made = new ArrayList<>();
    int at = 0;
    for (Line line : source.lines()) {
      List<Correction> own = own(line);
      int from = 0;
      for (Correction correction : own) {
        if (correction.start() >= from) {
          text.append(line.text(), from, correction.start()).append(correction.after());
          from = correction.start() + correction.before().length();
          made.add(correction);
        }
      }
      text.append(line.text(), from, line.text().length());
      at += line.text().length();
      while (at < source.text().length() && "\r\n".indexOf(source.text().charAt(at)) >= 0) {
        text.append(source.text().charAt(at));
        if (source.text().charAt(at++) == '\n') {
          break;
        }
      }
    }
    return new Corrections(text.toString(), List.copyOf(made));
  }

  private static List<Correction> own(Line line) {
    List<Correction> found = new ArrayList<>();
    String text = line.text();
    TextPattern.all()
        .find(
            text,
            (at, pattern) -> {
              Matcher match = pattern.mechanical() ? pattern.at(text, at) : null;
              if (match != null) {
                found.add(
                    new Correction(
                        line.number(), match.start(), match.group(), pattern.replacement(match)));
              }
            });
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < 0x80 && Widths.narrow(text, i)) {
        found.add(
            new Correction(
                line.number(),
                i,
                text.substring(i, i + 1),
                String.valueOf(Widths.wide(text.charAt(i)))));
      }
    }
    found.sort(Comparator.comparingInt(Correction::start));
    return found;
  }
}

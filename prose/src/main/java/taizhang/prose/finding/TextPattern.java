package taizhang.prose.finding;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import taizhang.prose.lexicon.Table;

/**
 * A row of {@code patterns.tsv} or {@code confusions.tsv}.
 *
 * @param rule the rule it belongs to
 * @param pattern the expression, all of whose repetitions are bounded
 * @param suggestion what to write instead
 * @param fix the replacement, or empty
 * @param mechanical whether the replacement may be made unasked
 */
record TextPattern(
    String rule, Pattern pattern, String suggestion, String fix, boolean mechanical) {

  private static final int BEFORE = 16;
  private static final int AFTER = 40;

  private static final Cues<TextPattern> CUES = cues();

  static Cues<TextPattern> all() {
    return CUES;
  }

  private static Cues<TextPattern> cues() {
    Cues<TextPattern> cues = new Cues<>();
    for (String[] row : Table.rows("patterns.tsv", 6)) {
      TextPattern pattern =
          new TextPattern(row[0], Pattern.compile(row[2]), row[3], row[4], row[5].equals("y"));
      for (String cue : List.of(row[1].split(" "))) {
        cues.put(cue, pattern);
      }
    }
    for (String[] row : Table.rows("confusions.tsv", 5)) {
      String before = row[2].isEmpty() ? "" : "(?<![" + row[2] + "])";
      String after = row[3].isEmpty() ? "" : "(?![" + row[3] + "])";
      Pattern pattern = Pattern.compile(before + Pattern.quote(row[0]) + after);
      cues.put(
          row[0],
          new TextPattern("wording.confusion", pattern, row[1], row[1], row[4].equals("y")));
    }
    return cues;
  }

  /** The match that covers the cue at {@code at}, or null. */
  @Nullable Matcher at(String text, int at) {
    Matcher matcher = pattern.matcher(text);
    matcher.region(Math.max(0, at - BEFORE), Math.min(text.length(), at + AFTER));
    matcher.useTransparentBounds(true).useAnchoringBounds(false);
    while (matcher.find()) {
      if (matcher.start() <= at && matcher.end() > at) {
        return matcher;
      }
      if (matcher.start() > at) {
        return null;
      }
    }
    return null;
  }

  /** The suggestion for a match, its groups filled in. */
  String suggestion(Matcher match) {
    return filled(suggestion, match);
  }

  /** The replacement for a match. */
  String replacement(Matcher match) {
    return filled(fix, match);
  }

  private static String filled(String template, Matcher match) {
    return template.contains("$1") && match.groupCount() > 0
        ? template.replace("$1", match.group(1))
        : template;
  }
}

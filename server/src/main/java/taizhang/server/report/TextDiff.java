package taizhang.server.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of a text was kept, taken out and put in; numbers differ whole, never by a digit. */
public final class TextDiff {

  /** What became of a stretch. */
  public enum Kind {
    KEPT,
    REMOVED,
    ADDED
  }

  /** A stretch of the text. */
  public record Stretch(Kind kind, String text) {}

  private static final Pattern TOKEN = Pattern.compile("\\d[\\d.,]*[%％‰]?|[A-Za-z]+|[\\s\\S]");

  /** Beyond this many comparisons the texts are told apart as wholes. */
  private static final long MOST = 4_000_000;

  private TextDiff() {}

  /** The differences of two texts by the longest common sequence of their words. */
  public static List<Stretch> of(String before, String after) {
    List<String> old = tokens(before);
    List<String> now = tokens(after);
    List<Stretch> stretches = new ArrayList<>();
    if ((long) old.size() * now.size() > MOST) {
      add(stretches, Kind.REMOVED, before);
      add(stretches, Kind.ADDED, after);
      return stretches;
    }
    int[][] common = common(old, now);
    int i = 0;
    int j = 0;
    while (i < old.size() && j < now.size()) {
      if (old.get(i).equals(now.get(j))) {
        add(stretches, Kind.KEPT, old.get(i));
        i++;
        j++;
      } else if (common[i + 1][j] >= common[i][j + 1]) {
        add(stretches, Kind.REMOVED, old.get(i++));
      } else {
        add(stretches, Kind.ADDED, now.get(j++));
      }
    }
    add(stretches, Kind.REMOVED, String.join("", old.subList(i, old.size())));
    add(stretches, Kind.ADDED, String.join("", now.subList(j, now.size())));
    return stretches;
  }

  private static int[][] common(List<String> old, List<String> now) {
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static void add(List<Stretch> stretches, Kind kind, String text) {
    if (text.isEmpty()) {
      return;
    }
    if (!stretches.isEmpty() && stretches.getLast().kind == kind) {
      Stretch last = stretches.removeLast();
      stretches.add(new Stretch(kind, last.text + text));
    } else {
      stretches.add(new Stretch(kind, text));
    }
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    return tokens;
  }
}

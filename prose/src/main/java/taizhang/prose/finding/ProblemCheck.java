package taizhang.prose.finding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.prose.lexicon.Table;
import taizhang.prose.text.Glyphs;
import taizhang.prose.text.Line;

/**
 * The paragraph that owns up to problems says what is done about them: in itself, or in the line
 * after it.
 */
final class ProblemCheck implements Check {

  private static final List<String> PROBLEMS = words("problem");
  private static final List<String> MEASURES = words("measure");

  /** The words of one kind of {@code shortfalls.tsv}. */
  static List<String> words(String kind) {
    List<String> words = new ArrayList<>();
    for (String[] row : Table.rows("shortfalls.tsv", 2)) {
      if (row[1].equals(kind)) {
        words.add(row[0]);
      }
    }
    return List.copyOf(words);
  }

  @Override
  public void run(Checked checked, Findings findings) {
    List<Line> lines = checked.report().lines();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      String word = first(PROBLEMS, line.text());
      boolean owned = word != null && !line.heading() && listed(line.text(), word);
      boolean answered =
          first(MEASURES, line.text()) != null
              || i + 1 < lines.size() && first(MEASURES, lines.get(i + 1).text()) != null;
      if (owned && word != null && !answered) {
        int at = line.text().indexOf(word);
        findings.add("genre.problems", line, at, at + word.length(), "", "逐项写明整改措施和责任单位，列入问题清单");
      }
    }
  }

  /** Problems that are named follow the word; 解决群众困难和问题。 names none. */
  private static boolean listed(String text, String word) {
    int end = text.indexOf(word) + word.length();
    return end < text.length() && !Glyphs.endsSentence(text.charAt(end));
  }

  static @Nullable String first(List<String> words, String text) {
    for (String word : words) {
      if (text.contains(word)) {
        return word;
      }
    }
    return null;
  }
}

package taizhang.prose.commitment;

import java.util.ArrayList;
import java.util.List;
import taizhang.prose.text.Enumeration;
import taizhang.prose.text.Glyphs;

/** A sentence and its clauses; commas inside quotations and brackets part nothing. */
record Sentence(int start, int end, List<Span> clauses) {

  private static final int TITLE = 48;

  /** A stretch of a line. */
  record Span(int start, int end) {}

  static List<Sentence> of(String text, int from) {
    List<Sentence> sentences = new ArrayList<>();
    List<Span> clauses = new ArrayList<>();
    int sentence = from;
    int clause = from;
    int depth = 0;
    for (int i = from; i <= text.length(); i++) {
      char c = i == text.length() ? '。' : text.charAt(i);
      depth = depth(depth, c);
      boolean stop =
          Glyphs.endsSentence(c) && (depth == 0 || i - sentence > 300 || i == text.length());
      if (stop || depth == 0 && Glyphs.endsClause(c)) {
        if (i > clause) {
          clauses.add(new Span(clause, i));
        }
        clause = i + 1;
      }
      if (stop) {
        if (!clauses.isEmpty()) {
          sentences.add(new Sentence(sentence, i, List.copyOf(clauses)));
        }
        clauses.clear();
        sentence = i + 1;
        depth = 0;
      }
    }
    return sentences;
  }

  private static int depth(int depth, char c) {
    return switch (c) {
      case '“', '（', '(', '《' -> depth + 1;
      case '”', '）', ')', '》' -> Math.max(0, depth - 1);
      default -> depth;
    };
  }

  /**
   * Whether this sentence, first of its paragraph, is the paragraph's title: numbered, or short and
   * of one or two clauses without a rate.
   */
  boolean title(String text) {
    String words = text.substring(start, end);
    Enumeration mark = Enumeration.of(words);
    if (mark == Enumeration.SPOKEN && words.strip().startsWith("第")
        || mark == Enumeration.FIRST
        || mark == Enumeration.SECOND) {
      return true;
    }
    return mark != Enumeration.SPOKEN
        && words.length() <= TITLE / 2
        && clauses.size() <= 2
        && !words.contains("要")
        && !words.contains("%");
  }

  /** Whether the sentence addresses the meeting or only announces what follows. */
  boolean address(String text) {
    String words = text.substring(start, Math.min(end, start + 40)).strip();
    return words.startsWith("各位代表")
        || words.startsWith("同志们")
        || words.startsWith("让我们")
        || words.contains("以下") && words.contains("工作");
  }
}

package taizhang.prose.claim;

import java.util.ArrayList;
import java.util.List;
import taizhang.prose.number.Quantity;
import taizhang.prose.text.Clause;
import taizhang.prose.text.Conjunction;

/** Parts the words of each clause among the quantities that stand in it. */
final class Drafts {

  private Drafts() {}

  /** One draft per quantity, in order. */
  static List<Draft> of(String text, List<Quantity> quantities) {
    List<Draft> drafts = new ArrayList<>(quantities.size());
    int next = 0;
    for (Clause clause : Clause.of(text)) {
      int first = next;
      while (next < quantities.size() && quantities.get(next).start() < clause.end()) {
        next++;
      }
      for (int k = first; k < next; k++) {
        Quantity quantity = quantities.get(k);
        int from = k == first ? clause.start() : begin(text, quantities.get(k - 1), quantity);
        int to = k + 1 == next ? clause.end() : finish(text, quantity, quantities.get(k + 1));
        Draft draft =
            new Draft(
                quantity,
                clause,
                Math.min(from, quantity.before()),
                Math.max(to, quantity.after()));
        draft.previous = drafts.isEmpty() ? null : drafts.getLast();
        drafts.add(draft);
      }
    }
    return drafts;
  }

  /** Where the words before a quantity begin, when another stands before it in the clause. */
  private static int begin(String text, Quantity before, Quantity quantity) {
    int separator = separator(text, before.after(), quantity.before());
    return separator < 0 ? before.after() : separator + separatorLength(text, separator);
  }

  private static int finish(String text, Quantity quantity, Quantity after) {
    int separator = separator(text, quantity.after(), after.before());
    return separator < 0 ? after.before() : separator;
  }

  private static int separatorLength(String text, int at) {
    return text.startsWith("以及", at) ? 2 : 1;
  }

  /** The mark that parts two members of a list: 、 first of all, else 和, 及, 与 or a bracket. */
  private static int separator(String text, int from, int to) {
    int word = -1;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '、') {
        return i;
      }
      if (word < 0 && Conjunction.at(text, i)) {
        word = c == '及' && i > from && text.charAt(i - 1) == '以' ? i - 1 : i;
      }
    }
    return word;
  }
}

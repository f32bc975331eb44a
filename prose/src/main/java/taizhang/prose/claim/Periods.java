package taizhang.prose.claim;

import taizhang.prose.text.Glyphs;
import taizhang.prose.text.Years;

/** Periods of several years: averages over them, and what a term of office brought about. */
final class Periods {

  private static final String[] REACHED = {
    "达到", "达", "增至", "增加到", "增长到", "突破", "提高到", "提升到", "扩大到", "上升到", "降至", "下降到", "降到", "总数", "总量",
    "位居", "位列"
  };

  private Periods() {}

  /**
   * The years an 年均 or 两年平均 is taken over, or an empty string: those named before it in the
   * sentence, else the term.
   */
  static String averaged(String text, Draft draft, TimeMarks marks, Years years) {
    if (draft.role != Role.GROWTH || draft.kind == Kind.STANDING || years.review() == 0) {
      return "";
    }
    int end = draft.quantity.before();
    int yearly = Search.last(text, "年均", draft.from, end);
    int average = Search.last(text, "年平均", draft.from, end);
    if (yearly < 0 && average < 0) {
      return "";
    }
    int count = average > 0 ? Glyphs.hanDigit(text.charAt(average - 1)) : -1;
    if (count > 1 && draft.kind == Kind.ACTUAL) {
      return (years.review() - count + 1) + "/" + years.review();
    }
    String named = marks.span(draft);
    if (!named.isEmpty()) {
      return named;
    }
    return "";
  }

  /**
   * In a part that looks back on a term, what was reached is of its end, what was done of all its
   * years.
   */
  static String ofTerm(String text, Draft draft, Years years) {
    if (years.review() == 0) {
      return "";
    }
    String last = Integer.toString(years.review());
    boolean state =
        draft.role == Role.RATE
            || draft.role == Role.SHARE
            || draft.role == Role.RANK
            || draft.role == Role.FACTOR;
    return state || reached(text, draft) ? last : (years.review() - 4) + "/" + last;
  }

  private static boolean reached(String text, Draft draft) {
    for (String word : REACHED) {
      if (Search.has(text, word, draft.clauseFrom(), draft.quantity.start())) {
        return true;
      }
    }
    return false;
  }
}

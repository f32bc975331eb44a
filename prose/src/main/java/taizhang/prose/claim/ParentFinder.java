package taizhang.prose.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.prose.number.Unit;

/** Finds the whole a part belongs to (其中), and the level a rate, a share or a change belongs to. */
final class ParentFinder {

  private static final int SHORT_RATE = 5;

  private ParentFinder() {}

  static void find(String text, List<Draft> drafts) {
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      if (draft.parent != null) {
        continue;
      }
      if (draft.role == Role.LEVEL) {
        draft.parent = whole(text, drafts, i);
      } else {
        draft.parent = level(text, draft);
      }
    }
  }

  private static @Nullable Draft whole(String text, List<Draft> drafts, int index) {
    Draft draft = drafts.get(index);
    int marker = marker(text, draft);
    if (marker < 0 || draft.kind == Kind.STANDING && draft.dependent) {
      return null;
    }
    for (int k = index - 1; k >= 0 && index - k <= 8; k--) {
      Draft candidate = drafts.get(k);
      if (!candidate.sameSentence(draft) && marker > draft.clause.sentence() + 1) {
        return null;
      }
      boolean before = candidate.quantity.start() < marker;
      if (before
          && candidate.role == Role.LEVEL
          && comparable(candidate.quantity.unit(), draft.quantity.unit())) {
        return candidate;
      }
    }
    return null;
  }

  /** Where 其中 stands when it still rules this number, or -1. */
  private static int marker(String text, Draft draft) {
    int start = draft.quantity.start();
    int at =
        Search.last(text, "其中", Math.max(draft.clause.sentence(), start - Search.REACH), start);
    if (at < 0 || at >= draft.clause.start()) {
      return at;
    }
    if (Search.has(text, "；", at, start) || Search.has(text, ";", at, start)) {
      return -1;
    }
    Draft previous = draft.previous;
    while (previous != null
        && (previous.kind == Kind.STANDING || previous.role != Role.LEVEL)
        && previous.quantity.start() > at) {
      previous = previous.previous;
    }
    if (previous == null || previous.quantity.start() < at) {
      return at;
    }
    boolean listed =
        previous.parent != null
            && (previous.clause == draft.clause || continues(text, draft, previous));
    return listed ? at : -1;
  }

  /** A further member after a comma goes on with a noun, and has the unit of the one before it. */
  private static boolean continues(String text, Draft draft, Draft previous) {
    int start = draft.clause.start();
    if (previous.role != Role.LEVEL
        || !previous.quantity.unit().name().equals(draft.quantity.unit().name())) {
      return false;
    }
    String verbs = "为对实完新累建发引培带共全使将并";
    return draft.quantity.unit().money() && verbs.indexOf(text.charAt(start)) < 0;
  }

  private static boolean comparable(Unit whole, Unit part) {
    if (whole.dimension().equals(part.dimension())) {
      return true;
    }
    return whole.dimension().equals("group") && part.dimension().equals("count");
  }

  private static @Nullable Draft level(String text, Draft draft) {
    Draft previous = draft.previous;
    if (draft.dependent) {
      return SubjectFinder.base(draft);
    }
    return draft.role == Role.RATE && previous != null ? rated(text, draft, previous) : null;
  }

  /**
   * 评价总数44528条，好评率100%: a short rate in the clause right after a level, or one that shares its
   * words.
   */
  private static @Nullable Draft rated(String text, Draft draft, Draft previous) {
    boolean adjacent =
        previous.sameSentence(draft)
            && previous.role == Role.LEVEL
            && previous.kind != Kind.STANDING
            && (previous.clause == draft.clause
                || previous.clause.end() + 1 == draft.clause.start())
            && previous.to - previous.quantity.after() <= 2;
    if (!adjacent) {
      return null;
    }
    String rate = draft.subject;
    boolean brief = rate.length() <= SHORT_RATE || rate.indexOf('、') > 0 && rate.length() <= 10;
    return brief && rate.endsWith("率") ? previous : null;
  }
}

package taizhang.prose.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.prose.text.Part;
import taizhang.prose.text.Years;

/** The words of time of a line, asked for the numbers they hold for. */
final class TimeMarks {

  /** No more marks of one sentence are looked at. */
  private static final int MOST = 16;

  private final List<TimeMark> marks;

  private TimeMarks(List<TimeMark> marks) {
    this.marks = marks;
  }

  static TimeMarks of(String text, Years years, Part part) {
    return new TimeMarks(TimeReader.marks(text, years, part));
  }

  /**
   * The mark that holds for a number: the last of its sentence before it that is not only compared
   * with.
   */
  @Nullable TimeMark holding(Draft draft) {
    int at = draft.quantity.before();
    int last = lastEndingBy(at);
    for (int i = last;
        i >= 0 && last - i < MOST && marks.get(i).start() >= draft.clause.sentence();
        i--) {
      TimeMark mark = marks.get(i);
      if (!mark.compared() || at - mark.end() <= 1) {
        return mark;
      }
    }
    return null;
  }

  /**
   * Where 由2015年的 begins when it stands right before a number and something else before it; else
   * the place itself.
   */
  int withoutBase(int from, int at) {
    int last = lastEndingBy(at);
    if (last < 0) {
      return at;
    }
    TimeMark mark = marks.get(last);
    boolean base = mark.compared() && at - mark.end() <= 1 && mark.start() - 1 > from + 1;
    return base ? mark.start() - 1 : at;
  }

  /** The end of the last free mark between two places, or the first place. */
  int endWithin(int from, int to) {
    for (int i = lastEndingBy(to); i >= 0 && marks.get(i).start() >= from; i--) {
      if (!marks.get(i).compared()) {
        return marks.get(i).end();
      }
    }
    return from;
  }

  /** The index of the last mark that ends at or before a place, or -1. */
  private int lastEndingBy(int at) {
    int low = 0;
    int high = marks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (marks.get(middle).end() <= at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}

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
      if (!mark.compared() || at - mark.end() <= 1 && !measured(draft)) {
        return mark;
      }
    }
    return null;
  }

  /**
   * The years from the first to the last that a sentence names before a number, or an empty string
   * when it names no two.
   */
  String span(Draft draft) {
    int first = 0;
    int last = 0;
    int from = lastEndingBy(draft.quantity.before());
    for (int i = from;
        i >= 0 && from - i < MOST && marks.get(i).start() >= draft.clause.sentence();
        i--) {
      String period = marks.get(i).period();
      if (period.length() == 9 && period.charAt(4) == '/') {
        return first == 0 ? period : "";
      }
      if (period.length() == 4) {
        int year = Calendar.number(period, 0, 4);
        last = last == 0 ? year : last;
        first = year;
      }
    }
    return first > 0 && first < last ? first + "/" + last : "";
  }

  /** 是2019年的3.6倍 and 恢复到2019年的72% speak of now, whatever they are measured by. */
  private static boolean measured(Draft draft) {
    return draft.quantity.unit().dimension().equals("factor") || draft.quantity.unit().percent();
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

  /** Where the mark that ends at a place starts, or -1. */
  int startOf(int end) {
    int last = lastEndingBy(end);
    return last >= 0 && marks.get(last).end() == end ? marks.get(last).start() : -1;
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

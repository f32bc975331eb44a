package taizhang.prose.claim;

import java.util.ArrayList;
import java.util.List;
import taizhang.prose.lexicon.Table;
import taizhang.prose.lexicon.Trie;
import taizhang.prose.lexicon.Trie.Match;
import taizhang.prose.text.Glyphs;
import taizhang.prose.text.Part;
import taizhang.prose.text.Years;

/** Reads the words of time of a line and resolves them against the report's own years. */
final class TimeReader {
  private static final Trie<String> WORDS = Trie.of(Table.rows("time.tsv", 2), row -> row[1]);
  private static final boolean[] BEGINS = begins();

  private final String text;
  private final Years years;
  private final Part part;
  private final List<TimeMark> marks = new ArrayList<>(2);
  private int year;

  private TimeReader(String text, Years years, Part part) {
    this.text = text;
    this.years = years;
    this.part = part;
    this.year = years.of(part);
  }

  static List<TimeMark> marks(String text, Years years, Part part) {
    return new TimeReader(text, years, part).run();
  }

  private static boolean[] begins() {
    boolean[] begins = new boolean[0x10000];
    for (String[] row : Table.rows("time.tsv", 2)) {
      begins[row[0].charAt(0)] = true;
    }
    begins['年'] = true;
    begins['月'] = true;
    begins['五'] = true;
    return begins;
  }

  private List<TimeMark> run() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Glyphs.endsSentence(c)) {
        year = years.of(part);
      } else if (BEGINS[c]) {
        i = read(i, c);
      }
    }
    return marks;
  }

  private int read(int i, char c) {
    if (c == '年' && calendarYear(i)) {
      return i;
    }
    if (c == '月') {
      month(i);
      return i;
    }
    if (c == '五' && fiveYearPlan(i)) {
      return i;
    }
    Match<String> word = WORDS.startingAt(text, i, text.length());
    if (word == null) {
      return i;
    }
    word(i, i + word.length(), word.value());
    return i + word.length() - 1;
  }

  private boolean calendarYear(int at) {
    int digits = at - 4;
    int value = Calendar.year(text, digits);
    if (value == 0) {
      return false;
    }
    int start = digits;
    String period = Integer.toString(value);
    if (digits >= 5 && dash(text.charAt(digits - 1)) && Calendar.year(text, digits - 5) > 0) {
      start = digits - 5;
      period = Calendar.year(text, start) + "/" + value;
    }
    boolean compared = compared(start);
    if (!compared) {
      year = value;
    }
    marks.add(new TimeMark(start, at + 1, period, compared, false));
    return true;
  }

  private static boolean dash(char c) {
    return "-—–~～至－".indexOf(c) >= 0;
  }

  /** Whether what is before a year makes it a base of comparison. */
  private boolean compared(int start) {
    if (start == 0) {
      return false;
    }
    char before = text.charAt(start - 1);
    return "比较由从自是于".indexOf(before) >= 0 || start > 1 && text.startsWith("超过", start - 2);
  }

  private void month(int at) {
    int digits = at;
    while (digits > 0 && at - digits < 2 && Glyphs.digit(text.charAt(digits - 1))) {
      digits--;
    }
    int month = Calendar.number(text, digits, at);
    if (month < 1 || month > 12 || year == 0) {
      return;
    }
    boolean day = at + 1 < text.length() && Glyphs.digit(text.charAt(at + 1));
    int first = rangeStart(digits);
    if (first >= 0) {
      int from = Calendar.number(text, first, digits - 1);
      mark(first, at + 1, Calendar.months(year, Math.max(from, 1), month));
    } else if (upTo(digits)) {
      mark(digits, at + 1, Calendar.months(year, 1, month));
    } else if (!day
        && !text.startsWith("底", at + 1)
        && !text.startsWith("份前", at + 1)
        && !compared(digits)) {
      mark(digits, at + 1, Calendar.months(year, month, month));
    }
  }

  private int rangeStart(int digits) {
    if (digits < 2 || !dash(text.charAt(digits - 1))) {
      return -1;
    }
    int start = digits - 1;
    while (start > 0 && digits - start < 3 && Glyphs.digit(text.charAt(start - 1))) {
      start--;
    }
    return start < digits - 1 ? start : -1;
  }

  private boolean upTo(int digits) {
    int from =
        Calendar.year(text, digits - 5) > 0 && text.charAt(digits - 1) == '年' ? digits - 5 : digits;
    return from >= 2 && (text.startsWith("截至", from - 2) || text.startsWith("截止", from - 2));
  }

  /** “十四五”时期, “十三五”末. */
  private boolean fiveYearPlan(int at) {
    int plan = Calendar.plan(text, at);
    if (plan == 0) {
      return false;
    }
    int end = at + 1;
    if (end < text.length() && text.charAt(end) == '”') {
      end++;
    }
    boolean close = text.startsWith("末", end);
    boolean span =
        text.startsWith("时期", end) || text.startsWith("期间", end) || text.startsWith("以来", end);
    if (!close && !span) {
      return false;
    }
    int start = at - 1 > 0 && text.charAt(at - 2) == '“' ? at - 2 : at - 1;
    String period = close ? Integer.toString(plan + 4) : plan + "/" + (plan + 4);
    marks.add(new TimeMark(start, end + 1, period, compared(Math.max(start, 0)), false));
    return true;
  }

  private void word(int start, int end, String kind) {
    int base = base(kind);
    boolean compared = compared(start) || text.startsWith("同期", end);
    String period =
        switch (kind) {
          case "now" -> "";
          case "half1" -> base + "-H1";
          case "half2" -> base + "-H2";
          case "q1", "q2", "q3", "q4" -> base + "-Q" + kind.charAt(1);
          case "first3q" -> Calendar.months(base, 1, 9);
          case "span5" -> (years.review() - 4) + "/" + years.review();
          case "span3" -> (years.review() - 2) + "/" + years.review();
          case "next5" -> (years.review() + 1) + "/" + (years.review() + 5);
          default -> Integer.toString(base);
        };
    if (years.review() == 0 && base <= 0 && !kind.equals("now")) {
      return;
    }
    boolean partial = kind.startsWith("half") || kind.startsWith("q") || kind.equals("first3q");
    marks.add(new TimeMark(start, end, period, compared, partial));
  }

  private int base(String kind) {
    return switch (kind) {
      case "current" -> years.current(part);
      case "previous" -> years.current(part) - 1;
      case "next" -> years.late() || part == Part.REVIEW ? years.plan() : years.plan() + 1;
      case "review" -> years.review();
      default -> year;
    };
  }

  private void mark(int start, int end, String period) {
    marks.add(new TimeMark(start, end, period, false, period.indexOf('-') > 0));
  }
}

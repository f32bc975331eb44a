package taizhang.prose.finding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import taizhang.prose.lexicon.Table;
import taizhang.prose.text.Glyphs;
import taizhang.prose.text.Line;
import taizhang.prose.text.Years;

/** Terms bound to other years than the report's: the rows of {@code calendar.tsv}. */
final class CalendarCheck implements Check {

  private record Term(TextPattern pattern, String mode, int from, int to, String note) {}

  private static final Cues<Term> TERMS = terms();
  private static final String[] BACKWARD = {
    "五年", "以来", "十年", "历史", "成果", "成效", "巩固", "先后", "曾", "圆满"
  };
  private static final int SENTENCE = 120;

  private static Cues<Term> terms() {
    Cues<Term> cues = new Cues<>();
    for (String[] row : Table.rows("calendar.tsv", 6)) {
      TextPattern pattern =
          new TextPattern("calendar." + row[0], Pattern.compile(row[2]), "", "", false);
      Term term =
          new Term(pattern, row[0], Integer.parseInt(row[3]), Integer.parseInt(row[4]), row[5]);
      for (String cue : List.of(row[1].split(" "))) {
        cues.put(cue, term);
      }
    }
    return cues;
  }

  @Override
  public void run(Checked checked, Findings findings) {
    Years years = checked.report().years();
    if (years.review() == 0) {
      return;
    }
    Set<Term> shown = new HashSet<>();
    for (Line line : checked.report().lines()) {
      TERMS.find(
          line.text(),
          (at, term) -> {
            // what was under way in other years is told once; each wrong 开局之年 is an error of its
            // own
            boolean again = !term.mode().equals("term") && shown.contains(term);
            if (!again && term(line, at, term, years, findings)) {
              shown.add(term);
            }
          });
    }
  }

  private static boolean term(Line line, int at, Term term, Years years, Findings findings) {
    Matcher match = term.pattern().at(line.text(), at);
    if (match == null) {
      return false;
    }
    int named = term.mode().equals("term") ? named(line.text(), match.start()) : 0;
    if (named == 0 && allowed(line.text(), match, term, years)) {
      return false;
    }
    if (named > 0 && named >= term.from() && named <= term.to()) {
      return false;
    }
    String year = named > 0 ? named + "年" : years.review() + "年回顾、" + years.plan() + "年计划";
    String evidence =
        "本报告："
            + year
            + "；应在 "
            + span(term)
            + (term.note().isEmpty() ? "" : "（" + term.note() + "）");
    findings.add(term.pattern().rule(), line, match.start(), match.end(), evidence, "核对年份或改用现行提法");
    return true;
  }

  private static String span(Term term) {
    if (term.to() == 9999) {
      return term.from() + " 年之后";
    }
    return term.from() == term.to()
        ? term.from() + " 年"
        : Math.max(term.from(), 1949) + "—" + term.to() + " 年";
  }

  private static boolean allowed(String text, Matcher match, Term term, Years years) {
    boolean meets = term.from() <= years.plan() && term.to() >= years.review();
    if (meets || term.to() >= years.review() && term.mode().equals("name")) {
      return true;
    }
    return term.from() <= years.plan() && looksBack(text, match.start(), match.end());
  }

  /** Whether the sentence around a place speaks of more than the year. */
  private static boolean looksBack(String text, int start, int end) {
    int from = start;
    while (from > 0 && start - from < SENTENCE && !Glyphs.endsSentence(text.charAt(from - 1))) {
      from--;
    }
    int to = end;
    while (to < text.length() && to - end < SENTENCE / 4 && !Glyphs.endsSentence(text.charAt(to))) {
      to++;
    }
    String sentence = text.substring(from, to);
    for (String word : BACKWARD) {
      if (sentence.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** The year the sentence itself says this of: 2023年是…的开局之年. */
  private static int named(String text, int at) {
    for (int i = at;
        i >= 4 && at - i < SENTENCE / 2 && !Glyphs.endsSentence(text.charAt(i - 1));
        i--) {
      if (text.charAt(i) == '年'
          && i + 1 < text.length()
          && "是，,".indexOf(text.charAt(i + 1)) >= 0) {
        int year = year(text, i - 4);
        if (year > 0) {
          return year;
        }
      }
    }
    return 0;
  }

  private static int year(String text, int at) {
    int value = 0;
    for (int i = at; i < at + 4; i++) {
      if (!Glyphs.digit(text.charAt(i))) {
        return 0;
      }
      value = value * 10 + Glyphs.digitValue(text.charAt(i));
    }
    return value;
  }
}

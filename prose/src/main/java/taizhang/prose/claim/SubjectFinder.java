package taizhang.prose.claim;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import taizhang.prose.text.Glyphs;

/**
 * Finds the shortest phrase that names a claim: the words around the number less time, place and
 * verbs of reaching.
 */
final class SubjectFinder {

  private static final int LONGEST = 40;

  /** Words that name a measure of the thing named before them, and nothing by themselves. */
  private static final Set<String> GENERAL =
      Set.of("总量", "总数", "数量", "规模", "总规模", "存量", "总额", "总面积");

  /**
   * A stretch between two numbers so short that it cannot name the second by itself: 22个村14584户.
   */
  private static final int SCRAP = 2;

  private SubjectFinder() {}

  static void find(String text, Draft draft, TimeMarks marks) {
    int end = marks.withoutBase(draft.from, draft.quantity.before());
    int mark = marks.endWithin(draft.from, end);
    int from = Math.max(mark, end - LONGEST - 30);
    Draft led = follows(draft, end) ? draft.previous : null;
    draft.dependent = led == null ? dependent(text, draft, from, end) : led.dependent;
    String after = after(text, draft);
    draft.own = own(text, draft, from, end, after);
    int before = marks.startOf(mark);
    if (draft.own.isEmpty()
        && after.isEmpty()
        && before > draft.from + 2
        && draft.role == Role.LEVEL) {
      // 全社会固定资产投资五年累计完成512亿元: the time stands behind what is named
      draft.own = own(text, draft, Math.max(draft.from, before - LONGEST), before, after);
    }
    draft.subject = subject(text, draft, after);
  }

  /** 增长6%和8%: the second has no words of its own and says of its subject what the first says. */
  private static boolean follows(Draft draft, int end) {
    Draft previous = draft.previous;
    return previous != null
        && previous.clause == draft.clause
        && draft.from >= end
        && draft.role == previous.role
        && draft.role != Role.LEVEL;
  }

  private static String subject(String text, Draft draft, String after) {
    int end = draft.quantity.before();
    if (text.startsWith("年产", end - 2) && !after.isEmpty()) {
      return after + "年产能";
    }
    if (draft.quantity.unit().dimension().equals("age")) {
      return draft.own + after + "年龄";
    }
    Draft base = draft.dependent ? base(draft) : null;
    String phrase = draft.own + after;
    if (base != null) {
      return clip(
          base.subject + (draft.role == Role.LEVEL || draft.role == Role.RANK ? "" : phrase));
    }
    if (!phrase.isEmpty()) {
      Draft previous = draft.previous;
      boolean general =
          previous != null && GENERAL.contains(phrase) && previous.sameSentence(draft);
      return clip(
          general && previous != null ? Trim.withoutChange(previous.subject) + phrase : phrase);
    }
    boolean follows = draft.previous != null && draft.previous.sameSentence(draft);
    return follows && draft.previous != null
        ? inherited(draft, draft.previous)
        : text.substring(Math.max(draft.from, end - LONGEST), end).strip();
  }

  /** The subject of the claim before, less the change that one told: 增长10%，达到5亿元. */
  private static String inherited(Draft draft, Draft previous) {
    return draft.role != Role.GROWTH && previous.role == Role.GROWTH
        ? Trim.withoutChange(previous.subject)
        : previous.subject;
  }

  private static String clip(String subject) {
    return subject.length() > LONGEST ? subject.substring(subject.length() - LONGEST) : subject;
  }

  /**
   * The level a dependent claim speaks of: the nearest one before it in the sentence that is no
   * dependent itself.
   */
  static @Nullable Draft base(Draft draft) {
    Draft candidate = draft.previous;
    for (int i = 0; candidate != null && i < 6; i++) {
      if (!candidate.sameSentence(draft)) {
        return null;
      }
      if (!candidate.dependent) {
        return candidate;
      }
      candidate = candidate.previous;
    }
    return null;
  }

  private static String own(String text, Draft draft, int from, int end, String after) {
    Draft previous = draft.previous;
    boolean joined =
        previous != null
            && previous.clause == draft.clause
            && draft.from == previous.quantity.after();
    if (joined && previous != null && end - draft.from <= SCRAP && previous.own.length() <= 12) {
      return previous.own + text.substring(draft.from, end);
    }
    boolean doubled = text.charAt(draft.quantity.start()) == '翻';
    int comma = doubled ? -1 : Search.last(text, "、", from, end);
    if (comma < 0
        || comma + 1 >= end
        || !balanced(text, comma, end)
        || Search.has(text, "分别", from, end)) {
      return untitled(Trim.before(text, from, end, !after.isEmpty()));
    }
    int etc = Search.last(text, "等", comma, end);
    if (etc < 0) {
      return Trim.before(text, comma + 1, end, !after.isEmpty());
    }
    // 甲、乙等5个项目: the list only illustrates what follows 等
    String kind = Trim.before(text, etc + 1, end, !after.isEmpty());
    int verb = Trim.firstNoun(text, from, end);
    return kind.isEmpty() && !after.isEmpty()
        ? ""
        : text.substring(verb, Math.min(verb + 2, end)) + kind;
  }

  /** Titles of documents are left out of a long phrase: 印发《…》《…》等宣传单页. */
  private static String untitled(String phrase) {
    int open = phrase.indexOf('《');
    int close = phrase.lastIndexOf('》');
    return open >= 0 && close > open && phrase.length() > LONGEST / 2
        ? phrase.substring(0, open) + phrase.substring(close + 1)
        : phrase;
  }

  /** A 、 inside a quotation or bracket parts nothing. */
  private static boolean balanced(String text, int from, int to) {
    int depth = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      depth += "“（(《".indexOf(c) >= 0 ? 1 : 0;
      depth -= "”）)》".indexOf(c) >= 0 ? 1 : 0;
      if (depth < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean dependent(String text, Draft draft, int from, int end) {
    int at = Trim.firstNoun(text, from, end);
    if (draft.role == Role.SHARE) {
      return at < end && text.charAt(at) == '占';
    }
    if (draft.role == Role.COMPLETION || draft.role == Role.EXCESS) {
      return at >= end || "完超占高快低好为比优".indexOf(text.charAt(at)) >= 0;
    }
    if (draft.role == Role.LEVEL) {
      return false;
    }
    if (draft.role == Role.RANK) {
      return at < end && "居位列排稳跃名升均".indexOf(text.charAt(at)) >= 0;
    }
    boolean compared = at < end && "比较是".indexOf(text.charAt(at)) >= 0;
    return compared || at >= end && draft.role != Role.RATE && draft.quantity.after() >= draft.to;
  }

  private static String after(String text, Draft draft) {
    int from = draft.quantity.after();
    int to = draft.to;
    while (from < to
        && ("的）)”".indexOf(text.charAt(from)) >= 0 || Glyphs.space(text.charAt(from)))) {
      from++;
    }
    if (from < draft.clause.end() && text.charAt(from) == '、') {
      return shared(text, draft, from);
    }
    boolean movement =
        draft.role == Role.GROWTH || draft.role == Role.COMPLETION || draft.role == Role.EXCESS;
    if (movement && draft.quantity.unit().percent() && to - from > 12) {
      return "";
    }
    int comma = Search.first(text, "、", from + 1, to);
    int stop = comma > 0 && balanced(text, from, comma) ? comma : to;
    String own = text.substring(from, Math.max(from, Math.min(stop, from + LONGEST))).strip();
    if (Trim.before(own, 0, own.length(), false).isEmpty()
        || own.startsWith("大关")
        || own.startsWith("台阶")) {
      return "";
    }
    return own.length() == 1 && stop == to && to < draft.clause.end()
        ? own + beyond(text, draft, to)
        : own;
  }

  /** 5.68万㎡、528套住房建设任务: two measures of one thing; the noun follows the second. */
  private static String shared(String text, Draft draft, int comma) {
    int at = comma + 1;
    if (at >= draft.clause.end() || !Glyphs.digit(text.charAt(at))) {
      return "";
    }
    return beyond(text, draft, at);
  }

  /** The words after the number that starts at {@code at}: 22个村14584户安全供水 leads from 村 to 安全供水. */
  private static String beyond(String text, Draft draft, int at) {
    int i = at;
    while (i < draft.clause.end()
        && (Glyphs.digit(text.charAt(i)) || "万亿余多.".indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    if (i == at) {
      return "";
    }
    int stop = Search.first(text, "、", i, draft.clause.end());
    int to = Math.min(stop < 0 ? draft.clause.end() : stop, i + 16);
    return i + 1 < to ? text.substring(i + 1, to) : "";
  }
}
